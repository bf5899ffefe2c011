namespace LanChat.Protocol;

/// <summary>The server's rate limit, as told to the client for its pacing.</summary>
/// <param name="Burst">The number of messages the client may send at once; at least 1.</param>
/// <param name="Rate">The sustained number of messages per second; at least 1.</param>
public sealed record RateLimit(int Burst, int Rate);
