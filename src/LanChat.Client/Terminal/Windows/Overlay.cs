using LanChat.Client.Terminal.Panes;
using LanChat.Client.Terminal.Screens;
using LanChat.Client.Views;

namespace LanChat.Client.Terminal.Windows;

/// <summary>
/// What lies over the talk for a while: a text that can be leafed through, such as help, or a list one of whose entries is marked, such as what
/// was found.
/// </summary>
/// <param name="title">Stands in the status line.</param>
/// <param name="hint">What keys do, beside it.</param>
/// <param name="entries">What is shown.</param>
/// <param name="marked">Which of a list is marked at first.</param>
internal sealed class Overlay(string title, string hint, IReadOnlyList<Entry> entries, int marked = 0)
{
    /// <summary>As far as one can go.</summary>
    public const int Far = int.MaxValue / 2;

    private int _marked = Math.Clamp(marked, 0, Math.Max(entries.Count - 1, 0));
    private int _top;
    private int _lowest;

    public string Title => title;

    public string Hint => hint;

    /// <summary>What is wanted by choosing the entry at that place; null where this is no list.</summary>
    public Func<int, ViewProtocol.IWish>? Chosen { get; init; }

    /// <summary>What is wanted by going on behind the last entry of a list; null where nothing follows.</summary>
    public ViewProtocol.IWish? More { get; init; }

    public bool IsClosed { get; private set; }

    public void Close() => IsClosed = true;

    /// <summary>Down, or up where it is less than 0: in a list by entries, else by rows.</summary>
    /// <returns>What is wanted by that; null for nothing.</returns>
    public ViewProtocol.IWish? Move(int steps)
    {
        if (Chosen is null)
        {
            _top = Math.Clamp(_top + steps, 0, _lowest);
            return null;
        }

        var before = _marked;
        _marked = Math.Clamp(_marked + steps, 0, Math.Max(entries.Count - 1, 0));
        return steps > 0 && _marked == before ? More : null;
    }

    /// <summary>What is wanted by choosing the marked entry; null for nothing.</summary>
    public ViewProtocol.IWish? Choose() => Chosen?.Invoke(_marked);

    /// <summary>The rows in sight, the marked entry among them.</summary>
    public IReadOnlyList<Row> Rows(int cells, int height, Ink ink)
    {
        var all = new List<Row>();
        for (var at = 0; at < entries.Count; at++)
        {
            var (isMarked, first) = (Chosen is not null && at == _marked, all.Count);
            all.AddRange(entries[at].Rows(cells, ink).Select(row => isMarked ? new Row(ink.Own(row.Text)) : row));
            if (isMarked) _top = Math.Min(Math.Max(_top, all.Count - height), first);
        }

        _lowest = Math.Max(all.Count - height, 0);
        _top = Math.Clamp(_top, 0, _lowest);
        return [.. all.Skip(_top).Take(height)];
    }
}
