using LanChat.Protocol.Dialects;
using LanChat.Protocol.Dialects.Native;
using LanChat.Protocol.Dialects.Older;
using static LanChat.Protocol.Tests.Dialects.ClientMessages;

namespace LanChat.Protocol.Tests.Dialects;

/// <summary>A byte order mark is not text in any dialect.</summary>
public sealed class ByteOrderMarkSpecs
{
    private static ClientMessage[] Messages(IDialect dialect, ReadOnlySpan<byte> bytes, int cut = 0) =>
        [.. new ConversationDriver(dialect).Receive(bytes[..cut]).Receive(bytes[cut..]).Messages.Where(
            said => said is not ClientMessage.Answered)];

    private static byte[] Marked(ReadOnlySpan<byte> text) => [0xEF, 0xBB, 0xBF, .. text];

    [Fact]
    public void A_mark_before_a_name_and_a_hello_is_skipped_at_every_split()
    {
        byte[] name =
            Marked("ada\nhello\n"u8), hello = Marked(RichRequest.Hello("ivo")), login = Marked("login ada\n"u8);
        for (var cut = 0; cut < 8; cut++)
        {
            Assert.Equal([Enter("ada"), Say("hello")], Messages(new JsonDialect(), name, cut));
            Assert.Equal([Enter("ivo")], Messages(new JsonDialect(), hello, cut));
            Assert.Equal([Login("ada")], Messages(new LineDialect(), login, cut));
        }
    }

    [Fact]
    public void A_mark_before_a_name_without_line_break_is_skipped() =>
        Assert.Equal([Enter("ada")], new ConversationDriver().Receive(Marked("ada"u8)).Pause().Messages);

    [Fact]
    public void A_mark_is_skipped_in_dialects_of_reads_and_objects()
    {
        Assert.Equal(
            [new EnterRequest("张三", Numbering: Numbering.Repeated)], Messages(new ColonDialect(), Marked("张三"u8)));
        Assert.Equal([Login("ada")], Messages(new PychatDialect(), Marked("""{"type":"login","msg":"ada"}"""u8)));
        Assert.Equal([Say("hi")], Messages(new MiniqqDialect(), Marked("""{"type":"1","content":"hi"}"""u8))[1..]);
    }

    [Fact]
    public void A_partial_mark_waits_only_as_long_as_a_partial_character()
    {
        Assert.Equal([Invalid(Refusal.NotText)], new ConversationDriver().Receive([0xEF]).Pause().Messages);
        Assert.Equal(
            [Invalid(Refusal.NotText)], new ConversationDriver(new ColonDialect()).Receive([0xEF]).Pause().Messages);
        Assert.Equal(
            [new EnterRequest("锘", Numbering: Numbering.Repeated)],
            new ConversationDriver(new ColonDialect()).Receive([0xEF, 0xBB]).Pause().Messages);
    }

    [Fact]
    public void A_character_that_begins_like_a_mark_is_text()
    {
        var fullWidth = "ｂｏｂ\nｂ\n"u8;
        for (var cut = 0; cut < fullWidth.Length; cut++)
            Assert.Equal([Enter("ｂｏｂ"), Say("ｂ")], Messages(new JsonDialect(), fullWidth, cut));
        Assert.Equal([Enter("ｂ"), Say("ｏ")], new ConversationDriver().Receive("ｂ"u8).Pause().Receive("ｏ"u8).Messages);
        Assert.Equal([Invalid(Refusal.NotText)], new ConversationDriver().Receive([0xEF]).End().Messages);
    }
}
