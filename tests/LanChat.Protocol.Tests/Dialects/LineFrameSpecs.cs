using LanChat.Protocol.Dialects;
using LanChat.Protocol.Dialects.Older;
using static LanChat.Protocol.Tests.Dialects.Events;

namespace LanChat.Protocol.Tests.Dialects;

/// <summary>The exact frames sent to line clients.</summary>
public sealed class LineFrameSpecs
{
    private static readonly IEncoder Encoder =
        new LineDialect().Open(WireLimits.Default, ConversationDriver.Peer).Encoder;

    private static void Sends(string lines, RoomEvent said) => Assert.Equal([lines], Frames(new LineDialect(), said));

    [Fact]
    public void A_login_is_acknowledged() => Sends("Login Success\n", new Welcomed("room", Bean, 1));

    [Fact]
    public void A_taken_name_is_refused()
    {
        Sends("UserName Exist\n", Refused(Refusal.NicknameTaken));
        Sends("UserName Exist\n", Refused(Refusal.NicknameTaken with { Closes = false }));
    }

    [Fact]
    public void Members_see_others_join_but_not_themselves()
    {
        Sends("你是谁啊 has entered the room.\n", Spoken(JoinMessage));
        Assert.True(Encoder.HasPersonalView);
        Assert.True(Encoder.IsFor(Spoken(JoinMessage), Bean));
        Assert.False(Encoder.IsFor(Spoken(JoinMessage), Who));
        Assert.False(Encoder.IsFor(Spoken(JoinMessage), Who with { Nickname = "already renamed" }));
    }

    [Fact]
    public void Other_events_are_for_everybody() => Assert.All(
        OfEachKind.Append(Spoken(LeaveMessage)).Append(Spoken(Shared)),
        said => Assert.True(Encoder.IsFor(said, Bean) && Encoder.IsFor(said, Who)));

    [Fact]
    public void A_leave_is_sent() => Sends("你是谁啊 has left the room.\n", Spoken(LeaveMessage));

    [Fact]
    public void A_message_begins_with_its_sender() => Sends("小糖豆: 大家好\n", Spoken(Hello));

    [Fact]
    public void A_private_message_is_marked() => Sends("(private) 小糖豆: 只有你\n", PrivateEvent);

    [Fact]
    public void The_member_list_has_a_line_for_each() => Sends("Online Users:\n小糖豆\n你是谁啊\n", Listed);

    [Theory]
    [InlineData("one\ntwo")]
    [InlineData("one\r\ntwo")]
    [InlineData("one\rtwo")]
    [InlineData("one\u0085two")]
    [InlineData("one\u2028two")]
    [InlineData("one\u2029two")]
    [InlineData("one\ftwo")]
    public void Every_line_of_a_text_begins_with_its_sender(string text)
    {
        Sends("小糖豆: one\n小糖豆: two\n", Spoken(Hello with { Text = text }));
        Sends(
            "(private) 小糖豆: one\n(private) 小糖豆: two\n", new RoomEvent.PrivateMessage(Hello with { Text = text }, Who));
        Sends("* 小糖豆 one\n* 小糖豆 two\n", Spoken(Wave with { Text = text }));
    }

    [Fact]
    public void A_text_cannot_look_like_another_member_s() =>
        Sends("小糖豆: hi\n小糖豆: bob: I owe you\n小糖豆: bob has left the room.\n小糖豆: \n",
            Spoken(Hello with { Text = "hi\nbob: I owe you\nbob has left the room.\n" }));

    [Fact]
    public void No_text_has_control_characters() => Property.HoldsFor(Arbitrary.Text, text =>
    {
        var lines = Assert.Single(Frames(new LineDialect(), Spoken(Hello with { Text = text })));

        Assert.DoesNotContain(lines, c => char.IsControl(c) && c is not ('\n' or '\t'));
        Assert.All(lines[..^1].Split('\n'), line => Assert.StartsWith("小糖豆: ", line));
    }, times: 2000);

    [Fact]
    public void Control_characters_are_shown_as_symbols()
    {
        Sends("小糖豆: ␛[2J␇␈␡\uFFFD\ttab 😀\n", Spoken(Hello with { Text = "\u001b[2J\a\b\u007f\u009b\ttab 😀" }));
    }

    [Fact]
    public void Actions_and_files_are_lines()
    {
        Sends("* 小糖豆 waves\n", Spoken(Wave));
        Sends("小糖豆: [file] notes.txt, 12 bytes\n", Spoken(Shared));
        Sends("(private) 小糖豆: [file] notes.txt, 12 bytes\n", PrivateFileEvent);
    }

    [Fact]
    public void Replies_of_the_room_are_lines()
    {
        Sends("系统消息: 【你是谁】改名为【你是谁啊】\n", Spoken(Renamed));
        Sends("Nobody of that name is here.\n", Refused(Refusal.NobodyOfThatName));
        Sends("The room is full.\n", Refused(Refusal.RoomFull));
    }

    [Fact]
    public void Other_events_have_no_frame() => Assert.Empty(Frames(
        new LineDialect(), new RoomEvent.HistoryShown([Hello]), new RoomEvent.NoticeShown("notice"),
        new RoomEvent.MembersShown([Bean]), new RoomEvent.MembersChanged([Bean], [Bean], [])));

    [Fact]
    public void Several_frames_share_a_write()
    {
        Assert.False(Encoder.FramesArriveAlone);
        Assert.Equal(["小糖豆: 大家好\n小糖豆: 大家好\n"], Frames(new LineDialect(), Spoken(Hello), Spoken(Hello)));
    }
}
