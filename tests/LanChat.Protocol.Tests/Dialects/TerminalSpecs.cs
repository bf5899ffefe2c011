using LanChat.Protocol.Dialects;
using LanChat.Protocol.Dialects.Native;
using LanChat.Protocol.Dialects.Older;
using static LanChat.Protocol.Tests.Dialects.ClientMessages;
using static LanChat.Protocol.Tests.Dialects.Events;

namespace LanChat.Protocol.Tests.Dialects;

/// <summary>
/// The terminal dialect: bare JSON arrays, byte for byte, in the modes of the native dialect.
/// </summary>
public sealed class TerminalSpecs
{
    private const string HelloFields =
        """{"nickname": "小糖豆", "from": ["192.168.38.149", 7788], "message": "大家好", "time": "2023-08-10 16:02:43"}""";

    private const string GoneFields =
        """
        {"nickname": "服务器", "from": ["192.168.38.149", 8001],
         "message": "来自 ('192.168.38.203', 51937) 的客户端【你是谁啊】下线了", "time": "2023-01-02 03:04:05"}
        """;

    private static IEncoder Raw =>
        new ConversationDriver(new TerminalDialect()).Receive("bob").Pause().Conversation.Encoder;

    private static IEncoder Line => new ConversationDriver(new TerminalDialect()).Receive("bob\n").Conversation.Encoder;

    public static readonly TheoryData<string> Modes = ["raw", "line"];

    private static IEncoder In(string mode) => mode == "raw" ? Raw : Line;

    [Theory]
    [MemberData(nameof(Modes))]
    public void The_history_is_a_bare_list(string mode) =>
        AssertJson($"[{HelloFields}, {GoneFields}]", Written(In(mode), new RoomEvent.HistoryShown([Hello, LeaveMessage])));

    [Theory]
    [MemberData(nameof(Modes))]
    public void A_message_is_a_bare_list(string mode)
    {
        AssertJson($"[{HelloFields}]", Written(In(mode), Spoken(Hello)));
        AssertJson($"[{GoneFields}]", Written(In(mode), Spoken(LeaveMessage)));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void A_private_message_is_marked(string mode) =>
        AssertJson($"[{HelloFields.Replace("大家好", "(private to 你是谁啊) 只有你")}]", Written(In(mode), PrivateEvent));

    [Theory]
    [MemberData(nameof(Modes))]
    public void The_room_replies_as_the_server(string mode) => AssertJson(
        """
        [{"nickname": "服务器", "from": ["192.168.38.149", 8001], "message": "There is no such command; /help lists them all.",
         "time": "2023-08-10 16:02:43"}]
        """,
        Written(In(mode), Refused(Refusal.UnknownCommand)));

    [Theory]
    [MemberData(nameof(Modes))]
    public void Members_and_notices_have_no_frame(string mode) => Assert.Empty(Written(
        In(mode), new RoomEvent.MembersShown([Bean]), new RoomEvent.MembersChanged([Bean], [Bean], []),
        new RoomEvent.NoticeShown("a")));

    [Fact]
    public void An_empty_history_is_an_empty_list() => AssertJson("[]", Written(Raw, new RoomEvent.HistoryShown([])));

    [Fact]
    public void Raw_lists_are_separate_writes_and_others_are_lines()
    {
        Assert.True(Raw.FramesArriveAlone);
        Assert.All(Raw.Encode([Spoken(Hello), Spoken(Hello)]), frame => Assert.Equal((byte)']', frame[^1]));
        Assert.False(Line.FramesArriveAlone);
        Assert.EndsWith("}]\n", Written(Line, Spoken(Hello), Spoken(Hello)));
        Assert.Equal(2, Written(Line, Spoken(Hello), Spoken(Hello)).Count(c => c == '\n'));
    }

    [Fact]
    public void Requests_are_those_of_the_native_dialect()
    {
        var (raw, line) =
            (new ConversationDriver(new TerminalDialect()), new ConversationDriver(new TerminalDialect()));

        Assert.Equal(
            [Enter("bob"), Say("hi"), Tell("ann", "hi")], raw.Receive("bob").Pause().Receive("hi").Receive("@ann hi").Messages);
        Assert.Equal([Enter("bob"), Say("hi"), List()], line.Receive("bob\nhi\n/ls\n").Messages);
    }

    [Fact]
    public void A_rich_client_is_served_in_rich_mode()
    {
        var driver = new ConversationDriver(new TerminalDialect()).Receive("{\"hello\":1,\"nick\":\"bob\"}\n");

        Assert.Equal([Enter("bob")], driver.Messages);
        Assert.Same(JsonEncoder.Rich, driver.Conversation.Encoder);
    }
}
