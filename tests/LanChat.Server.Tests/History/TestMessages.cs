using LanChat.Protocol;

namespace LanChat.Server.Tests.History;

/// <summary>Messages for tests.</summary>
internal static class TestMessages
{
    public static readonly PeerAddress Home = new("192.168.38.203", 50_001);

    public static ChatMessage Message(long id, string text = "hello", MessageKind kind = MessageKind.Said) =>
        new(id, kind, "Ann", Home, text, new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Local));

    /// <summary>A system message.</summary>
    public static ChatMessage OfRoom(long id, SystemMessage what) =>
        ChatMessage.Of(what, new PeerAddress("192.168.38.149", 8001), Message(id).Time) with { Id = id };

    public static ChatMessage[] Messages(long from, long to) =>
        [.. Enumerable.Range((int)from, (int)(to - from + 1)).Select(id => Message(id))];
}
