using System.Text.RegularExpressions;
using LanChat.Architecture;

namespace LanChat.Tests;

/// <summary>
/// Line lengths: at most 120 columns for code and 100 for comments. A literal or a name that cannot
/// be broken may be longer.
/// </summary>
public sealed partial class ColumnSpecs
{
    private const int CodeColumns = 120;
    private const int CommentColumns = 100;

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("perf")]
    public void No_line_is_too_long(string folder)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".js" && !file.Contains("node_modules")).ToList();

        Assert.NotEmpty(files);
        var tooLong = files.SelectMany(file => LongLines(File.ReadAllLines(file))
            .Select(number => $"{Path.GetRelativePath(Repository.Root, file)}:{number}")).ToList();
        Assert.True(tooLong.Count == 0, string.Join('\n', tooLong));
    }

    [Theory]
    [InlineData("Call(one, two);", 120, false)]
    [InlineData("Call(one, two);", 121, true)]
    [InlineData("// a comment", 100, false)]
    [InlineData("// a comment", 101, true)]
    [InlineData("/// <summary>A comment</summary>", 101, true)]
    [InlineData(" * a comment", 101, true)]
    public void A_line_is_measured_up_to_its_maximum(string line, int columns, bool isTooLong) =>
        Assert.Equal(isTooLong ? [1] : [], LongLines([line.PadLeft(columns)]));

    [Fact]
    public void Literals_and_names_may_be_longer()
    {
        var text = new string('x', CodeColumns + 1);

        Assert.Empty(LongLines([$"Call(\"{text} {text}\");"]));
        Assert.Empty(LongLines([$"Call(\"\"\"{text} \"quoted\" {text}\"\"\");"]));
        Assert.Empty(LongLines(["Call(\"\"\"", $"{text} {text}", "\"\"\");"]));
        Assert.Empty(LongLines([$"public void {text}()"]));
        Assert.Equal([4], LongLines(["Call(\"\"\"", "text", "\"\"\");", "Call();".PadLeft(CodeColumns + 1)]));
    }

    /// <summary>The numbers of the lines that are too long, counted from 1.</summary>
    private static IEnumerable<int> LongLines(string[] lines)
    {
        var isInLiteral = false;
        for (var at = 0; at < lines.Length; at++)
        {
            var wasInLiteral = isInLiteral;
            if (RawQuotes().Count(lines[at]) % 2 == 1) isInLiteral = !isInLiteral;
            if (!wasInLiteral && IsTooLong(lines[at])) yield return at + 1;
        }
    }

    private static bool IsTooLong(string line)
    {
        if (Comment().IsMatch(line)) return line.Length > CommentColumns;
        if (line.Length <= CodeColumns) return false;
        var breakable = LongName().Replace(Literal().Replace(RawLiteral().Replace(line, "\"\""), "\"\""), "name");
        return breakable.Length > CodeColumns;
    }

    [GeneratedRegex(@"^\s*(//|\*|/\*)")]
    private static partial Regex Comment();

    [GeneratedRegex("\"\"\"+")]
    private static partial Regex RawQuotes();

    [GeneratedRegex("\"\"\"+.*\"\"\"+")]
    private static partial Regex RawLiteral();

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\w{60,}")]
    private static partial Regex LongName();
}
