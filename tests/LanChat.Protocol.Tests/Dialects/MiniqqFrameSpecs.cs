using LanChat.Protocol.Dialects;
using LanChat.Protocol.Dialects.Older;
using static LanChat.Protocol.Tests.Dialects.Events;

namespace LanChat.Protocol.Tests.Dialects;

/// <summary>The exact frames sent to miniqq clients.</summary>
public sealed class MiniqqFrameSpecs
{
    private static readonly IEncoder Encoder =
        new MiniqqDialect().Open(WireLimits.Default, ConversationDriver.Peer).Encoder;

    private static void Sends(string frame, RoomEvent said) => Assert.Equal([frame], Frames(new MiniqqDialect(), said));

    [Fact]
    public void A_message_is_type_1() => Sends("""{"type":"1","sourceIP":"小糖豆","content":"大家好"}""", Spoken(Hello));

    [Fact]
    public void A_private_message_is_type_1() => Sends("""{"type":"1","sourceIP":"小糖豆","content":"只有你"}""", PrivateEvent);

    [Fact]
    public void The_member_list_is_type_2_on_joining_and_on_every_change()
    {
        Member[] entries = [new("192.168.38.149", Bean.Address), new("192.168.38.149:7788", Bean.Address), Who];
        const string list = """{"type":"2","content":["192.168.38.149","192.168.38.149:7788","你是谁啊"]}""";

        Sends(list, new RoomEvent.MembersShown(entries));
        Sends(list, new RoomEvent.MembersChanged(entries, [], [Bean]));
    }

    [Fact]
    public void Joins_leaves_and_renames_appear_only_in_the_list() =>
        Assert.Empty(Frames(new MiniqqDialect(), Spoken(JoinMessage), Spoken(LeaveMessage), Spoken(Renamed)));

    [Fact]
    public void A_text_file_is_type_3_with_its_content()
    {
        const string file = """{"type":"3","sourceIP":"小糖豆","filename":"notes.txt","content":"hello \"file\""}""";

        Sends(file, Spoken(Shared));
        Sends(file, PrivateFileEvent);
    }

    [Fact]
    public void A_large_or_binary_file_is_a_message() => Sends(
        """{"type":"1","sourceIP":"小糖豆","content":"[file] notes.txt, 12 bytes"}""",
        Spoken(Shared with { File = Shared.File! with { Text = null } }));

    [Fact]
    public void An_empty_file_is_a_file() => Sends(
        """{"type":"3","sourceIP":"小糖豆","filename":"notes.txt","content":""}""",
        Spoken(Shared with { File = Shared.File! with { Text = "" } }));

    [Fact]
    public void A_file_is_not_sent_back_to_its_sender()
    {
        var other = Bean with { Address = Bean.Address with { Port = 7789 } };

        Assert.True(Encoder.HasPersonalView);
        foreach (var said in new[] { Spoken(Shared), PrivateFileEvent })
        {
            Assert.False(Encoder.IsFor(said, Bean));
            Assert.True(Encoder.IsFor(said, other));
        }
    }

    [Fact]
    public void Other_events_are_for_everybody() =>
        Assert.All(OfEachKind.Append(Spoken(JoinMessage)), said => Assert.True(Encoder.IsFor(said, Bean)));

    [Fact]
    public void An_action_is_a_message() =>
        Sends("""{"type":"1","sourceIP":"小糖豆","content":"* 小糖豆 waves"}""", Spoken(Wave));

    [Fact]
    public void The_room_replies_with_a_message() => Sends(
        """{"type":"1","sourceIP":"系统消息","content":"The room can keep no more files for now."}""",
        Refused(Refusal.FilesFull));

    [Fact]
    public void Text_is_escaped_as_JSON() =>
        Sends("""{"type":"1","sourceIP":"小糖豆","content":"\"\\ 😀␛\r\n小糖豆: "}""", Spoken(
            Hello with { Text = "\"\\ 😀\u001b\r\n" }));

    [Fact]
    public void Other_events_have_no_frame() => Assert.Empty(Frames(
        new MiniqqDialect(), new Welcomed("room", Bean, 1), new RoomEvent.HistoryShown([Hello]),
        new RoomEvent.NoticeShown("a")));

    [Fact]
    public void Each_frame_is_a_separate_write()
    {
        Assert.True(Encoder.FramesArriveAlone);
        Assert.Equal(2, Frames(new MiniqqDialect(), Spoken(Hello), Spoken(Hello)).Length);
    }
}
