using System.Text.RegularExpressions;
using LanChat.Architecture;

namespace LanChat.Protocol.Tests;

public sealed partial class DocumentSpecs
{
    private const int MostLinesOfReadme = 120;

    public static TheoryData<string> Documents =>
    [
        .. Directory.GetFiles(Repository.Root, "*.md").Concat(Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md"))
            .Append(Path.Combine(Repository.Root, "src", "LanChat.Protocol", "PROTOCOL.md"))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')),
    ];

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void The_README_is_short(string readme) =>
        Assert.InRange(File.ReadLines(Path.Combine(Repository.Root, readme)).Count(), 1, MostLinesOfReadme);

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_inside_the_repository_has_a_target(string document) =>
        Assert.Equal([], LinksOf(document).Where(link => !Exists(document, link)));

    private static IEnumerable<string> LinksOf(string document) =>
        Link().Matches(File.ReadAllText(Path.Combine(Repository.Root, document)))
        .Select(link => link.Groups[1].Value)
        .Where(target => !target.Contains("://", StringComparison.Ordinal));

    /// <summary>Whether the file exists, and has the heading named after <c>#</c>.</summary>
    private static bool Exists(string document, string link)
    {
        var (path, anchor) = link.Split('#') is [var before, var behind] ? (before, behind) : (link, null);
        var file = path.Length == 0
            ? Path.Combine(Repository.Root, document)
            : Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(document)!, path));
        return anchor is null ? File.Exists(file) : File.Exists(file) && AnchorsOf(file).Contains(anchor);
    }

    private static IEnumerable<string> AnchorsOf(string file) => File.ReadLines(file)
        .Where(line => line.StartsWith('#'))
        .Select(
            line => NoPartOfAnAnchor().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex("""(?:\]\(|src=")([^)"\s]+)""")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\p{L}\p{N}\- _]")]
    private static partial Regex NoPartOfAnAnchor();
}
