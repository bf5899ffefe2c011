using LanChat.Client.Display;
using LanChat.Client.Terminal.Screens;
using LanChat.Client.Views;

namespace LanChat.Client.Terminal.Windows;

/// <summary>
/// The tab line: number, room and unread count of each window; "!" for a mention.
/// </summary>
internal static class TabWidget
{
    private const int Gap = 2;
    private const int LeastName = 3;

    /// <param name="windows">In display order.</param>
    /// <param name="active">The active window; may be none of these.</param>
    /// <param name="theme">The theme.</param>
    /// <param name="cells">Maximum width; names are truncated until all tabs fit.</param>
    public static Row Of(IReadOnlyList<Window> windows, Window active, Theme theme, int cells)
    {
        var names = windows.Select(window => NameOf(window)).ToArray();
        var others = windows.Sum(window => $"{window.Number}".Length + Unread(window).Length + Gap);
        var longest = names.Select(CellWidth.Of).DefaultIfEmpty().Max();
        while (longest >= LeastName && others + names.Sum(name => 1 + Math.Min(CellWidth.Of(name), longest)) > cells)
            longest--;
        var isNamed = longest >= LeastName;
        return new Row(
        [
            .. windows.SelectMany((window, at) => Tab(window, isNamed ? " " + Truncation.Fit(names[at], longest) : "")),
        ]);

        IEnumerable<TextSpan> Tab(Window window, string name)
        {
            var text = $" {window.Number}{name}";
            yield return window == active ? theme.Own(text) : new TextSpan(text);
            if (window.Unread > 0)
                yield return window.HasMention ? theme.Mention(Unread(window)) : theme.Strong(Unread(window));
            yield return new TextSpan(" ");
        }
    }

    /// <summary>Prefixed with a ring, as in the status line, while disconnected.</summary>
    private static string NameOf(Window window)
    {
        var name = TerminalText.OneLine(window.Place?.Room ?? "…");
        return window.Place?.Link == Link.Connected ? name : $"○ {name}";
    }

    private static string Unread(Window window) =>
        window.Unread == 0 ? "" : window.HasMention ? $" +{window.Unread}!" : $" +{window.Unread}";
}
