using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace LanChat.Protocol.Tests.Dialects;

public sealed class ArbitraryBytesSpecs
{
    private const int Read = 8192;

    /// <summary>Arbitrary input of a client; null is a pause.</summary>
    private static Gen<byte[]?[]> AnyScript(string dialect) =>
        from beginning in DialectScripts.AnyScript(dialect)
        from rest in Gen.Frequency(
            (4, Arbitrary.Bytes.Select(bytes => (byte[]?)bytes)),
            (2, DialectScripts.AnyScript(dialect).Select(bytes => (byte[]?)bytes)),
            (1, Gen.Constant<byte[]?>(null))).ArrayOf()
        select (byte[]?[])[beginning, .. rest];

    /// <summary>
    /// The driver checks the rest: no exception, no unread bytes, no message after a closing
    /// refusal.
    /// </summary>
    [Theory]
    [MemberData(nameof(DialectScripts.All), MemberType = typeof(DialectScripts))]
    public void Arbitrary_input_becomes_text_messages_within_the_limit(string dialect) =>
        Property.HoldsFor(AnyScript(dialect), moves =>
    {
        var driver = new ConversationDriver(DialectScripts.Of(dialect), DialectScripts.Limits);
        foreach (var bytes in moves) _ = bytes is null ? driver.Pause() : driver.Receive(bytes);

        Assert.All(driver.End().Messages.SelectMany(TextsOf), text =>
        {
            Assert.DoesNotContain('\0', text);
            Assert.InRange(text.Length, 0, DialectScripts.Limits.Line);
        });
    }, times: 1000);

    private static string[] TextsOf(ClientMessage message) => message switch
    {
        ClientMessage.Say say => [say.Text],
        ClientMessage.Act act => [act.Text],
        ClientMessage.Tell tell => [tell.Text],
        ClientMessage.Share share => [share.Text],
        _ => [],
    };

    [Theory]
    [InlineData("pychat", "{\"type\":\"login\",\"msg\":\"")]
    [InlineData("pychat", "{\"type\":\"login\",\"msg\":\"bob\"}{\"type\":\"broadcast\",\"msg\":\"")]
    [InlineData("pychat", "{\"type\"  ")]
    [InlineData("miniqq", "{\"type\":\"3\",\"filename\":\"a\",\"content\":\"\\")]
    [InlineData("miniqq", "{")]
    [InlineData("line", "")]
    [InlineData("line", "login bob\nsay ")]
    [InlineData("terminal", "{\"hello\"")]
    public void Endless_input_is_refused_at_the_limit_without_further_allocation(string dialect, string beginning)
    {
        var driver = new ConversationDriver(DialectScripts.Of(dialect)).Receive(beginning);
        var piece = Encoding.ASCII.GetBytes(new string('a', Read));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = 0;
        for (; !driver.IsClosed; read += Read) driver.Receive(piece);

        Assert.Equal(ClientMessages.Invalid(Refusal.LineTooLong), driver.Messages[^1]);
        Assert.InRange(read, WireLimits.Default.Line, WireLimits.Default.Line + (2 * Read));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 * WireLimits.Default.Line);

        before = GC.GetAllocatedBytesForCurrentThread();
        for (read = 0; read < 1 << 28; read += Read) driver.Receive(piece);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Read);
    }

    /// <summary>
    /// Each of these would take seconds if the parser reread its buffer with every byte.
    /// </summary>
    [Theory]
    [InlineData("pychat", "{\"type\":\"broadcast\",\"msg\":\"", "a", "\"}")]
    [InlineData("miniqq", "{\"type\":\"1\",\"content\":\"", "\\n", "\"}")]
    [InlineData("miniqq", "{\"type\":\"1\",\"content\":\"", "豆", "\"}")]
    [InlineData("miniqq", "{", " ", "}")]
    [InlineData("miniqq", " ", "\n", "{}")]
    [InlineData("miniqq", "", "{}", "{}")]
    [InlineData("line", "login bob\nsay ", "a", "\n")]
    [InlineData("line", "login bob\n", "\n", "say hi\n")]
    [InlineData("json", "bob\n", "豆", "\n")]
    [InlineData("json", "{\"hello\":1,\"nick\":\"bob\"}\n{\"say\":\"", "a", "\"}\n")]
    public void Input_byte_by_byte_takes_linear_time(
        string dialect, string beginning, string middle, string end)
    {
        byte[] script =
        [
            .. Encoding.UTF8.GetBytes(beginning),
            .. Enumerable.Repeat(
                Encoding.UTF8.GetBytes(middle), 65_000 / Encoding.UTF8.GetByteCount(middle)).SelectMany(bytes => bytes),
            .. Encoding.UTF8.GetBytes(end),
        ];

        Assert.InRange(FastestOf(5, script.Chunk(1)), TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.InRange(FastestOf(5, script.Chunk(Read)), TimeSpan.Zero, TimeSpan.FromSeconds(2));

        TimeSpan FastestOf(int times, IEnumerable<byte[]> pieces) =>
            Enumerable.Range(0, times).Min(_ => Time([.. pieces]));

        TimeSpan Time(byte[][] pieces)
        {
            var driver = new ConversationDriver(DialectScripts.Of(dialect));
            var watch = Stopwatch.StartNew();
            foreach (var piece in pieces) driver.Receive(piece);
            Assert.False(driver.IsClosed);
            return watch.Elapsed;
        }
    }
}
