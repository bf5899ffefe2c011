using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LanChat.Protocol.Tests.Text;

namespace LanChat.Protocol.Tests.Dialects;

public sealed class AnySplitSpecs
{
    [Theory]
    [MemberData(nameof(DialectScripts.Framed), MemberType = typeof(DialectScripts))]
    public void A_script_means_the_same_however_it_is_cut(string dialect) => Property.HoldsFor(
        DialectScripts.AnyScript(dialect).SelectMany(Arbitrary.PiecesOf),
        pieces =>
        {
            byte[] script = [.. pieces.SelectMany(piece => piece)];
            var uncut = DialectScripts.Heard(dialect, script);

            Assert.Equal(uncut, DialectScripts.Heard(dialect, pieces));
            Assert.Equal(uncut, DialectScripts.Heard(dialect, script.Select(value => new[] { value })));
        },
        times: 2000);

    /// <summary>
    /// Where nothing but reads tells messages apart, it makes no difference where inside its
    /// characters one is cut.
    /// </summary>
    [Theory]
    [InlineData("json", "@ann ")]
    [InlineData("terminal", "")]
    [InlineData("colon", "")]
    public void A_raw_message_means_the_same_wherever_its_characters_are_cut(string dialect, string beginning) =>
        Property.HoldsFor(
        CharactersInPieces,
        pieces => Assert.Equal(
            Heard(dialect, beginning, [.. pieces.SelectMany(piece => piece)]), Heard(dialect, beginning, pieces)),
        times: 1000);

    private static IReadOnlyList<ClientMessage> Heard(string dialect, string beginning, params byte[][] pieces)
    {
        var listener = new Listener(DialectScripts.Of(dialect)).Reads("bob").Waits();
        listener.Reads([.. Encoding.ASCII.GetBytes(beginning), .. pieces[0]]);
        foreach (var piece in pieces.Skip(1)) listener.Reads(piece);
        Assert.Equal(2, listener.Waits().Heard.Count);
        return listener.Heard;
    }

    // The first character can't begin a text of UTF-8 when it is GBK: others might be both.
    private static Gen<byte[][]> CharactersInPieces =>
        from isGbk in Gen.Elements(true, false)
        from text in (isGbk
            ? Gen.Choose(0x4E00, 0x9FA5)
            : Gen.OneOf(Gen.Choose(0x80, 0xD7FF), Gen.Choose(0x10000, 0x10FFFF), Gen.Choose('a', 'z')))
            .Select(value => new Rune(value).ToString()).ArrayOf()
        from cuts in Gen.Choose(0, 3).ArrayOf(text.Length + 1)
        select Cut(["啊", .. text], isGbk ? Gbk.Bytes : Encoding.UTF8.GetBytes, cuts);

    private static byte[][] Cut(IEnumerable<string> text, Func<string, byte[]> encoded, int[] cuts)
    {
        List<byte[]> pieces = [[]];
        foreach (var (character, cut) in text.Select(encoded).Zip(cuts))
        {
            var at = Math.Min(cut, character.Length - 1);
            pieces[^1] = [.. pieces[^1], .. character[..at]];
            if (at > 0) pieces.Add([]);
            pieces[^1] = [.. pieces[^1], .. character[at..]];
        }

        return [.. pieces];
    }
}
