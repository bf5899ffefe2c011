using LanChat.Client.Console;

namespace LanChat.Client.Doctor;

/// <summary>How a finding is printed: the verdict as a word at the start, advice indented below it, so that a command can be copied.</summary>
internal static class FindingLines
{
    public static IEnumerable<string> Of(Finding finding)
    {
        yield return TerminalText.OneLine($"{Word(finding.Verdict),-9}{finding.Text}");
        foreach (var advice in finding.Advice) yield return TerminalText.OneLine($"             {advice}");
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Ok => "ok",
        Verdict.Warning => "warning",
        _ => "problem",
    };
}
