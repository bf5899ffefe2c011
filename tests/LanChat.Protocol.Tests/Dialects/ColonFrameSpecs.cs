using LanChat.Protocol.Dialects.Older;
using static LanChat.Protocol.Tests.Dialects.Events;

namespace LanChat.Protocol.Tests.Dialects;

/// <summary>What colon clients are sent, to the letter.</summary>
public sealed class ColonFrameSpecs
{
    private static string[] Sent(params RoomEvent[] events) => Frames(new ColonDialect(), events);

    private static string[] SentOf(string text) => Sent(Spoken(Hello with { Nickname = "张三", Text = text }));

    [Fact]
    public void The_list_of_users_is_a_list_of_names()
    {
        Member[] members = [new("张三", Who.Address), new("李四", Who.Address), new("a\"b😀", Who.Address)];
        const string list = """["张三", "李四", "a\"b😀"]""";

        Assert.Equal([list], Sent(new RoomEvent.MembersShown(members)));
        Assert.Equal([list], Sent(new RoomEvent.MembersChanged(members, [], [Bean])));
        Assert.Equal(["[]"], Sent(new RoomEvent.MembersShown([])));
    }

    [Fact]
    public void Joining_leaving_and_renaming_stand_in_the_list_alone() =>
        Assert.Empty(Sent(Spoken(Come), Spoken(Gone), Spoken(Renamed)));

    [Theory]
    [InlineData("大家好")]
    [InlineData("aa**")]
    [InlineData("``#12")]
    [InlineData("a:b;c: ;")]
    [InlineData("😀")]
    public void What_somebody_says_comes_in_the_clients_form_unchanged(string text) =>
        Assert.Equal([$" 张三:{text}:;张三:;【群发】"], SentOf(text));

    [Fact]
    public void A_private_word_names_its_target() => Assert.Equal([" 小糖豆:只有你:;小糖豆:;你是谁啊"], Sent(Secret));

    [Theory]
    [InlineData("a:;b:;【群发】", " 张三:a: ;b: ;【群发】:;张三:;【群发】")]
    [InlineData(";)", " 张三: ;):;张三:;【群发】")]
    [InlineData("a::;", " 张三:a:: ;:;张三:;【群发】")]
    [InlineData("a:", " 张三:a::;张三:;【群发】")]
    public void The_separator_in_a_text_is_taken_apart_so_that_clients_see_three_parts(string text, string frame)
    {
        Assert.Equal([frame], SentOf(text));
        Assert.Equal(3, frame.Split(":;").Length);
    }

    [Fact]
    public void Neither_can_a_name_hold_the_separator()
    {
        var eve = new Member("x:;y", Who.Address);
        Assert.Equal([" \"x: ;y\":hi:;x: ;y:;x: ;y"], Sent(
            new RoomEvent.PrivateMessage(Hello with { Nickname = eve.Nickname, Text = "hi" }, eve)));
    }

    [Fact]
    public void Any_text_arrives_in_three_parts() => Property.HoldsFor(Arbitrary.Text, text =>
    {
        var frame = Assert.Single(
            Sent(new RoomEvent.PrivateMessage(
                Hello with { Nickname = text, Text = text }, Who with { Nickname = text })));
        Assert.Equal(3, frame.Split(":;").Length);
    });

    [Fact]
    public void What_people_do_and_share_is_a_line_for_everyone() => Assert.Equal(
        [
            " 小糖豆:* 小糖豆 waves:;小糖豆:;【群发】",
            " 小糖豆:[file] notes.txt, 12 bytes:;小糖豆:;【群发】",
            " 小糖豆:[file] notes.txt, 12 bytes:;小糖豆:;你是谁啊",
        ],
        Sent(Spoken(Wave), Spoken(Shared), SecretFile));

    [Fact]
    public void The_room_answers_as_it_speaks() => Assert.Equal(
        [" 系统消息:Nobody of that name is here.:;系统消息:;【群发】"], Sent(Refused(Refusal.NobodyOfThatName)));

    [Fact]
    public void There_are_no_words_for_the_rest() =>
        Assert.Empty(Sent(
        [
            new RoomEvent.Welcomed("room", Bean, 1),
            new RoomEvent.HistoryShown([Hello]),
            new RoomEvent.NoticeShown("a"),
        ]));

    [Fact]
    public void Every_frame_arrives_alone()
    {
        Assert.True(new ColonDialect().Open(WireLimits.Default, Listener.Peer).Encoder.FramesArriveAlone);
        Assert.Equal(2, Sent(Spoken(Hello), Spoken(Hello)).Length);
    }
}
