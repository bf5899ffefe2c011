using System.Globalization;
using LanChat.Protocol.Dialects.Native;
using static LanChat.Protocol.Tests.Dialects.Events;

namespace LanChat.Protocol.Tests.Dialects.Native;

/// <summary>The exact frames of the old system.</summary>
public sealed class JsonFrameSpecs
{
    private const string HelloFields =
        """{"nickname": "小糖豆", "from": ["192.168.38.149", 7788], "message": "大家好", "time": "2023-08-10 16:02:43"}""";

    public static readonly TheoryData<string> Modes = ["raw", "line"];

    private static JsonEncoder In(string mode) => mode == "raw" ? JsonEncoder.Raw : JsonEncoder.Line;

    [Theory]
    [MemberData(nameof(Modes))]
    public void The_history_is_code_0(string mode) => AssertJson(
        $$"""
        {"code": 0, "msg": "消息记录", "data": [{{HelloFields}}, {"nickname": "系统消息", "from": ["192.168.38.149", 8001],
         "message": "来自 ('192.168.38.203', 51937) 的客户端【你是谁啊】下线了", "time": "2023-01-02 03:04:05"}]}
        """,
        Written(In(mode), new RoomEvent.HistoryShown([Hello, LeaveMessage])));

    [Theory]
    [MemberData(nameof(Modes))]
    public void A_message_is_code_1_with_a_list_of_one(string mode) => AssertJson(
        $$"""{"code": 1, "msg": "msg", "data": [{{HelloFields}}]}""",
        Written(In(mode), new RoomEvent.Spoken(Hello)));

    [Theory]
    [MemberData(nameof(Modes))]
    public void The_member_list_and_its_changes_are_code_2(string mode)
    {
        const string list = """
            {"code": 2, "msg": "客户端列表", "data": [["小糖豆", ["192.168.38.149", 7788]], ["你是谁啊", ["192.168.38.203", 51937]]]}
            """;

        AssertJson(list, Written(In(mode), new RoomEvent.MembersShown([Bean, Who])));
        AssertJson(list, Written(In(mode), new RoomEvent.MembersChanged([Bean, Who], [Who], [Bean])));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Away_is_confirmed_to_the_member_and_not_sent_to_others(string mode)
    {
        Assert.Empty(In(mode).Encode([new RoomEvent.AwayShown([new Absence(Bean, "at lunch")])]));
        Assert.Contains(
            "\"You are away: at lunch\"", Written(In(mode), new RoomEvent.AwayNoted("at lunch", Room, Then)));
        Assert.Contains("\"You are back.\"", Written(In(mode), new RoomEvent.AwayNoted("", Room, Then)));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void The_notice_is_code_4(string mode) => AssertJson(
        """{"code": 4, "msg": "群公告", "data": "聊天室地址:192.168.38.149:8001 \r\n这里是你温馨的港湾,欢迎来到这里!"}""",
        Written(In(mode), new RoomEvent.DefaultNoticeShown(Events.Room)));

    [Theory]
    [MemberData(nameof(Modes))]
    public void A_private_message_is_marked(string mode) => AssertJson(
        $$"""{"code": 1, "msg": "msg", "data": [{{HelloFields.Replace("大家好", "(private to 你是谁啊) 只有你")}}]}""",
        Written(In(mode), PrivateEvent));

    [Theory]
    [MemberData(nameof(Modes))]
    public void An_action_is_in_the_third_person(string mode)
    {
        var fields = HelloFields.Replace("大家好", "* 小糖豆 waves");

        AssertJson($$"""{"code": 1, "msg": "msg", "data": [{{fields}}]}""", Written(In(mode), Spoken(Wave)));
        AssertJson($$"""{"code": 0, "msg": "消息记录", "data": [{{fields}}]}""", Written(
            In(mode), new RoomEvent.HistoryShown([Wave])));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void A_shared_file_is_a_message(string mode) => AssertJson(
        $$"""{"code": 1, "msg": "msg", "data": [{{HelloFields.Replace("大家好", "[file] notes.txt, 12 bytes")}}]}""",
        Written(In(mode), Spoken(Shared)));

    [Theory]
    [MemberData(nameof(Modes))]
    public void A_requested_list_is_code_2_and_help_a_message_of_the_room(string mode)
    {
        Assert.Equal(Written(In(mode), new RoomEvent.MembersShown([Bean, Who])), Written(In(mode), Listed));
        var help = Written(In(mode), new RoomEvent.HelpGiven(Room, Then));
        Assert.Contains("\"nickname\":\"系统消息\"", help);
        Assert.All(
            ["/ls", "@name text", "/me", "/nick", "/away", "/i", "//text", "/help"],
            word => Assert.Contains(word, help));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Muting_is_confirmed_by_the_room(string mode)
    {
        Assert.Contains(
            "\"The group is shut out: ", Written(In(mode), new RoomEvent.IgnoringChanged(true, Room, Then)));
        Assert.Contains(
            "\"The group is let in again.\"", Written(In(mode), new RoomEvent.IgnoringChanged(false, Room, Then)));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void A_refusal_is_a_message_of_the_room(string mode) => AssertJson(
        """
        {"code": 1, "msg": "msg", "data": [{"nickname": "系统消息", "from": ["192.168.38.149", 8001],
         "message": "That line is too long.", "time": "2023-08-10 16:02:43"}]}
        """,
        Written(In(mode), new RoomEvent.Refused(Refusal.LineTooLong, Room, Hello.Time)));

    [Theory]
    [MemberData(nameof(Modes))]
    public void Events_of_rich_mode_have_no_frame(string mode) =>
        Assert.Empty(In(mode).Encode(
            [new Welcomed("room", Bean, 1), new RoomEvent.Pinged(1), new RoomEvent.NameChanged(Bean)]));

    [Fact]
    public void Raw_clients_get_their_own_history()
    {
        var said = new ChatMessage(1, MessageKind.Said, "Ann", Bean.Address, "hello", default);
        var shown = new RoomEvent.HistoryShown([said]) { Raw = [] };

        AssertJson("""{"code": 0, "msg": "消息记录", "data": []}""", Written(JsonEncoder.Raw, shown));
        Assert.Contains("hello", Written(JsonEncoder.Line, shown), StringComparison.Ordinal);
        Assert.Contains("hello", Written(JsonEncoder.Rich, shown), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Empty_lists_are_encoded_as_lists(string mode)
    {
        AssertJson("""{"code": 0, "msg": "消息记录", "data": []}""", Written(In(mode), new RoomEvent.HistoryShown([])));
        AssertJson("""{"code": 2, "msg": "客户端列表", "data": []}""", Written(In(mode), new RoomEvent.MembersShown([])));
    }

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void Times_are_the_same_in_any_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Contains("\"2023-08-10 16:02:43\"", Written(JsonEncoder.Line, new RoomEvent.Spoken(Hello)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
