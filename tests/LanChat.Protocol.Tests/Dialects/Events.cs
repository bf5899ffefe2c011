using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LanChat.Protocol.Dialects;

namespace LanChat.Protocol.Tests.Dialects;

/// <summary>One event of each kind, and helpers for their encoding.</summary>
internal static class Events
{
    public static readonly PeerAddress Room = new("192.168.38.149", 8001);
    public static readonly Member Bean = new("小糖豆", new PeerAddress("192.168.38.149", 7788));
    public static readonly Member Who = new("你是谁啊", new PeerAddress("192.168.38.203", 51937));
    public static readonly DateTime Then = new(2023, 8, 10, 16, 2, 43);
    public static readonly ChatMessage Hello = new(7, MessageKind.Said, Bean.Nickname, Bean.Address, "大家好", Then);
    public static readonly ChatMessage JoinMessage = OfRoom(9, new SystemMessage.Joined(Who));
    public static readonly ChatMessage Renamed = OfRoom(10, new SystemMessage.Renamed(Who, "你是谁"));
    public static readonly ChatMessage LeaveMessage = OfRoom(8, new SystemMessage.Left(Who)) with
    {
        Time = new DateTime(2023, 1, 2, 3, 4, 5, 678),
    };

    public static readonly ChatMessage Wave = Hello with { Kind = MessageKind.Acted, Text = "waves" };
    public static readonly ChatMessage Shared = Hello with
    {
        Kind = MessageKind.File,
        Text = "notes.txt",
        File = new ChatFile(3, "notes.txt", 12, "hello \"file\""),
    };

    public static readonly RoomEvent.PrivateMessage PrivateEvent = new(
        Hello with { Id = 0, Kind = MessageKind.Private, Text = "只有你" }, Who);
    public static readonly RoomEvent.PrivateMessage PrivateFileEvent = new(
        Shared with { Id = 0, Kind = MessageKind.Private }, Who);
    public static readonly RoomEvent.MembersListed Listed = new([Bean, Who], Room, Then);

    public static readonly RoomEvent[] OfEachKind =
    [
        new Welcomed("物联网数据平台", Bean, 65536),
        new RoomEvent.HistoryShown([Hello, LeaveMessage]),
        new RoomEvent.Spoken(Hello),
        new RoomEvent.MembersShown([Bean, Who]),
        new RoomEvent.MembersChanged([Bean, Who], [Who], []),
        new RoomEvent.DefaultNoticeShown(Room),
        new RoomEvent.Pinged(12),
        new RoomEvent.Refused(Refusal.TooSlow, Room, Hello.Time),
        PrivateEvent,
        Listed,
        new RoomEvent.HelpGiven(Room, Then),
        new RoomEvent.IgnoringChanged(true, Room, Then),
        new RoomEvent.NameChanged(Bean),
        new RoomEvent.Missed(3, 10, 6),
        new RoomEvent.AwayShown([new Absence(Bean, "at lunch"), new Absence(Who, "")]),
        new RoomEvent.AwayNoted("at lunch", Room, Then),
        new RoomEvent.Ponged(13),
    ];

    /// <summary>The encoding of the events, as one string.</summary>
    public static string Written(IEncoder encoder, params RoomEvent[] events) =>
        string.Concat(encoder.Encode(events).Select(Encoding.UTF8.GetString));

    /// <summary>The frames that a client of the dialect gets for the events.</summary>
    public static string[] Frames(IDialect dialect, params RoomEvent[] events) =>
        [.. dialect.Open(WireLimits.Default, ConversationDriver.Peer).Encoder.Encode(events)
            .Select(Encoding.UTF8.GetString)];

    /// <summary>A refusal as a room event.</summary>
    public static RoomEvent Refused(Refusal reason) => new RoomEvent.Refused(reason, Room, Then);

    public static RoomEvent Spoken(ChatMessage message) => new RoomEvent.Spoken(message);

    /// <summary>Asserts equal JSON with fields in the same order, ignoring white space.</summary>
    public static void AssertJson(string expected, string actual)
    {
        Assert.Equal(Plain(expected), Plain(actual));

        static string Plain(string json) =>
            JsonNode.Parse(json)!.ToJsonString(
                new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static ChatMessage OfRoom(long id, SystemMessage what) => ChatMessage.Of(what, Room, Then) with { Id = id };
}
