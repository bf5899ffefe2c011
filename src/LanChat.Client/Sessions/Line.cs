namespace LanChat.Client.Sessions;

/// <summary>Something to say, and a number its owner knows it by.</summary>
internal sealed record Line(string Text, long Number = 0);
