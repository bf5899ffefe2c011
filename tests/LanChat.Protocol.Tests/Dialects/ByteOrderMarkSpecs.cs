using LanChat.Protocol.Dialects;
using LanChat.Protocol.Dialects.Native;
using LanChat.Protocol.Dialects.Older;
using static LanChat.Protocol.Tests.Dialects.Speech;

namespace LanChat.Protocol.Tests.Dialects;

/// <summary>A mark of byte order is no text, whatever is said behind it.</summary>
public sealed class ByteOrderMarkSpecs
{
    private static ClientMessage[] Heard(IDialect dialect, ReadOnlySpan<byte> bytes, int cut = 0) =>
        [.. new Listener(dialect).Reads(bytes[..cut]).Reads(bytes[cut..]).Heard.Where(
            said => said is not ClientMessage.Answered)];

    private static byte[] Marked(ReadOnlySpan<byte> text) => [0xEF, 0xBB, 0xBF, .. text];

    [Fact]
    public void Before_a_name_on_a_line_and_a_hello_it_is_passed_over_however_it_is_cut()
    {
        byte[] name =
            Marked("ada\nhello\n"u8), hello = Marked(RichRequest.Hello("ivo")), login = Marked("login ada\n"u8);
        for (var cut = 0; cut < 8; cut++)
        {
            Assert.Equal([Enter("ada"), Say("hello")], Heard(new JsonDialect(), name, cut));
            Assert.Equal([Enter("ivo")], Heard(new JsonDialect(), hello, cut));
            Assert.Equal([Login("ada")], Heard(new LineDialect(), login, cut));
        }
    }

    [Fact]
    public void Before_a_name_without_a_line_end_too() =>
        Assert.Equal([Enter("ada")], new Listener().Reads(Marked("ada"u8)).Waits().Heard);

    [Fact]
    public void And_where_every_read_is_a_message_or_every_object()
    {
        Assert.Equal(
            [new ClientMessage.Enter("张三", Numbering: Numbering.Repeated)], Heard(new ColonDialect(), Marked("张三"u8)));
        Assert.Equal([Login("ada")], Heard(new PychatDialect(), Marked("""{"type":"login","msg":"ada"}"""u8)));
        Assert.Equal([Say("hi")], Heard(new MiniqqDialect(), Marked("""{"type":"1","content":"hi"}"""u8))[1..]);
    }

    [Fact]
    public void What_begins_like_one_waits_for_its_rest_no_longer_than_a_character_does()
    {
        Assert.Equal([Invalid(Refusal.NotText)], new Listener().Reads([0xEF]).Waits().Heard);
        Assert.Equal([Invalid(Refusal.NotText)], new Listener(new ColonDialect()).Reads([0xEF]).Waits().Heard);
        Assert.Equal(
            [new ClientMessage.Enter("锘", Numbering: Numbering.Repeated)],
            new Listener(new ColonDialect()).Reads([0xEF, 0xBB]).Waits().Heard);
    }

    [Fact]
    public void What_begins_like_one_is_text()
    {
        var fullWidth = "ｂｏｂ\nｂ\n"u8;
        for (var cut = 0; cut < fullWidth.Length; cut++)
            Assert.Equal([Enter("ｂｏｂ"), Say("ｂ")], Heard(new JsonDialect(), fullWidth, cut));
        Assert.Equal([Enter("ｂ"), Say("ｏ")], new Listener().Reads("ｂ"u8).Waits().Reads("ｏ"u8).Heard);
        Assert.Equal([Invalid(Refusal.NotText)], new Listener().Reads([0xEF]).Ends().Heard);
    }
}
