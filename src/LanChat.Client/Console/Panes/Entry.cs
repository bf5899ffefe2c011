using System.Globalization;
using LanChat.Client.Console.Screens;
using LanChat.Texts;

namespace LanChat.Client.Console.Panes;

/// <summary>One thing in the talk, of one or several lines.</summary>
internal sealed record Entry(IReadOnlyList<IReadOnlyList<Piece>> Lines)
{
    /// <summary>From so many cells on there is room for the seconds.</summary>
    public const int SecondsFrom = 56;
    private const int WidestColumn = 16;

    /// <summary>When it was said; stands before it.</summary>
    public DateTime? Time { get; init; }

    /// <summary>Its number in the room's talk; 0 for what has none.</summary>
    public long Id { get; init; }

    /// <summary>When it stands for something that is not shown, what that is called.</summary>
    public long? Hole { get; init; }

    /// <summary>Three cells between the time and the text.</summary>
    public string Sign { get; init; } = "";

    /// <summary>Whether it is the first of its day: a line above it says which.</summary>
    public bool BeginsDay { get; init; }

    /// <summary>The rows it takes; those after the first stand below the text of the first.</summary>
    public IReadOnlyList<Row> Rows(int cells, Ink ink)
    {
        var format = cells < SecondsFrom ? "HH:mm" : "HH:mm:ss";
        var time = Time?.ToString(format, CultureInfo.InvariantCulture) ?? "";
        var gutter = time.Length + Sign.Length;
        var rows = new List<Row>();
        if (BeginsDay) rows.Add(Centered(ScreenTexts.Day(Time!.Value), cells, ink));
        for (var at = 0; at < Lines.Count; at++)
        {
            var head = at == 0 ? [ink.Faint(time), new Piece(Sign)] : new[] { new Piece(new string(' ', gutter)) };
            if (gutter == 0) rows.AddRange(Wrapping.Of(Lines[at], cells, SecondColumn(Lines[at])));
            else rows.AddRange(Wrapping.Of([.. head, .. Lines[at]], cells, gutter));
        }

        return rows;
    }

    /// <summary>A faint line in the middle.</summary>
    public static Row Centered(string text, int cells, Ink ink)
    {
        var fitting = Fitting.Fit(text, cells);
        return new Row(new Piece(new string(' ', (cells - CellWidth.Of(fitting)) / 2)), ink.Faint(fitting));
    }

    /// <summary>A line of two columns, as in help, goes on in the second.</summary>
    private static int SecondColumn(IReadOnlyList<Piece> line)
    {
        if (line is not [{ Text: var text }] || text.IndexOf("  ", StringComparison.Ordinal) is not (> 0 and <= WidestColumn and var gap)) return 0;
        return CellWidth.Of(text[..(gap + text.AsSpan(gap).IndexOfAnyExcept(' '))]);
    }
}
