using LanChat.Client.Display;
using LanChat.Client.Terminal.Screens;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Panes;

/// <summary>How a search stands, in the place of the status line.</summary>
internal static class SearchPane
{
    public static Row Of(Search search, Ink ink, int cells) => BarPane.Bar(
        $"“{TerminalText.OneLine(search.Text)}”",
        search.Count == 0 ? ScreenTexts.NotFound : ScreenTexts.Found(search.Position, search.Count),
        ink,
        cells);
}
