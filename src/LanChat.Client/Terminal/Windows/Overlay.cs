using LanChat.Client.Terminal.Screens;
using LanChat.Client.Terminal.Widgets;
using LanChat.Client.Views;

namespace LanChat.Client.Terminal.Windows;

/// <summary>
/// Temporarily covers the transcript: a text to page through, such as help, or a list with a
/// selected entry, such as search results.
/// </summary>
/// <param name="title">Shown in the status line.</param>
/// <param name="hint">Key help beside the title.</param>
/// <param name="entries">The content.</param>
/// <param name="selected">Index of the initially selected entry of a list.</param>
internal sealed class Overlay(string title, string hint, IReadOnlyList<Entry> entries, int selected = 0)
{
    /// <summary>A step that reaches either end.</summary>
    public const int Far = int.MaxValue / 2;

    private int _selected = Math.Clamp(selected, 0, Math.Max(entries.Count - 1, 0));
    private int _top;
    private int _lowest;

    public string Title => title;

    public string Hint => hint;

    /// <summary>
    /// Returns the input for choosing the entry at an index; null if this is not a list.
    /// </summary>
    public Func<int, ViewProtocol.IUserInput>? Chosen { get; init; }

    /// <summary>
    /// The input for moving past the last entry of a list; null if nothing follows.
    /// </summary>
    public ViewProtocol.IUserInput? More { get; init; }

    public bool IsClosed { get; private set; }

    public void Close() => IsClosed = true;

    /// <summary>Moves down, or up if negative: by entries in a list, otherwise by rows.</summary>
    /// <returns>The input to forward; null for none.</returns>
    public ViewProtocol.IUserInput? Move(int steps)
    {
        if (Chosen is null)
        {
            _top = Math.Clamp(_top + steps, 0, _lowest);
            return null;
        }

        var before = _selected;
        _selected = Math.Clamp(_selected + steps, 0, Math.Max(entries.Count - 1, 0));
        return steps > 0 && _selected == before ? More : null;
    }

    /// <summary>Chooses the selected entry; returns the input to forward, or null.</summary>
    public ViewProtocol.IUserInput? Choose() => Chosen?.Invoke(_selected);

    /// <summary>The visible rows; the selected entry is among them.</summary>
    public IReadOnlyList<Row> Rows(int cells, int height, Theme theme)
    {
        var all = new List<Row>();
        for (var at = 0; at < entries.Count; at++)
        {
            var (isSelected, first) = (Chosen is not null && at == _selected, all.Count);
            all.AddRange(entries[at].Rows(cells, theme).Select(row => isSelected ? new Row(theme.Own(row.Text)) : row));
            if (isSelected) _top = Math.Min(Math.Max(_top, all.Count - height), first);
        }

        _lowest = Math.Max(all.Count - height, 0);
        _top = Math.Clamp(_top, 0, _lowest);
        return [.. all.Skip(_top).Take(height)];
    }
}
