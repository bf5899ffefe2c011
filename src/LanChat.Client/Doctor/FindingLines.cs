using LanChat.Client.Display;
using LanChat.Client.Doctor.Checks;
using LanChat.Texts;

namespace LanChat.Client.Doctor;

/// <summary>
/// Formats a finding: the verdict first, advice indented on lines of its own, so that a command can
/// be copied.
/// </summary>
internal static class FindingLines
{
    private const int WordCells = 9;

    public static IEnumerable<string> Of(Finding finding)
    {
        yield return TerminalText.OneLine(Padded(Word(finding.Verdict)) + finding.Text);
        foreach (var advice in finding.Advice) yield return TerminalText.OneLine($"             {advice}");
    }

    private static string Padded(string word) => word + new string(' ', WordCells - CellWidth.Of(word));

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Ok => DoctorTexts.Ok,
        Verdict.Warning => DoctorTexts.Warning,
        _ => DoctorTexts.Problem,
    };
}
