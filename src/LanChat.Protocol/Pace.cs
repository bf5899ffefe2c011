namespace LanChat.Protocol;

/// <summary>How fast a client may say things without being made to wait.</summary>
/// <param name="Burst">How many messages at once; at least one.</param>
/// <param name="Rate">How many a second from then on; at least one.</param>
public sealed record Pace(int Burst, int Rate);
