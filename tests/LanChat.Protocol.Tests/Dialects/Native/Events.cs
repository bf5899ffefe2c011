using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LanChat.Protocol.Dialects;

namespace LanChat.Protocol.Tests.Dialects.Native;

/// <summary>One event of each kind, and how to look at what is written of them.</summary>
internal static class Events
{
    public static readonly PeerAddress Room = new("192.168.38.149", 8001);
    public static readonly Member Bean = new("小糖豆", new PeerAddress("192.168.38.149", 7788));
    public static readonly Member Who = new("你是谁啊", new PeerAddress("192.168.38.203", 51937));
    public static readonly DateTime Then = new(2023, 8, 10, 16, 2, 43);
    public static readonly ChatMessage Hello = new(7, MessageKind.Said, Bean.Nickname, Bean.Address, "大家好", Then);
    public static readonly ChatMessage Gone = new(8, MessageKind.Left, SpokenBy.System, Room,
        "来自 ('192.168.38.203', 51937) 的客户端【你是谁啊】下线了", new DateTime(2023, 1, 2, 3, 4, 5, 678));

    public static readonly RoomEvent[] OfEachKind =
    [
        new RoomEvent.Welcomed("物联网数据平台", Bean, 65536),
        new RoomEvent.HistoryShown([Hello, Gone]),
        new RoomEvent.Spoken(Hello),
        new RoomEvent.MembersShown([Bean, Who]),
        new RoomEvent.MembersChanged([Bean, Who], [Who], []),
        new RoomEvent.NoticeShown("聊天室地址:192.168.38.149:8001 \r\n这里是你温馨的港湾,欢迎来到这里!"),
        new RoomEvent.Pinged(12),
        new RoomEvent.Refused(Refusal.TooSlow, Room, Hello.Time),
    ];

    /// <summary>What is written of the events, in one piece.</summary>
    public static string Written(IEncoder encoder, params RoomEvent[] events) =>
        string.Concat(encoder.Encode(events).Select(Encoding.UTF8.GetString));

    /// <summary>The same JSON, fields in the same order, whatever stands between them.</summary>
    public static void AssertJson(string expected, string actual)
    {
        Assert.Equal(Plain(expected), Plain(actual));

        static string Plain(string json) =>
            JsonNode.Parse(json)!.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
