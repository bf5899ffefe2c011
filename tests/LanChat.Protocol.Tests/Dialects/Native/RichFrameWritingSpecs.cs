using LanChat.Protocol.Dialects.Native;
using static LanChat.Protocol.Tests.Dialects.Native.Events;

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
        new RoomEvent.Welcomed("物联网数据平台", Bean, 65536));

    [Theory]
    [InlineData(MessageKind.Said, "said")]
    [InlineData(MessageKind.Joined, "joined")]
    [InlineData(MessageKind.Left, "left")]
    [InlineData(MessageKind.Room, "room")]
    public void Messages_begin_with_their_number_and_kind(MessageKind kind, string name)
    {
        var fields = $$"""
            {"id": 7, "kind": "{{name}}",
             "nickname": "小糖豆", "from": ["192.168.38.149", 7788], "message": "大家好", "time": "2023-08-10 16:02:43"}
            """;

        Writes($$"""{"code": 1, "msg": "msg", "data": [{{fields}}]}""", new RoomEvent.Spoken(Hello with { Kind = kind }));
        Writes($$"""{"code": 0, "msg": "消息记录", "data": [{{fields}}]}""", new RoomEvent.HistoryShown([Hello with { Kind = kind }]));
    }

    [Fact]
    public void The_first_list_of_members_is_code_2() => Writes(
        """{"code": 2, "msg": "客户端列表", "data": [["小糖豆", ["192.168.38.149", 7788]], ["你是谁啊", ["192.168.38.203", 51937]]]}""",
        new RoomEvent.MembersShown([Bean, Who]));

    [Fact]
    public void Changes_of_it_are_code_5_and_no_more_than_the_changes() => Writes(
        """{"code": 5, "msg": "members", "data": {"joined": [["你是谁啊", ["192.168.38.203", 51937]]], "left": []}}""",
        new RoomEvent.MembersChanged([Bean, Who], [Who], []));

    [Fact]
    public void A_ping_is_code_8() =>
        Writes("""{"code": 8, "msg": "ping", "data": 9007199254740993}""", new RoomEvent.Pinged(9007199254740993));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_refusal_is_code_9_and_says_whether_it_closes(bool closes) => Writes(
        $$"""{"code": 9, "msg": "error", "data": {"error": "no-way", "text": "No way.", "closes": {{(closes ? "true" : "false")}} } }""",
        new RoomEvent.Refused(new Refusal("no-way", "No way.", closes), Room, Hello.Time));
}
