using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LanChat.Protocol.Tests.Text;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class SplitSpecs
{
    /// <summary>Hellos and lines of all kinds, some too long, some not text.</summary>
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
    public void A_script_means_the_same_at_every_split(byte[] script)
    {
        var uncut = Scripts.Messages(script);
        Assert.NotEmpty(uncut);

        for (var first = 0; first <= script.Length; first++)
        {
            for (var second = first; second <= script.Length; second++)
                Assert.Equal(uncut, Scripts.Messages(script[..first], script[first..second], script[second..]));
        }
    }

    [Theory]
    [MemberData(nameof(Scripts.OnLines), MemberType = typeof(Scripts))]
    public void A_script_means_the_same_byte_by_byte(byte[] script) =>
        Assert.Equal(Scripts.Messages(script), Scripts.Messages(script.Select(value => new[] { value })));

    [Fact]
    public void Any_script_means_the_same_in_any_chunks() => Property.HoldsFor(
        AnyScript.SelectMany(Arbitrary.PiecesOf),
        pieces => Assert.Equal(Scripts.Messages([.. pieces.SelectMany(piece => piece)]), Scripts.Messages(pieces)),
        times: 2000);

    [Theory]
    [InlineData("小糖豆", "你好 é 😀 豆")]
    [InlineData("bob", "one\ntwo\r\n")]
    public void A_raw_script_means_the_same_if_a_name_or_character_is_split(string name, string text)
    {
        byte[] nick = Encoding.UTF8.GetBytes(name), said = Encoding.UTF8.GetBytes(text);
        IReadOnlyList<ClientMessage> uncut = [ClientMessages.Enter(name), ClientMessages.Say(text)];

        for (var cut = 0; cut <= nick.Length; cut++)
            Assert.Equal(
                uncut,
                new ConversationDriver().Receive(nick.AsSpan()[..cut]).Receive(nick.AsSpan()[cut..]).Pause()
                    .Receive(said).Messages);

        for (var cut = 0; cut <= said.Length; cut++)
        {
            var head = Encoding.UTF8.GetString(said.AsSpan()[..cut]);
            var isBetweenCharacters = cut > 0 && cut < said.Length && text.StartsWith(head, StringComparison.Ordinal);
            var expected = isBetweenCharacters
                ? [ClientMessages.Enter(name), ClientMessages.Say(head), ClientMessages.Say(text[head.Length..])]
                : uncut;

            Assert.Equal(
                expected,
                new ConversationDriver().Receive(nick).Pause()
                    .Receive(said.AsSpan()[..cut]).Receive(said.AsSpan()[cut..]).Messages);
        }
    }
}
