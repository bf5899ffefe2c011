using System.Text;
using static LanChat.Protocol.Tests.Dialects.ClientMessages;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class EndlessLineSpecs
{
    private const int Read = 8192;
    private const int Gigabyte = 1 << 30;
    private static readonly byte[] Piece = [.. Enumerable.Repeat((byte)'a', Read)];

    [Theory]
    [InlineData("")]
    [InlineData("bob\n")]
    [InlineData("{\"hello\":1,\"nick\":\"bob\"}\n")]
    [InlineData("{\"hello\":1,\"nick\":\"")]
    public void A_gigabyte_without_line_break_is_refused_at_the_limit(string beginning)
    {
        var driver = new ConversationDriver().Receive(beginning);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = Encoding.UTF8.GetByteCount(beginning);
        while (!driver.IsClosed) read += Feed(driver);

        Assert.Equal(Invalid(Refusal.LineTooLong), driver.Messages[^1]);
        Assert.InRange(read, WireLimits.Default.Line, WireLimits.Default.Line + (2 * Read));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 * WireLimits.Default.Line);

        before = GC.GetAllocatedBytesForCurrentThread();
        while (read < Gigabyte) read += Feed(driver);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Read);
    }

    [Fact]
    public void A_gigabyte_of_partial_characters_is_refused_at_the_limit()
    {
        var driver = new ConversationDriver().Receive("bob").Pause().Receive([0xE8]);
        byte[] piece = [0xB1, 0x86, .. Enumerable.Repeat((byte)'a', Read - 3), 0xE8];
        var read = 1;
        for (; !driver.IsClosed; read += piece.Length) driver.Receive(piece);

        Assert.Equal([Enter("bob"), Invalid(Refusal.LineTooLong)], driver.Messages);
        Assert.InRange(read, WireLimits.Default.Line, WireLimits.Default.Line + (2 * Read));
    }

    private static int Feed(ConversationDriver driver)
    {
        driver.Receive(Piece);
        return Piece.Length;
    }
}
