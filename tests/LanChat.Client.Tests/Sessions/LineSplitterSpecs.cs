using System.Text;
using LanChat.Client.Sessions;

namespace LanChat.Client.Tests.Sessions;

public sealed class LineSplitterSpecs
{
    private const string TooLong = "(too long)";

    /// <summary>Lines of a text that arrives in chunks, cut at these places.</summary>
    private static List<string> Cut(int longest, string text, params int[] places)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var cutter = new LineSplitter(longest);
        var lines = new List<string>();
        var start = 0;
        foreach (var end in places.Append(bytes.Length))
        {
            lines.AddRange(cutter.Add(bytes.AsMemory(start, end - start)).Select(Text));
            start = end;
        }

        if (cutter.End() is { } last) lines.Add(Text(last));
        return lines;
    }

    private static string Text(LineSplitter.Line line) =>
        line.TooLong ? TooLong : Encoding.UTF8.GetString(line.Bytes.Span);

    [Fact]
    public void Lines_are_the_same_wherever_the_chunks_end()
    {
        const string text = "one\r\n你好\n\nlast";
        var length = Encoding.UTF8.GetByteCount(text);

        for (var first = 0; first <= length; first++)
        {
            for (var second = first; second <= length; second++)
                Assert.Equal(["one", "你好", "", "last"], Cut(10, text, first, second));
        }
    }

    [Fact]
    public void A_line_of_maximum_length_is_accepted_and_a_longer_one_is_not()
    {
        const string text = "12345\n123456\n1234567890\r\n12345\r\n1";

        for (var first = 0; first <= text.Length; first++)
        {
            for (var second = first; second <= text.Length; second++)
                Assert.Equal(["12345", TooLong, TooLong, "12345", "1"], Cut(5, text, first, second));
        }
    }

    [Fact]
    public void A_line_without_end_is_reported_once_and_not_buffered()
    {
        var cutter = new LineSplitter(1000);
        var chunk = new byte[600];

        Assert.Empty(cutter.Add(chunk));
        Assert.True(Assert.Single(cutter.Add(chunk)).TooLong);
        for (var i = 0; i < 100; i++) Assert.Empty(cutter.Add(chunk));
        Assert.Null(cutter.End());
        Assert.Equal(["next"], cutter.Add("\nnext\n"u8.ToArray()).Select(Text));
    }

    [Fact]
    public void A_last_line_that_is_too_long_is_reported() => Assert.Equal([TooLong], Cut(5, "123456"));

    [Fact]
    public void An_empty_text_has_no_lines() => Assert.Empty(Cut(5, ""));
}
