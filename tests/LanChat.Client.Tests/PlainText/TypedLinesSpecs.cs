using LanChat.Client.PlainText;

namespace LanChat.Client.Tests.PlainText;

public sealed class TypedLinesSpecs
{
    private int _unfit;

    [Theory]
    [InlineData("one\ntwo\r\n", "one|two")]
    [InlineData("\n\nx\n", "||x")]
    [InlineData("你好\n12345\n123456\nok\n", "你好|12345|ok")]
    [InlineData("not yet", "")]
    public void A_line_is_whole_when_it_ends_however_it_is_cut(string typed, string lines)
    {
        for (var cut = 0; cut <= typed.Length; cut++)
        {
            var cutter = new TypedLines(5, () => _unfit++);
            cutter.Add(typed.AsSpan(0, cut));
            cutter.Add(typed.AsSpan(cut));
            Assert.Equal(lines, string.Join('|', All(cutter)));
        }

        Assert.Equal(lines.EndsWith("ok", StringComparison.Ordinal) ? typed.Length + 1 : 0, _unfit);
    }

    private static IEnumerable<string?> All(TypedLines cutter)
    {
        while (cutter.TryTake(out var line)) yield return line;
    }
}
