using LanChat.Protocol;

namespace LanChat.Client.Tests;

/// <summary>Room events for tests.</summary>
internal static class Event
{
    public static readonly PeerAddress Mine = new("10.0.0.1", 1001);
    public static readonly PeerAddress Another = new("10.0.0.2", 1002);
    private static readonly DateTime Day = new(2023, 8, 10, 16, 2, 43);

    public static readonly Welcomed Welcome = WelcomeAs("Ann");

    public static Welcomed WelcomeAs(string nickname, PeerAddress? address = null) =>
        new("Our room", new Member(nickname, address ?? Mine), 1000);

    public static ChatMessage Message(
        string text,
        PeerAddress? from = null,
        long id = 1,
        MessageKind kind = MessageKind.Said,
        string nickname = "Bob") =>
        new(id, kind, nickname, from ?? Another, text, Day.AddSeconds(id));

    /// <summary>A system message.</summary>
    public static ChatMessage OfRoom(SystemMessage what, long id = 1) =>
        ChatMessage.Of(what, new PeerAddress("10.0.0.9", 8001), Day.AddSeconds(id)) with { Id = id };

    public static RoomEvent.Spoken By(PeerAddress from, string text, long id = 1) => new(Message(text, from, id));

    public static RoomName Name(string text) =>
        RoomName.TryCreate(text, out var name) ? name : throw new ArgumentException(text);

    public static RoomEvent.Refused Refusal(Refusal reason) => new(reason, new PeerAddress("", 0), default);
}
