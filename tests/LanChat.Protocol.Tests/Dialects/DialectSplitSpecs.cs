using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LanChat.Protocol.Tests.Text;

namespace LanChat.Protocol.Tests.Dialects;

public sealed class DialectSplitSpecs
{
    [Theory]
    [MemberData(nameof(DialectScripts.Framed), MemberType = typeof(DialectScripts))]
    public void A_script_means_the_same_in_any_chunks(string dialect) => Property.HoldsFor(
        DialectScripts.AnyScript(dialect).SelectMany(Arbitrary.PiecesOf),
        pieces =>
        {
            byte[] script = [.. pieces.SelectMany(piece => piece)];
            var uncut = DialectScripts.Messages(dialect, script);

            Assert.Equal(uncut, DialectScripts.Messages(dialect, pieces));
            Assert.Equal(uncut, DialectScripts.Messages(dialect, script.Select(value => new[] { value })));
        },
        times: 2000);

    /// <summary>
    /// In raw mode a read that ends inside a character is joined with the next one.
    /// </summary>
    [Theory]
    [InlineData("json", "@ann ")]
    [InlineData("terminal", "")]
    [InlineData("colon", "")]
    public void A_raw_message_split_inside_characters_means_the_same(string dialect, string beginning) =>
        Property.HoldsFor(
        CharactersInPieces,
        pieces => Assert.Equal(
            Messages(dialect, beginning, [.. pieces.SelectMany(piece => piece)]), Messages(dialect, beginning, pieces)),
        times: 1000);

    private static IReadOnlyList<ClientMessage> Messages(string dialect, string beginning, params byte[][] pieces)
    {
        var driver = new ConversationDriver(DialectScripts.Of(dialect)).Receive("bob").Pause();
        driver.Receive([.. Encoding.ASCII.GetBytes(beginning), .. pieces[0]]);
        foreach (var piece in pieces.Skip(1)) driver.Receive(piece);
        Assert.Equal(2, driver.Pause().Messages.Count);
        return driver.Messages;
    }

    // In GBK the first character must not be valid UTF-8: the encoding of the others is ambiguous.
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
