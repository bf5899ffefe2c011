using LanChat.Client.Display;
using LanChat.Client.Terminal.Screens;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Widgets;

/// <summary>The search text and position; replaces the status line.</summary>
internal static class SearchWidget
{
    public static Row Of(Search search, Theme theme, int cells) => BarWidget.Bar(
        $"“{TerminalText.OneLine(search.Text)}”",
        search.Count == 0 ? ScreenTexts.NotFound : ScreenTexts.Found(search.Position, search.Count),
        theme,
        cells);
}
