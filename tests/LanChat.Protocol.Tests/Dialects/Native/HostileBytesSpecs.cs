using FsCheck;
using FsCheck.Fluent;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class HostileBytesSpecs
{
    private static readonly byte[][] Beginnings =
        ["bob\n"u8.ToArray(), "{\"hello\":1,\"nick\":\"bob\"}\n"u8.ToArray(), "bob"u8.ToArray(), []];

    /// <summary>What a client does; null is a pause.</summary>
    private static readonly Gen<byte[]?[]> Anything =
        from beginning in Gen.Elements(Beginnings)
        from rest in Gen.Frequency(
            (4, Arbitrary.Bytes.Select(bytes => (byte[]?)bytes)), (1, Gen.Constant<byte[]?>(null))).ArrayOf()
        select (byte[]?[])[beginning, .. rest];

    /// <summary>
    /// The listener checks the rest: nothing thrown, nothing left over, nothing said after a
    /// closing refusal.
    /// </summary>
    [Fact]
    public void Whatever_is_sent_becomes_messages_of_text_within_the_limit() => Property.HoldsFor(Anything, moves =>
    {
        var listener = new Listener(Scripts.Limits);
        foreach (var bytes in moves) _ = bytes is null ? listener.Waits() : listener.Reads(bytes);

        foreach (var said in listener.Ends().Heard.OfType<ClientMessage.Say>())
        {
            Assert.DoesNotContain('\0', said.Text);
            Assert.InRange(said.Text.Length, 0, Scripts.Limits.Line);
        }
    }, times: 3000);

    /// <summary>
    /// Objects that are almost right: the reader of requests sees the inside of JSON, not only its
    /// outside.
    /// </summary>
    [Fact]
    public void A_request_with_a_few_bytes_changed_does_no_harm()
    {
        var good = """{"to": [1, {"a": null}], "\u0073ay": "\ud83d\ude00 \n", "pong": 12, "nick": "b"}"""u8.ToArray();
        var change = Gen.Choose(0, good.Length - 1).SelectMany(at => Gen.OneOf(
            Gen.Choose(0, 255), Gen.Elements<int>('"', '\\', '{', 'd', '0', ',')).Select(
                value => (At: at, Value: (byte)value)));

        Property.HoldsFor(change.ArrayOf(3), changes =>
        {
            var line = good.ToArray();
            foreach (var (at, value) in changes) line[at] = value;
            new Listener().Reads("{\"hello\":1,\"nick\":\"bob\"}\n").Reads(line).Reads("\n").Ends();
        }, times: 5000);
    }
}
