using LanChat.Client.Display;
using LanChat.Client.Terminal.Screens;
using LanChat.Client.Views;

namespace LanChat.Client.Terminal.Windows;

/// <summary>The windows on one line: their numbers, their rooms, and how much was said there since; "!" when some of it is for the user.</summary>
internal static class TabPane
{
    private const int Gap = 2;
    private const int LeastName = 3;

    /// <param name="windows">In the order to show.</param>
    /// <param name="inSight">The one in sight; it may be none of these.</param>
    /// <param name="ink">For what stands out.</param>
    /// <param name="cells">The most cells: names are shortened until all windows fit.</param>
    public static Row Of(IReadOnlyList<Window> windows, Window inSight, Ink ink, int cells)
    {
        var names = windows.Select(window => NameOf(window)).ToArray();
        var others = windows.Sum(window => $"{window.Number}".Length + Unread(window).Length + Gap);
        var longest = names.Select(CellWidth.Of).DefaultIfEmpty().Max();
        while (longest >= LeastName && others + names.Sum(name => 1 + Math.Min(CellWidth.Of(name), longest)) > cells) longest--;
        return new Row([.. windows.SelectMany((window, at) => Tab(window, longest < LeastName ? "" : " " + Fitting.Fit(names[at], longest)))]);

        IEnumerable<Piece> Tab(Window window, string name)
        {
            var text = $" {window.Number}{name}";
            yield return window == inSight ? ink.Own(text) : new Piece(text);
            if (window.Unread > 0) yield return window.HasWordForMe ? ink.Mention(Unread(window)) : ink.Strong(Unread(window));
            yield return new Piece(" ");
        }
    }

    /// <summary>With a ring, as in the status line, where there is no connection.</summary>
    private static string NameOf(Window window)
    {
        var name = TerminalText.OneLine(window.Place?.Room ?? "…");
        return window.Place?.Link == Link.Connected ? name : $"○ {name}";
    }

    private static string Unread(Window window) => window.Unread == 0 ? "" : window.HasWordForMe ? $" +{window.Unread}!" : $" +{window.Unread}";
}
