using System.Text;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Tests.Text;

public sealed class RawReadsSpecs
{
    private readonly RawReads _reads = new(longest: 16);

    private string? Read(params byte[] read)
    {
        ReadOnlySpan<byte> bytes = read;
        var isMessage = _reads.TryTake(ref bytes, out var text, out var refusal);
        Assert.True(bytes.IsEmpty);
        Assert.NotEqual(isMessage, _reads.IsCut);
        return Shown(isMessage, text, refusal);
    }

    private string? Wait() => Shown(_reads.TryReadRest(out var text, out var refusal), text, refusal);

    private static string? Shown(bool isMessage, string? text, Refusal? refusal)
    {
        Assert.Equal(isMessage, text is null ^ refusal is null);
        return text ?? (refusal is null ? null : $"<{refusal.Code}>");
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("一二三四五")]
    [InlineData("one\r\ntwo\r\n")]
    public void One_read_is_one_message(string text)
    {
        Assert.Equal(text, Read(Encoding.UTF8.GetBytes(text)));
        Assert.Null(Wait());
    }

    [Fact]
    public void A_message_split_inside_characters_waits_for_the_rest()
    {
        var bytes = "糖😀é豆"u8.ToArray();
        int[] ends = [2, 5, 8, 11];

        var from = 0;
        foreach (var end in ends)
        {
            Assert.Null(Read(bytes[from..end]));
            from = end;
        }

        Assert.Equal("糖😀é豆", Read(bytes[from..]));
        Assert.Equal("next", Read("next"u8.ToArray()));
    }

    [Fact]
    public void A_GBK_message_split_inside_characters_waits_for_the_rest()
    {
        var bytes = Gbk.Bytes("你好a许");

        Assert.Null(Read(bytes[..1]));
        Assert.Null(Read(bytes[1..3]));
        Assert.Null(Read(bytes[3..6]));
        Assert.Equal("你好a许", Read(bytes[6..]));
        Assert.Equal("豆", Read("豆"u8.ToArray()));
    }

    [Fact]
    public void An_ambiguous_message_is_complete_after_the_wait()
    {
        Assert.Null(Read(Gbk.Bytes("浣")));
        Assert.Equal("浣", Wait());
        Assert.Null(Read(0xF0, 0x9F, 0x98));
        Assert.Equal("<not-text>", Wait());
        Assert.Equal("next", Read("next"u8.ToArray()));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xFF, 0x81 })]
    [InlineData(new byte[] { 0x81, 0x30, 0xE8 })]
    [InlineData(new byte[] { 0x61, 0x00 })]
    [InlineData(new byte[] { 0xC4, 0xE3, 0x00 })]
    public void Input_that_cannot_become_text_is_refused_at_once(byte[] bytes) => Assert.Equal("<not-text>", Read(bytes));

    [Fact]
    public void Buffered_bytes_count_towards_the_limit()
    {
        Assert.Equal("1234567890123456", Read("1234567890123456"u8.ToArray()));
        Assert.Equal("<line-too-long>", Read("12345678901234567"u8.ToArray()));
        Assert.Null(Read([.. "12345678901234"u8, 0xE8]));
        Assert.Equal("<line-too-long>", Read(0xB1, 0x86));
        Assert.Equal("豆", Read("豆"u8.ToArray()));
    }

    /// <summary>
    /// Every read ends inside a character, so all reads are one message; the parser must not reread
    /// its buffer with every read.
    /// </summary>
    [Fact]
    public void A_message_in_100_000_chunks_allocates_no_more_than_in_one()
    {
        var reads = new RawReads(longest: 1 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        ReadOnlySpan<byte> bytes = [0xC3];
        Assert.False(reads.TryTake(ref bytes, out _, out _));
        for (var count = 0; count < 100_000; count++)
        {
            bytes = [0xA9, 0xC3];
            Assert.False(reads.TryTake(ref bytes, out _, out _));
        }

        bytes = [0xA9];
        Assert.True(reads.TryTake(ref bytes, out var text, out _));
        Assert.Equal(new string('é', 100_001), text);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }
}
