using FsCheck;
using FsCheck.Fluent;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class HostileBytesSpecs
{
    private static readonly byte[][] Beginnings =
        ["bob\n"u8.ToArray(), "{\"hello\":1,\"nick\":\"bob\"}\n"u8.ToArray(), "bob"u8.ToArray(), []];

    /// <summary>Arbitrary input of a client; null is a pause.</summary>
    private static readonly Gen<byte[]?[]> AnyScript =
        from beginning in Gen.Elements(Beginnings)
        from rest in Gen.Frequency(
            (4, Arbitrary.Bytes.Select(bytes => (byte[]?)bytes)), (1, Gen.Constant<byte[]?>(null))).ArrayOf()
        select (byte[]?[])[beginning, .. rest];

    /// <summary>
    /// The driver checks the rest: no exception, no unread bytes, no message after a closing
    /// refusal.
    /// </summary>
    [Fact]
    public void Arbitrary_input_becomes_text_messages_within_the_limit() => Property.HoldsFor(AnyScript, moves =>
    {
        var driver = new ConversationDriver(Scripts.Limits);
        foreach (var bytes in moves) _ = bytes is null ? driver.Pause() : driver.Receive(bytes);

        foreach (var said in driver.End().Messages.OfType<ClientMessage.Say>())
        {
            Assert.DoesNotContain('\0', said.Text);
            Assert.InRange(said.Text.Length, 0, Scripts.Limits.Line);
        }
    }, times: 3000);

    /// <summary>
    /// Almost valid objects: they reach the request parser, not only the JSON parser.
    /// </summary>
    [Fact]
    public void A_request_with_changed_bytes_does_no_harm()
    {
        var good = """{"to": [1, {"a": null}], "\u0073ay": "\ud83d\ude00 \n", "pong": 12, "nick": "b"}"""u8.ToArray();
        var change = Gen.Choose(0, good.Length - 1).SelectMany(at => Gen.OneOf(
            Gen.Choose(0, 255), Gen.Elements<int>('"', '\\', '{', 'd', '0', ',')).Select(
                value => (At: at, Value: (byte)value)));

        Property.HoldsFor(change.ArrayOf(3), changes =>
        {
            var line = good.ToArray();
            foreach (var (at, value) in changes) line[at] = value;
            new ConversationDriver().Receive("{\"hello\":1,\"nick\":\"bob\"}\n").Receive(line).Receive("\n").End();
        }, times: 5000);
    }
}
