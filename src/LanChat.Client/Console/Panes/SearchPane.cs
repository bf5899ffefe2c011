using LanChat.Client.Console.Screens;

namespace LanChat.Client.Console.Panes;

/// <summary>How a search stands, in the place of the status line.</summary>
internal static class SearchPane
{
    public static Row Of(Search search, Ink ink, int cells) => BarPane.Bar(
        $"“{TerminalText.OneLine(search.Text)}”",
        search.Count == 0 ? "not found · Esc" : $"{search.Position} of {search.Count} · F3 ↑ Shift+F3 ↓ Esc",
        ink,
        cells);
}
