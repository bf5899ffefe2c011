namespace LanChat.EndToEnd.Tests.People;

/// <summary>A message as a client received it.</summary>
internal sealed record ReceivedMessage(string From, string Text, bool IsPrivate = false);
