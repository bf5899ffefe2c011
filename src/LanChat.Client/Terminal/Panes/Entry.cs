using System.Globalization;
using LanChat.Client.Display;
using LanChat.Client.Terminal.Screens;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Panes;

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

    /// <summary>The number of the last message in it; the same where it is one.</summary>
    public long LastId
    {
        get => Math.Max(field, Id);
        init;
    }

    /// <summary>Who came and went; null when it is something else.</summary>
    public Comings? Comings { get; init; }

    /// <summary>When it stands for something that is not shown, what that is called.</summary>
    public long? Hole { get; init; }

    /// <summary>How its time is drawn; null for faintly.</summary>
    private Func<string, Piece>? PaintsTime { get; init; }

    /// <summary>Three cells between the time and the text.</summary>
    public string Sign { get; init; } = "";

    /// <summary>How far in the rows after the first begin, where nothing else says.</summary>
    public int Indent { get; init; }

    /// <summary>Whether it is the first of its day: a line above it says which.</summary>
    public bool BeginsDay { get; init; }

    /// <summary>How many minutes its time is ahead of UTC; null where that is not known.</summary>
    public int? Zone { get; init; }

    /// <summary>Whether the clocks were set since the one before: a line above it says so.</summary>
    public bool BeginsZone { get; init; }

    /// <summary>The rows it takes; those after the first stand below the text of the first.</summary>
    public IReadOnlyList<Row> Rows(int cells, Ink ink)
    {
        var format = cells < SecondsFrom ? "HH:mm" : "HH:mm:ss";
        var time = Time?.ToString(format, CultureInfo.InvariantCulture) ?? "";
        var gutter = time.Length + Sign.Length;
        var rows = new List<Row>();
        if (BeginsDay) rows.Add(Centered(ScreenTexts.Day(Time!.Value), cells, ink));
        if (BeginsZone) rows.Add(Centered(ScreenTexts.ClocksSet(Offset(Zone!.Value)), cells, ink));
        for (var at = 0; at < Lines.Count; at++)
        {
            var head = at == 0 ? [(PaintsTime ?? ink.Faint)(time), new Piece(Sign)] : new[] { new Piece(new string(' ', gutter)) };
            if (gutter == 0) rows.AddRange(Wrapping.Of(Lines[at], cells, Math.Max(Indent, SecondColumn(Lines[at]))));
            else rows.AddRange(Wrapping.Of([.. head, .. Lines[at]], cells, gutter));
        }

        return rows;
    }

    public bool Holds(long id) => id > 0 && Id <= id && id <= LastId;

    /// <summary>Set off, as what was looked for.</summary>
    public Entry Pointed(Ink ink) => this with { Sign = " » ", PaintsTime = text => ink.Hit(text, isCurrent: true) };

    /// <summary>A faint line in the middle.</summary>
    public static Row Centered(string text, int cells, Ink ink)
    {
        var fitting = Fitting.Fit(text, cells);
        return new Row(new Piece(new string(' ', (cells - CellWidth.Of(fitting)) / 2)), ink.Faint(fitting));
    }

    // 120 minutes are +2:00.
    private static string Offset(int minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"{(minutes < 0 ? '-' : '+')}{Math.Abs(minutes) / 60}:{Math.Abs(minutes) % 60:00}");

    /// <summary>A line of two columns, as in help, goes on in the second, and so does one that has only that.</summary>
    private static int SecondColumn(IReadOnlyList<Piece> line)
    {
        if (line is [{ Text: [' ', ..] below }]) return Math.Max(below.AsSpan().IndexOfAnyExcept(' '), 0);
        if (line is not [{ Text: var text }] || text.IndexOf("  ", StringComparison.Ordinal) is not (> 0 and <= WidestColumn and var gap)) return 0;
        return CellWidth.Of(text[..(gap + text.AsSpan(gap).IndexOfAnyExcept(' '))]);
    }
}
