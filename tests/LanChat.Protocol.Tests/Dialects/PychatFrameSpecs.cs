using System.Globalization;
using LanChat.Protocol.Dialects.Older;
using static LanChat.Protocol.Tests.Dialects.Events;

namespace LanChat.Protocol.Tests.Dialects;

/// <summary>The exact frames sent to pychat clients.</summary>
public sealed class PychatFrameSpecs
{
    private const string Time = @"[TIME : Thu Aug 10 16:02:43 2023]\r\n";

    private static void Sends(string frame, RoomEvent said) => Assert.Equal([frame], Frames(new PychatDialect(), said));

    [Fact]
    public void A_login_is_acknowledged() => Sends(
        """{"type":"login","success":true,"msg":"昵称建立成功,输入/ls可查看所有在线的人,输入/help可以查看帮助(所有首字符为/的消息都不会发送)"}""",
        new Welcomed("room", Bean, 1));

    [Fact]
    public void A_taken_name_is_refused()
    {
        Sends("""{"type":"login","success":false,"msg":"账号已存在"}""", Refused(Refusal.NicknameTaken));
        Sends("""{"type":"login","success":false,"msg":"账号已存在"}""", Refused(Refusal.NicknameTaken with { Closes = false }));
    }

    [Fact]
    public void An_invalid_name_is_refused() => Sends(
        """{"type":"login","success":false,"msg":"That nickname is too long."}""", Refused(Refusal.NicknameTooLong));

    [Fact]
    public void A_join_is_a_system_message() =>
        Sends($$"""{"type":"system_msg","msg":"{{Time}}[ SYSTEM ] : 你是谁啊已经进入了聊天室\r\n"}""", Spoken(JoinMessage));

    [Fact]
    public void A_leave_is_a_system_message() =>
        Sends($$"""{"type":"system_msg","msg":"{{Time}}[ SYSTEM ] : 你是谁啊 离开了PY_CHATTING\r\n"}""", Spoken(LeaveMessage with { Time = Then }));

    [Fact]
    public void A_message_is_a_broadcast() =>
        Sends($$"""{"type":"broadcast","msg":"{{Time}}[小糖豆] : 大家好\r\n"}""", Spoken(Hello));

    [Fact]
    public void A_private_message_is_single() =>
        Sends($$"""{"type":"single","msg":"{{Time}}[ 小糖豆 CHATTING TO 你是谁啊 ] : 只有你\r\n"}""", PrivateEvent);

    [Fact]
    public void An_unknown_recipient_is_single() => Sends("""{"type":"single","msg":"该用户不存在"}""", Refused(Refusal.NobodyOfThatName));

    [Fact]
    public void A_message_while_muted_is_refused() =>
        Sends("""{"type":"broadcast","msg":"屏蔽模式下无法发送群聊信息"}""", Refused(Refusal.Ignoring));

    [Fact]
    public void The_member_list_has_a_line_for_each() =>
        Sends("""{"type":"ls","msg":"[ SYSTEM ] ALIVE USER : \r\n小糖豆,\r\n你是谁啊,\r\n"}""", Listed);

    [Theory]
    [InlineData(true, "屏蔽模式")]
    [InlineData(false, "通常模式")]
    public void A_change_of_the_mode_is_confirmed(bool isIgnoring, string mode) => Sends(
        $$"""{"type":"ignore","success":true,"msg":"{{Time}}[ SYSTEM ] : 模式切换成功,现在是{{mode}}\r\n"}""",
        new RoomEvent.IgnoringChanged(isIgnoring, Room, Then));

    [Fact]
    public void Before_the_login_a_name_is_requested() =>
        Sends($$"""{"type":"system_msg","msg":"{{Time}}[ SYSTEM ] : 请先建立昵称\r\n"}""", Refused(Refusal.NotEntered));

    [Fact]
    public void Other_refusals_and_renames_are_system_messages()
    {
        Sends($$"""{"type":"system_msg","msg":"{{Time}}[ SYSTEM ] : The room is full.\r\n"}""", Refused(Refusal.RoomFull));
        Sends($$"""{"type":"system_msg","msg":"{{Time}}[ SYSTEM ] : 【你是谁】改名为【你是谁啊】\r\n"}""", Spoken(Renamed));
    }

    [Fact]
    public void Actions_and_files_are_messages()
    {
        Sends($$"""{"type":"broadcast","msg":"{{Time}}[小糖豆] : * 小糖豆 waves\r\n"}""", Spoken(Wave));
        Sends($$"""{"type":"broadcast","msg":"{{Time}}[小糖豆] : [file] notes.txt, 12 bytes\r\n"}""", Spoken(Shared));
        Sends($$"""{"type":"single","msg":"{{Time}}[ 小糖豆 CHATTING TO 你是谁啊 ] : [file] notes.txt, 12 bytes\r\n"}""", PrivateFileEvent);
    }

    [Theory]
    [InlineData(2023, 8, 3, "Thu Aug  3 16:02:43 2023")]
    [InlineData(2024, 2, 29, "Thu Feb 29 16:02:43 2024")]
    [InlineData(1999, 12, 31, "Fri Dec 31 16:02:43 1999")]
    public void The_time_has_the_format_of_C_in_any_culture(int year, int month, int day, string time)
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
    public void Text_is_escaped_as_JSON() => Sends(
        $$"""{"type":"broadcast","msg":"{{Time}}[小糖豆] : \"\\ 😀␛\r\n[小糖豆] : \r\n"}""", Spoken(Hello with { Text = "\"\\ 😀\u001b\r\n" }));

    [Fact]
    public void Other_events_have_no_frame() => Assert.Empty(Frames(
        new PychatDialect(), new RoomEvent.HistoryShown([Hello]), new RoomEvent.NoticeShown("notice"),
        new RoomEvent.MembersShown([Bean]), new RoomEvent.MembersChanged([Bean], [Bean], [])));

    [Fact]
    public void Each_frame_is_a_separate_write()
    {
        Assert.True(new PychatDialect().Open(WireLimits.Default, ConversationDriver.Peer).Encoder.FramesArriveAlone);
        Assert.Equal(2, Frames(new PychatDialect(), Spoken(Hello), Spoken(Hello)).Length);
    }
}
