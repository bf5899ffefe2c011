using LanChat.Protocol.Dialects.Older;
using static LanChat.Protocol.Tests.Dialects.Events;

namespace LanChat.Protocol.Tests.Dialects;

/// <summary>The exact frames sent to colon clients.</summary>
public sealed class ColonFrameSpecs
{
    private static string[] Sent(params RoomEvent[] events) => Frames(new ColonDialect(), events);

    private static string[] SentOf(string text) => Sent(Spoken(Hello with { Nickname = "张三", Text = text }));

    [Fact]
    public void The_member_list_is_a_list_of_names()
    {
        Member[] members = [new("张三", Who.Address), new("李四", Who.Address), new("a\"b😀", Who.Address)];
        const string list = """["张三", "李四", "a\"b😀"]""";

        Assert.Equal([list], Sent(new RoomEvent.MembersShown(members)));
        Assert.Equal([list], Sent(new RoomEvent.MembersChanged(members, [], [Bean])));
        Assert.Equal(["[]"], Sent(new RoomEvent.MembersShown([])));
    }

    [Fact]
    public void Joins_leaves_and_renames_appear_only_in_the_list() =>
        Assert.Empty(Sent(Spoken(JoinMessage), Spoken(LeaveMessage), Spoken(Renamed)));

    [Theory]
    [InlineData("大家好")]
    [InlineData("aa**")]
    [InlineData("``#12")]
    [InlineData("a:b;c: ;")]
    [InlineData("😀")]
    public void A_message_has_the_clients_form(string text) =>
        Assert.Equal([$" 张三:{text}:;张三:;【群发】"], SentOf(text));

    [Fact]
    public void A_private_message_names_its_recipient() => Assert.Equal([" 小糖豆:只有你:;小糖豆:;你是谁啊"], Sent(PrivateEvent));

    [Theory]
    [InlineData("a:;b:;【群发】", " 张三:a: ;b: ;【群发】:;张三:;【群发】")]
    [InlineData(";)", " 张三: ;):;张三:;【群发】")]
    [InlineData("a::;", " 张三:a:: ;:;张三:;【群发】")]
    [InlineData("a:", " 张三:a::;张三:;【群发】")]
    public void A_separator_in_a_text_is_broken_so_that_clients_see_three_parts(string text, string frame)
    {
        Assert.Equal([frame], SentOf(text));
        Assert.Equal(3, frame.Split(":;").Length);
    }

    [Fact]
    public void A_separator_in_a_name_is_broken_as_well()
    {
        var eve = new Member("x:;y", Who.Address);
        Assert.Equal([" \"x: ;y\":hi:;x: ;y:;x: ;y"], Sent(
            new RoomEvent.PrivateMessage(Hello with { Nickname = eve.Nickname, Text = "hi" }, eve)));
    }

    [Fact]
    public void Any_text_has_three_parts() => Property.HoldsFor(Arbitrary.Text, text =>
    {
        var frame = Assert.Single(
            Sent(new RoomEvent.PrivateMessage(
                Hello with { Nickname = text, Text = text }, Who with { Nickname = text })));
        Assert.Equal(3, frame.Split(":;").Length);
    });

    [Fact]
    public void Actions_and_files_are_messages_to_everybody() => Assert.Equal(
        [
            " 小糖豆:* 小糖豆 waves:;小糖豆:;【群发】",
            " 小糖豆:[file] notes.txt, 12 bytes:;小糖豆:;【群发】",
            " 小糖豆:[file] notes.txt, 12 bytes:;小糖豆:;你是谁啊",
        ],
        Sent(Spoken(Wave), Spoken(Shared), PrivateFileEvent));

    [Fact]
    public void The_room_replies_with_a_message() => Assert.Equal(
        [" 系统消息:Nobody of that name is here.:;系统消息:;【群发】"], Sent(Refused(Refusal.NobodyOfThatName)));

    [Fact]
    public void Other_events_have_no_frame() =>
        Assert.Empty(Sent(
        [
            new Welcomed("room", Bean, 1),
            new RoomEvent.HistoryShown([Hello]),
            new RoomEvent.NoticeShown("a"),
        ]));

    [Fact]
    public void Each_frame_is_a_separate_write()
    {
        Assert.True(new ColonDialect().Open(WireLimits.Default, ConversationDriver.Peer).Encoder.FramesArriveAlone);
        Assert.Equal(2, Sent(Spoken(Hello), Spoken(Hello)).Length);
    }
}
