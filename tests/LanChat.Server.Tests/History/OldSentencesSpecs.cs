using LanChat.Protocol;
using LanChat.Protocol.Dialects;
using LanChat.Server.Storage;

namespace LanChat.Server.Tests.History;

/// <summary>
/// Room sentences of earlier versions become fields, whatever nicknames they contain.
/// </summary>
public sealed class OldSentencesSpecs
{
    private static readonly string[] OddNames =
    [
        "ann", "小 明", "a】的【b", "】加入聊天室!", "】下线了", "】改名为【", "【", "】", "x】改名为【y】改名为【z", "('10.0.0.1', 7) 的【",
        "', 7) 的【q", "欢迎来自 ('1', 2) 的【n】加入聊天室!", "a:b", "[file] a, 1 bytes", "😀", ", 5 bytes",
    ];

    public static TheoryData<string> Names => [.. OddNames];

    /// <summary>The message as an earlier version stored it.</summary>
    private static (ChatMessage Message, Member? About) Stored(SystemMessage what)
    {
        var message = TestMessages.OfRoom(1, what);
        return (message with { System = null, Text = RoomSentences.TextOf(message) }, what.Fields.About);
    }

    private static void AssertRead(SystemMessage what)
    {
        var (message, about) = Stored(what);

        var read = OldSentences.Read(message, about);

        Assert.Equal((what, ""), (read.System, read.Text));
        Assert.Equal(read, OldSentences.Read(read, about));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Join_leave_and_rename_sentences_are_parsed(string name)
    {
        var member = new Member(name, new PeerAddress("fe80::1", 65_535));
        AssertRead(new SystemMessage.Joined(member));
        AssertRead(new SystemMessage.Left(member));
        foreach (var was in OddNames) AssertRead(new SystemMessage.Renamed(member, was));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Join_and_leave_sentences_suffice_without_other_fields(string name)
    {
        var member = new Member(name, new PeerAddress("10.0.0.1", 7));
        foreach (var what in new SystemMessage[] { new SystemMessage.Joined(member), new SystemMessage.Left(member) })
            Assert.Equal(what, OldSentences.Read(Stored(what).Message, about: null).System);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_000_000_000_000)]
    public void Store_sentences_are_parsed(long lost)
    {
        AssertRead(new SystemMessage.StoreUnavailable());
        AssertRead(new SystemMessage.StoreRecovered(lost));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void File_sentences_are_parsed(string name)
    {
        var file = new ChatFile(7, name, 12, null);
        ChatFile[] files =
        [
            file,
            file with { Link = "/files/x", Site = "http://[fe80::1]:8080" },
            file with { Link = "/files/x", Site = "" },
        ];
        foreach (var one in files)
        {
            var stored = TestMessages.Message(
                1, RoomSentences.Shared(one), MessageKind.File) with
            { File = one with { Site = null } };

            var read = OldSentences.Read(stored, about: null);

            Assert.Equal((name, one), (read.Text, read.File));
            Assert.Equal(stored.Text, RoomSentences.TextOf(read));
            Assert.Equal(read, OldSentences.Read(read, about: null));
        }
    }

    [Theory]
    [InlineData(MessageKind.Joined, "")]
    [InlineData(MessageKind.Joined, "ann came in")]
    [InlineData(MessageKind.Joined, "欢迎来自 ('10.0.0.1', 7) 的【】加入聊天室!")]
    [InlineData(MessageKind.Joined, "欢迎来自 ('10.0.0.1', 99999999999) 的【a】加入聊天室!")]
    [InlineData(MessageKind.Joined, "欢迎来自 ('10.0.0.1', 07) 的【a】加入聊天室!")]
    [InlineData(MessageKind.Joined, "欢迎来自 ('")]
    [InlineData(MessageKind.Left, "来自 ('10.0.0.1', 7) 的客户端【ann】下线了?")]
    [InlineData(MessageKind.Left, "欢迎来自 ('10.0.0.1', 7) 的【ann】加入聊天室!")]
    [InlineData(MessageKind.Renamed, "【ann】改名为【bob】")]
    [InlineData(MessageKind.Renamed, "】")]
    [InlineData(MessageKind.Room, "聊天记录已恢复写入,丢失 -3 条")]
    [InlineData(MessageKind.Room, "聊天记录已恢复写入,丢失 007 条")]
    [InlineData(MessageKind.Said, "欢迎来自 ('10.0.0.1', 7) 的【ann】加入聊天室!")]
    [InlineData(MessageKind.File, "[file] a, 1 bytes")]
    public void Any_other_text_stays_a_text(MessageKind kind, string text)
    {
        var message = TestMessages.Message(1, text, kind);
        Assert.Equal(message, OldSentences.Read(message, about: null));
    }

    [Theory]
    [InlineData("【a】改名为【b】")]
    [InlineData("【】改名为【carl】")]
    [InlineData("carl")]
    public void A_rename_sentence_with_another_nickname_stays_a_text(string text)
    {
        var message = TestMessages.Message(1, text, MessageKind.Renamed);
        Assert.Equal(message, OldSentences.Read(message, new Member("carl", TestMessages.Home)));
    }
}
