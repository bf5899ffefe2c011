using System.Reflection;
using System.Text.RegularExpressions;

namespace LanChat.Protocol.Tests;

public sealed partial class RefusalSpecs
{
    private static readonly Refusal[] All =
        [.. typeof(Refusal).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (Refusal)field.GetValue(null)!)];

    [Fact]
    public void Every_reason_has_a_code_for_programs_and_a_sentence_for_people()
    {
        Assert.NotEmpty(All);
        Assert.Equal(All.Length, All.DistinctBy(reason => reason.Code).Count());
        Assert.All(All, reason => Assert.Matches("^[a-z]+(-[a-z]+)*$", reason.Code));
        Assert.All(All, reason => Assert.Matches("^[A-Z][ -~]+[.!]$", reason.Text));
    }

    [Fact]
    public void The_protocol_lists_them_all_and_no_others()
    {
        using var reader = new StreamReader(typeof(RefusalSpecs).Assembly.GetManifestResourceStream("PROTOCOL.md")!);
        var errors = reader.ReadToEnd().Split("\n## Errors\n")[1].Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal));

        var listed = errors.SelectMany(line => Code().Matches(line.Split('|')[1])).Select(match => match.Groups[1].Value);
        Assert.Equal(All.Select(reason => reason.Code).Order(), listed.Order());
    }

    [Fact]
    public void Only_an_unknown_request_leaves_the_connection_open() =>
        Assert.Equal([Refusal.UnknownRequest], All.Where(reason => !reason.Closes));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
