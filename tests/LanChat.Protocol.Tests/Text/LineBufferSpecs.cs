using System.Text;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Tests.Text;

public sealed class LineBufferSpecs
{
    private readonly LineBuffer _buffer = new(longest: 8);
    private readonly List<string> _lines = [];

    private LineBuffer.Outcome Feed(string piece)
    {
        ReadOnlySpan<byte> bytes = Encoding.UTF8.GetBytes(piece);
        LineBuffer.Outcome outcome;
        while ((outcome = _buffer.Read(ref bytes, out var line)) == LineBuffer.Outcome.Line)
            _lines.Add(Encoding.UTF8.GetString(line));
        if (outcome == LineBuffer.Outcome.Unfinished) Assert.True(bytes.IsEmpty);
        return outcome;
    }

    [Theory]
    [InlineData("one\ntwo\n\nthree\n")]
    [InlineData("one\r\ntwo\r\n\r\nthree\r\n")]
    [InlineData("one\r\ntwo\n\nthree\n")]
    public void Lines_are_the_same_at_every_split(string text)
    {
        for (var cut = 0; cut <= text.Length; cut++)
        {
            _lines.Clear();
            Assert.Equal(LineBuffer.Outcome.Unfinished, Feed(text[..cut]));
            Assert.Equal(LineBuffer.Outcome.Unfinished, Feed(text[cut..]));

            Assert.Equal(["one", "two", "", "three"], _lines);
            Assert.True(_buffer.Held.IsEmpty);
        }
    }

    [Fact]
    public void Only_a_carriage_return_before_the_line_feed_is_dropped()
    {
        Feed("\ra\rb\r\r\n");
        Assert.Equal(["\ra\rb\r"], _lines);
    }

    [Fact]
    public void A_partial_line_is_held_until_released()
    {
        Feed("a\nbc");
        Feed("d");
        Assert.Equal("bcd"u8, _buffer.Held);
        Assert.Equal("bcd"u8, _buffer.Release());
        Assert.True(_buffer.Held.IsEmpty);

        Feed("e\n");
        Assert.Equal(["a", "e"], _lines);
    }

    [Theory]
    [InlineData("12345678\n")]
    [InlineData("12345678\r\n")]
    [InlineData("糖豆78\n")]
    public void A_line_of_maximum_length_is_accepted_at_every_split(string text)
    {
        for (var cut = 0; cut <= text.Length; cut++)
        {
            Feed(text[..cut]);
            Feed(text[cut..]);
        }

        Assert.Equal(text.Length + 1, _lines.Count);
        Assert.All(_lines, line => Assert.Equal(text.TrimEnd(), line));
    }

    [Theory]
    [InlineData("123456789\n")]
    [InlineData("123456789\r\n")]
    [InlineData("12345678\r\r\n")]
    [InlineData("123456789")]
    [InlineData("12345678\r9")]
    public void A_line_one_byte_longer_is_refused_at_every_split(string text)
    {
        for (var cut = 0; cut < text.Length; cut++)
        {
            var buffer = new LineBuffer(longest: 8);
            ReadOnlySpan<byte> first =
                Encoding.UTF8.GetBytes(text[..cut]), second = Encoding.UTF8.GetBytes(text[cut..]);

            var outcome = buffer.Read(ref first, out _);
            if (outcome == LineBuffer.Outcome.Unfinished) outcome = buffer.Read(ref second, out _);
            Assert.Equal(LineBuffer.Outcome.TooLong, outcome);
            Assert.True(buffer.Held.IsEmpty);
        }
    }

    [Fact]
    public void The_largest_maximum_is_no_limit()
    {
        var buffer = new LineBuffer(int.MaxValue);
        var bytes = "a\nb"u8;

        Assert.Equal(LineBuffer.Outcome.Line, buffer.Read(ref bytes, out _));
        Assert.Equal(LineBuffer.Outcome.Unfinished, buffer.Read(ref bytes, out _));
        Assert.Equal("b"u8, buffer.Held);
    }
}
