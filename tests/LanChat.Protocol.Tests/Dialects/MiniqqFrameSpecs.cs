using LanChat.Protocol.Dialects;
using LanChat.Protocol.Dialects.Older;
using static LanChat.Protocol.Tests.Dialects.Events;

namespace LanChat.Protocol.Tests.Dialects;

/// <summary>What miniqq clients are sent, to the letter.</summary>
public sealed class MiniqqFrameSpecs
{
    private static readonly IEncoder Encoder = new MiniqqDialect().Open(WireLimits.Default, Listener.Peer).Encoder;

    private static void Sends(string frame, RoomEvent said) => Assert.Equal([frame], Frames(new MiniqqDialect(), said));

    [Fact]
    public void A_message_is_type_1() => Sends("""{"type":"1","sourceIP":"小糖豆","content":"大家好"}""", Spoken(Hello));

    [Fact]
    public void So_is_a_private_word() => Sends("""{"type":"1","sourceIP":"小糖豆","content":"只有你"}""", Secret);

    [Fact]
    public void The_list_is_type_2_on_entering_and_with_every_change()
    {
        Member[] entries = [new("192.168.38.149", Bean.Address), new("192.168.38.149:7788", Bean.Address), Who];
        const string list = """{"type":"2","content":["192.168.38.149","192.168.38.149:7788","你是谁啊"]}""";

        Sends(list, new RoomEvent.MembersShown(entries));
        Sends(list, new RoomEvent.MembersChanged(entries, [], [Bean]));
    }

    [Fact]
    public void Joining_leaving_and_renaming_stand_in_the_list_alone() =>
        Assert.Empty(Frames(new MiniqqDialect(), Spoken(Come), Spoken(Gone), Spoken(Renamed)));

    [Fact]
    public void A_file_is_type_3_with_what_is_in_it()
    {
        const string file = """{"type":"3","sourceIP":"小糖豆","filename":"notes.txt","content":"hello \"file\""}""";

        Sends(file, Spoken(Shared));
        Sends(file, SecretFile);
    }

    [Fact]
    public void A_file_that_is_large_or_no_text_is_a_line() => Sends(
        """{"type":"1","sourceIP":"小糖豆","content":"[file] notes.txt, 12 bytes"}""",
        Spoken(Shared with { File = Shared.File! with { Text = null } }));

    [Fact]
    public void An_empty_file_is_a_file() => Sends(
        """{"type":"3","sourceIP":"小糖豆","filename":"notes.txt","content":""}""",
        Spoken(Shared with { File = Shared.File! with { Text = "" } }));

    [Fact]
    public void Nobody_gets_their_own_file_back()
    {
        var other = Bean with { Address = Bean.Address with { Port = 7789 } };

        Assert.True(Encoder.HasPersonalView);
        foreach (var said in new[] { Spoken(Shared), SecretFile })
        {
            Assert.False(Encoder.IsFor(said, Bean));
            Assert.True(Encoder.IsFor(said, other));
        }
    }

    [Fact]
    public void Everything_else_is_for_everyone() =>
        Assert.All(OfEachKind.Append(Spoken(Come)), said => Assert.True(Encoder.IsFor(said, Bean)));

    [Fact]
    public void What_people_do_is_a_line() =>
        Sends("""{"type":"1","sourceIP":"小糖豆","content":"* 小糖豆 waves"}""", Spoken(Wave));

    [Fact]
    public void The_room_answers_as_it_speaks() => Sends(
        """{"type":"1","sourceIP":"系统消息","content":"The room can keep no more files for now."}""",
        Refused(Refusal.FilesFull));

    [Fact]
    public void Text_is_json() =>
        Sends("""{"type":"1","sourceIP":"小糖豆","content":"\"\\ 😀␛\r\n小糖豆: "}""", Spoken(
            Hello with { Text = "\"\\ 😀\u001b\r\n" }));

    [Fact]
    public void There_are_no_words_for_the_rest() => Assert.Empty(Frames(
        new MiniqqDialect(), new RoomEvent.Welcomed("room", Bean, 1), new RoomEvent.HistoryShown([Hello]),
        new RoomEvent.NoticeShown("a")));

    [Fact]
    public void Every_frame_arrives_alone()
    {
        Assert.True(Encoder.FramesArriveAlone);
        Assert.Equal(2, Frames(new MiniqqDialect(), Spoken(Hello), Spoken(Hello)).Length);
    }
}
