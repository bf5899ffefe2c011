namespace LanChat.EndToEnd.Tests.People;

/// <summary>What somebody was told.</summary>
internal sealed record Words(string From, string Text, bool IsPrivate = false);
