using LanChat.Protocol.Dialects.Native;
using static LanChat.Protocol.Tests.Dialects.Events;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class RichFrameWritingSpecs
{
    private static void Writes(string json, RoomEvent said) => AssertJson(json, Written(JsonEncoder.Rich, said));

    [Fact]
    public void The_welcome_is_code_3() => Writes(
        """
        {"code": 3, "msg": "welcome", "data":
         {"protocol": 1, "room": "物联网数据平台", "nick": "小糖豆", "you": ["192.168.38.149", 7788], "line": 65536}}
        """,
        new Welcomed("物联网数据平台", Bean, 65536));

    [Fact]
    public void The_welcome_has_the_rate_limit_if_there_is_one() => Writes(
        """
        {"code": 3, "msg": "welcome", "data":
         {"protocol": 1, "room": "room", "nick": "小糖豆", "you": ["192.168.38.149", 7788], "line": 65536, "pace": {"burst": 20, "rate": 10}}}
        """,
        new Welcomed("room", Bean, 65536, new RateLimit(20, 10)));

    [Fact]
    public void The_welcome_has_the_log_id() => Writes(
        """
        {"code": 3, "msg": "welcome", "data":
         {"protocol": 1, "room": "room", "nick": "小糖豆", "you": ["192.168.38.149", 7788], "line": 65536, "log": "0123456789abcdef"}}
        """,
        new Welcomed("room", Bean, 65536) { Log = "0123456789abcdef" });

    [Fact]
    public void The_welcome_says_that_pings_are_answered() => Writes(
        """
        {"code": 3, "msg": "welcome", "data":
         {"protocol": 1, "room": "room", "nick": "小糖豆", "you": ["192.168.38.149", 7788], "line": 65536, "pings": true}}
        """,
        new Welcomed("room", Bean, 65536, AnswersPings: true));

    [Theory]
    [InlineData(MessageKind.Said, "said")]
    [InlineData(MessageKind.Acted, "acted")]
    [InlineData(MessageKind.Renamed, "renamed")]
    [InlineData(MessageKind.Joined, "joined")]
    [InlineData(MessageKind.Left, "left")]
    [InlineData(MessageKind.Room, "room")]
    public void A_message_begins_with_its_id_and_kind(MessageKind kind, string name)
    {
        var fields = $$"""
            {"id": 7, "kind": "{{name}}",
             "nickname": "小糖豆", "from": ["192.168.38.149", 7788], "message": "大家好", "time": "2023-08-10 16:02:43"}
            """;

        Writes(
            $$"""{"code": 1, "msg": "msg", "data": [{{fields}}]}""", new RoomEvent.Spoken(Hello with { Kind = kind }));
        Writes(
            $$"""{"code": 0, "msg": "消息记录", "data": [{{fields}}]}""",
            new RoomEvent.HistoryShown([Hello with { Kind = kind }]));
    }

    [Fact]
    public void A_private_message_has_its_recipient() => Writes(
        """
        {"code": 1, "msg": "msg", "data": [{"id": 0, "kind": "private", "to": "你是谁啊",
         "nickname": "小糖豆", "from": ["192.168.38.149", 7788], "message": "只有你", "time": "2023-08-10 16:02:43"}]}
        """,
        PrivateEvent);

    [Fact]
    public void A_file_has_its_id_in_the_store()
    {
        const string file = """
            "nickname": "小糖豆", "from": ["192.168.38.149", 7788], "message": "[file] notes.txt, 12 bytes", "time": "2023-08-10 16:02:43",
             "file": {"id": 3, "name": "notes.txt", "size": 12}
            """;

        Writes($$"""{"code": 1, "msg": "msg", "data": [{"id": 7, "kind": "file", {{file}}}]}""", Spoken(Shared));
        Writes(
            $$"""{"code": 1, "msg": "msg", "data": [{"id": 0, "kind": "private", "to": "你是谁啊", {{file}}}]}""",
            PrivateFileEvent);
    }

    [Fact]
    public void An_action_is_encoded_as_it_was_entered() => Writes(
        """
        {"code": 1, "msg": "msg", "data": [{"id": 7, "kind": "acted",
         "nickname": "小糖豆", "from": ["192.168.38.149", 7788], "message": "waves", "time": "2023-08-10 16:02:43"}]}
        """,
        Spoken(Wave));

    [Fact]
    public void A_rename_is_code_6() =>
        Writes("""{"code": 6, "msg": "nick", "data": "小糖豆"}""", new RoomEvent.NameChanged(Bean));

    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, "false")]
    public void Ignoring_is_code_7(bool isIgnoring, string data) =>
        Writes(
            $$"""{"code": 7, "msg": "ignoring", "data": {{data}} }""",
            new RoomEvent.IgnoringChanged(isIgnoring, Room, Then));

    [Fact]
    public void A_requested_member_list_is_code_2() => Writes(
        """{"code": 2, "msg": "客户端列表", "data": [["小糖豆", ["192.168.38.149", 7788]], ["你是谁啊", ["192.168.38.203", 51937]]]}""", Listed);

    [Fact]
    public void Help_has_no_frame() =>
        Assert.Empty(JsonEncoder.Rich.Encode([new RoomEvent.HelpGiven(Room, Then)]));

    [Fact]
    public void The_first_list_of_members_is_code_2() => Writes(
        """{"code": 2, "msg": "客户端列表", "data": [["小糖豆", ["192.168.38.149", 7788]], ["你是谁啊", ["192.168.38.203", 51937]]]}""",
        new RoomEvent.MembersShown([Bean, Who]));

    [Fact]
    public void Changes_of_the_member_list_are_code_5() => Writes(
        """{"code": 5, "msg": "members", "data": {"joined": [["你是谁啊", ["192.168.38.203", 51937]]], "left": []}}""",
        new RoomEvent.MembersChanged([Bean, Who], [Who], []));

    [Fact]
    public void A_ping_is_code_8() =>
        Writes("""{"code": 8, "msg": "ping", "data": 9007199254740993}""", new RoomEvent.Pinged(9007199254740993));

    [Fact]
    public void A_pong_is_code_11() =>
        Writes("""{"code": 11, "msg": "pong", "data": 9007199254740993}""", new RoomEvent.Ponged(9007199254740993));

    [Fact]
    public void Missed_messages_are_code_12() =>
        Writes(
            """{"code": 12, "msg": "missed", "data": {"after": 3, "before": 10, "count": 6}}""",
            new RoomEvent.Missed(3, 10, 6));

    [Fact]
    public void A_history_page_is_code_16() => Writes(
        """{"code": 16, "msg": "page", "data": {"tag": 7, "messages": [], "older": false, "newer": true}}""",
        new RoomEvent.HistoryPage(7, [], false, true));

    [Fact]
    public void Search_results_are_code_17()
    {
        Writes(
            """{"code": 17, "msg": "found", "data": {"tag": 7, "messages": [], "next": 20, "cut": true}}""",
            new RoomEvent.Found(7, [], 20, true));
        Writes(
            """{"code": 17, "msg": "found", "data": {"tag": 7, "messages": [], "cut": false}}""",
            new RoomEvent.Found(7, [], null, false));
    }

    [Fact]
    public void Away_members_are_code_10() => Writes(
        """
        {"code": 10, "msg": "away", "data": [["小糖豆", ["192.168.38.149", 7788], "at lunch"], ["你是谁啊", ["192.168.38.203", 51937], ""]]}
        """,
        new RoomEvent.AwayShown([new Absence(Bean, "at lunch"), new Absence(Who, "")]));

    [Fact]
    public void An_away_request_has_no_reply_of_its_own() =>
        Assert.Empty(JsonEncoder.Rich.Encode([new RoomEvent.AwayNoted("at lunch", Room, Then)]));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_refusal_is_code_9_with_whether_it_closes(bool closes) => Writes(
        $$"""{"code": 9, "msg": "error", "data": {"error": "no-way", "text": "No way.", "closes": {{(closes ? "true" : "false")}} } }""",
        new RoomEvent.Refused(new Refusal("no-way", "No way.", closes), Room, Hello.Time));
}
