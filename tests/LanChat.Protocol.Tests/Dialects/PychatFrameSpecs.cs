using System.Globalization;
using LanChat.Protocol.Dialects.Older;
using static LanChat.Protocol.Tests.Dialects.Events;

namespace LanChat.Protocol.Tests.Dialects;

/// <summary>What pychat clients are sent, to the letter.</summary>
public sealed class PychatFrameSpecs
{
    private const string Time = @"[TIME : Thu Aug 10 16:02:43 2023]\r\n";

    private static void Sends(string frame, RoomEvent said) => Assert.Equal([frame], Frames(new PychatDialect(), said));

    [Fact]
    public void Who_is_in_is_told_so() => Sends(
        """{"type":"login","success":true,"msg":"昵称建立成功,输入/ls可查看所有在线的人,输入/help可以查看帮助(所有首字符为/的消息都不会发送)"}""",
        new RoomEvent.Welcomed("room", Bean, 1));

    [Fact]
    public void A_name_that_is_taken_is_refused()
    {
        Sends("""{"type":"login","success":false,"msg":"账号已存在"}""", Refused(Refusal.NicknameTaken));
        Sends("""{"type":"login","success":false,"msg":"账号已存在"}""", Refused(Refusal.NicknameTaken with { Closes = false }));
    }

    [Fact]
    public void So_is_one_that_can_be_none() => Sends(
        """{"type":"login","success":false,"msg":"That nickname is too long."}""", Refused(Refusal.NicknameTooLong));

    [Fact]
    public void Everyone_hears_who_comes() =>
        Sends($$"""{"type":"system_msg","msg":"{{Time}}[ SYSTEM ] : 你是谁啊已经进入了聊天室\r\n"}""", Spoken(Come));

    [Fact]
    public void Everyone_hears_who_leaves() =>
        Sends($$"""{"type":"system_msg","msg":"{{Time}}[ SYSTEM ] : 你是谁啊 离开了PY_CHATTING\r\n"}""", Spoken(Gone with { Time = Then }));

    [Fact]
    public void What_is_said_to_everyone_is_a_broadcast() =>
        Sends($$"""{"type":"broadcast","msg":"{{Time}}[小糖豆] : 大家好\r\n"}""", Spoken(Hello));

    [Fact]
    public void A_private_word_is_single() =>
        Sends($$"""{"type":"single","msg":"{{Time}}[ 小糖豆 CHATTING TO 你是谁啊 ] : 只有你\r\n"}""", Secret);

    [Fact]
    public void Nobody_of_that_name_is_single_too() => Sends("""{"type":"single","msg":"该用户不存在"}""", Refused(Refusal.NobodyOfThatName));

    [Fact]
    public void Who_ignores_the_group_can_not_speak_to_it() =>
        Sends("""{"type":"broadcast","msg":"屏蔽模式下无法发送群聊信息"}""", Refused(Refusal.Ignoring));

    [Fact]
    public void The_list_has_a_line_for_each() =>
        Sends("""{"type":"ls","msg":"[ SYSTEM ] ALIVE USER : \r\n小糖豆,\r\n你是谁啊,\r\n"}""", Listed);

    [Theory]
    [InlineData(true, "屏蔽模式")]
    [InlineData(false, "通常模式")]
    public void The_mode_is_told_when_it_changes(bool isIgnoring, string mode) => Sends(
        $$"""{"type":"ignore","success":true,"msg":"{{Time}}[ SYSTEM ] : 模式切换成功,现在是{{mode}}\r\n"}""",
        new RoomEvent.IgnoringChanged(isIgnoring, Room, Then));

    [Fact]
    public void Before_the_login_a_name_is_asked_for() =>
        Sends($$"""{"type":"system_msg","msg":"{{Time}}[ SYSTEM ] : 请先建立昵称\r\n"}""", Refused(Refusal.NotEntered));

    [Fact]
    public void Every_other_refusal_and_a_new_name_come_from_the_system()
    {
        Sends($$"""{"type":"system_msg","msg":"{{Time}}[ SYSTEM ] : The room is full.\r\n"}""", Refused(Refusal.RoomFull));
        Sends($$"""{"type":"system_msg","msg":"{{Time}}[ SYSTEM ] : 【你是谁】改名为【你是谁啊】\r\n"}""", Spoken(Renamed));
    }

    [Fact]
    public void What_people_do_and_share_is_a_line()
    {
        Sends($$"""{"type":"broadcast","msg":"{{Time}}[小糖豆] : * 小糖豆 waves\r\n"}""", Spoken(Wave));
        Sends($$"""{"type":"broadcast","msg":"{{Time}}[小糖豆] : [file] notes.txt, 12 bytes\r\n"}""", Spoken(Shared));
        Sends($$"""{"type":"single","msg":"{{Time}}[ 小糖豆 CHATTING TO 你是谁啊 ] : [file] notes.txt, 12 bytes\r\n"}""", SecretFile);
    }

    [Theory]
    [InlineData(2023, 8, 3, "Thu Aug  3 16:02:43 2023")]
    [InlineData(2024, 2, 29, "Thu Feb 29 16:02:43 2024")]
    [InlineData(1999, 12, 31, "Fri Dec 31 16:02:43 1999")]
    public void The_time_is_written_as_c_does_whatever_calendar_the_server_has(int year, int month, int day, string time)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fa-IR");
            Sends($$"""{"type":"broadcast","msg":"[TIME : {{time}}]\r\n[小糖豆] : 大家好\r\n"}""",
                Spoken(Hello with { Time = new DateTime(year, month, day, 16, 2, 43, 999) }));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Text_is_json() => Sends(
        $$"""{"type":"broadcast","msg":"{{Time}}[小糖豆] : \"\\ 😀␛\r\n[小糖豆] : \r\n"}""", Spoken(Hello with { Text = "\"\\ 😀\u001b\r\n" }));

    [Fact]
    public void There_are_no_words_for_the_rest() => Assert.Empty(Frames(
        new PychatDialect(), new RoomEvent.HistoryShown([Hello]), new RoomEvent.NoticeShown("notice"),
        new RoomEvent.MembersShown([Bean]), new RoomEvent.MembersChanged([Bean], [Bean], [])));

    [Fact]
    public void Every_frame_arrives_alone()
    {
        Assert.True(new PychatDialect().Open(WireLimits.Default, Listener.Peer).Encoder.FramesArriveAlone);
        Assert.Equal(2, Frames(new PychatDialect(), Spoken(Hello), Spoken(Hello)).Length);
    }
}
