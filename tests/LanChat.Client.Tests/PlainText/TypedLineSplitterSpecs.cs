using LanChat.Client.PlainText;

namespace LanChat.Client.Tests.PlainText;

public sealed class TypedLineSplitterSpecs
{
    private int _tooLong;

    [Theory]
    [InlineData("one\ntwo\r\n", "one|two")]
    [InlineData("\n\nx\n", "||x")]
    [InlineData("你好\n12345\n123456\nok\n", "你好|12345|ok")]
    [InlineData("not yet", "")]
    public void Lines_are_the_same_wherever_the_input_is_cut(string typed, string lines)
    {
        for (var cut = 0; cut <= typed.Length; cut++)
        {
            var splitter = new TypedLineSplitter(5, () => _tooLong++);
            splitter.Add(typed.AsSpan(0, cut));
            splitter.Add(typed.AsSpan(cut));
            Assert.Equal(lines, string.Join('|', All(splitter)));
        }

        Assert.Equal(lines.EndsWith("ok", StringComparison.Ordinal) ? typed.Length + 1 : 0, _tooLong);
    }

    private static IEnumerable<string?> All(TypedLineSplitter splitter)
    {
        while (splitter.TryDequeue(out var line)) yield return line;
    }
}
