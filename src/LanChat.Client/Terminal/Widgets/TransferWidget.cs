using LanChat.Client.Display;
using LanChat.Client.Terminal.Screens;
using LanChat.Client.Transfers;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Widgets;

/// <summary>
/// The progress line of a transfer: action, bar and figures; fewer figures if there is little room.
/// </summary>
internal static class TransferWidget
{
    private const int LongestBar = 30;
    private const int ShortestBar = 5;
    private const int Gaps = 3;

    public static Row Of(Transfer transfer, Theme theme, int cells)
    {
        var words = Words(transfer);
        return With(Figures(transfer), words, transfer, theme, cells)
            ?? With(Percent(transfer), words, transfer, theme, cells)
            ?? new Row(theme.Faint(Truncation.Fit($" {Percent(transfer)} {words}", cells)));
    }

    /// <summary>Null if there is no room for a bar beside these figures.</summary>
    private static Row? With(string figures, string words, Transfer transfer, Theme theme, int cells)
    {
        var bar = Math.Min(cells - CellWidth.Of(words) - CellWidth.Of(figures) - Gaps, LongestBar);
        return bar < ShortestBar
            ? null
            : new Row(theme.Faint($" {words} "), new TextSpan(Bar(transfer, bar)), theme.Faint($" {figures}"));
    }

    private static string Bar(Transfer transfer, int cells)
    {
        var full = transfer.Size == 0 ? 0 : (int)(transfer.Done * cells / transfer.Size);
        return new string('━', full) + new string('·', cells - full);
    }

    private static string Figures(Transfer transfer)
    {
        var all = $"{Percent(transfer)} {FileSize.Of(transfer.Done)}/{FileSize.Of(transfer.Size)}";
        return transfer.BytesPerSecond > 0 ? $"{all} {FileSize.Of(transfer.BytesPerSecond)}/s" : all;
    }

    private static string Percent(Transfer transfer) => $"{transfer.Percent} %";

    private static string Words(Transfer transfer)
    {
        var name = TerminalText.OneLine(transfer.Name);
        return transfer.State switch
        {
            TransferState.Reading => FileTexts.Reading(name),
            TransferState.Fetching => FileTexts.Fetching(name),
            TransferState.Sending => FileTexts.Sending(name),
            _ => FileTexts.Waiting(name),
        };
    }
}
