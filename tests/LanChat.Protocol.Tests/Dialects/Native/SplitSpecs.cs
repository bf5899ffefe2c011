using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LanChat.Protocol.Tests.Text;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class SplitSpecs
{
    /// <summary>Greetings and lines of all kinds, some too long, some no text.</summary>
    private static readonly Gen<byte[]> AnyScript =
        from greeting in Gen.OneOf(
            Gen.Constant("bob\n"u8.ToArray()),
            Gen.Constant("{\"hello\":1,\"nick\":\"bob\"}\n"u8.ToArray()),
            Arbitrary.Bytes)
        from lines in Gen.Frequency(
            (3, Arbitrary.Line.Select(Encoding.UTF8.GetBytes)),
            (1, Arbitrary.Line.Select(Gbk.Bytes)),
            (3, Arbitrary.Text.Select(text => LanChat.Protocol.Dialects.Native.RichRequest.Say(text)[..^1])),
            (1, Gen.Elements("{}"u8.ToArray(), "{\"pong\":1}"u8.ToArray(), "{\"say\":1}"u8.ToArray(), ""u8.ToArray())),
            (1, Arbitrary.Bytes)).ArrayOf()
        from end in Gen.Elements("\n", "\r\n")
        select (byte[])[.. greeting, .. lines.SelectMany(line => line.Concat(Encoding.ASCII.GetBytes(end)))];

    [Theory]
    [MemberData(nameof(Scripts.OnLines), MemberType = typeof(Scripts))]
    public void A_script_means_the_same_wherever_it_is_cut(byte[] script)
    {
        var uncut = Scripts.Heard(script);
        Assert.NotEmpty(uncut);

        for (var first = 0; first <= script.Length; first++)
        {
            for (var second = first; second <= script.Length; second++)
                Assert.Equal(uncut, Scripts.Heard(script[..first], script[first..second], script[second..]));
        }
    }

    [Theory]
    [MemberData(nameof(Scripts.OnLines), MemberType = typeof(Scripts))]
    public void A_script_means_the_same_byte_by_byte(byte[] script) =>
        Assert.Equal(Scripts.Heard(script), Scripts.Heard(script.Select(value => new[] { value })));

    [Fact]
    public void Any_script_means_the_same_however_it_is_cut() => Property.HoldsFor(
        AnyScript.SelectMany(Arbitrary.PiecesOf),
        pieces => Assert.Equal(Scripts.Heard([.. pieces.SelectMany(piece => piece)]), Scripts.Heard(pieces)),
        times: 2000);

    [Theory]
    [InlineData("小糖豆", "你好 é 😀 豆")]
    [InlineData("bob", "one\ntwo\r\n")]
    public void A_raw_script_means_the_same_wherever_a_name_or_a_character_is_cut(string name, string text)
    {
        byte[] nick = Encoding.UTF8.GetBytes(name), said = Encoding.UTF8.GetBytes(text);
        IReadOnlyList<ClientMessage> uncut = [Speech.Enter(name), Speech.Say(text)];

        for (var cut = 0; cut <= nick.Length; cut++)
            Assert.Equal(
                uncut,
                new Listener().Reads(nick.AsSpan()[..cut]).Reads(nick.AsSpan()[cut..]).Waits().Reads(said).Heard);

        for (var cut = 0; cut <= said.Length; cut++)
        {
            var head = Encoding.UTF8.GetString(said.AsSpan()[..cut]);
            var isBetweenCharacters = cut > 0 && cut < said.Length && text.StartsWith(head, StringComparison.Ordinal);
            var expected = isBetweenCharacters
                ? [Speech.Enter(name), Speech.Say(head), Speech.Say(text[head.Length..])]
                : uncut;

            Assert.Equal(
                expected,
                new Listener().Reads(nick).Waits().Reads(said.AsSpan()[..cut]).Reads(said.AsSpan()[cut..]).Heard);
        }
    }
}
