using System.Globalization;
using LanChat.Client.Display;
using LanChat.Client.Terminal.Screens;
using LanChat.Client.Views;
using LanChat.Texts;

namespace LanChat.Client.Terminal.Widgets;

/// <summary>One entry of the transcript, of one or several lines.</summary>
internal sealed record Entry(IReadOnlyList<IReadOnlyList<TextSpan>> Lines)
{
    /// <summary>Minimum width at which times show seconds.</summary>
    public const int SecondsFrom = 56;
    private const int WidestColumn = 16;

    /// <summary>Time of the message, shown before it.</summary>
    public DateTime? Time { get; init; }

    /// <summary>Message id; 0 if there is none.</summary>
    public long Id { get; init; }

    /// <summary>
    /// Id of the last message of a summary; otherwise the same as <see cref="Id"/>.
    /// </summary>
    public long LastId
    {
        get => Math.Max(field, Id);
        init;
    }

    /// <summary>The message that it shows; null for other entries.</summary>
    public ViewProtocol.ShowMessage? Shown { get; init; }

    /// <summary>Whether it shows a message that somebody can reply to.</summary>
    public bool CanBeRepliedTo => this is { Id: > 0, Shown.Message: { IsTalk: true, IsGone: false } };

    /// <summary>Cut off above the text, and not searched; null for nothing.</summary>
    public TextSpan? Above { get; init; }

    /// <summary>Follows the last line and is not searched; null for nothing.</summary>
    public TextSpan? Tail { get; init; }

    /// <summary>The summary of joins and leaves; null for other entries.</summary>
    public JoinLeaveSummary? Summary { get; init; }

    /// <summary>Id of the history gap that this entry stands for; null for other entries.</summary>
    public long? Gap { get; init; }

    /// <summary>Styles the time; null for faint.</summary>
    private Func<string, TextSpan>? TimeStyle { get; init; }

    /// <summary>Three cells between the time and the text.</summary>
    public string Sign { get; init; } = "";

    /// <summary>Hanging indent, where neither a time nor a second column defines it.</summary>
    public int Indent { get; init; }

    /// <summary>Whether rows that are too wide are cut off instead of wrapped.</summary>
    public bool IsDrawing { get; init; }

    /// <summary>Whether a date line precedes the entry.</summary>
    public bool BeginsDay { get; init; }

    /// <summary>UTC offset of the time, in minutes; null if unknown.</summary>
    public int? Zone { get; init; }

    /// <summary>Whether a line about a changed UTC offset precedes the entry.</summary>
    public bool BeginsZone { get; init; }

    /// <summary>Lays the entry out; later rows align with the text of the first.</summary>
    public IReadOnlyList<Row> Rows(int cells, Theme theme)
    {
        if (IsDrawing) return [.. Lines.Select(line => new Row(line).Fit(cells))];
        var format = cells < SecondsFrom ? "HH:mm" : "HH:mm:ss";
        var time = Time?.ToString(format, CultureInfo.InvariantCulture) ?? "";
        var gutter = time.Length + Sign.Length;
        var rows = new List<Row>();
        if (BeginsDay) rows.Add(Centered(DayHeading.Of(Time!.Value), cells, theme));
        if (BeginsZone) rows.Add(Centered(ScreenTexts.ClocksSet(Offset(Zone!.Value)), cells, theme));
        if (Above is { } above)
            rows.Add(new Row(new TextSpan(new string(' ', gutter)), CutOff(above, cells - gutter)));
        for (var at = 0; at < Lines.Count; at++)
        {
            var head = at == 0
                ? [(TimeStyle ?? theme.Faint)(time), new TextSpan(Sign)]
                : new[] { new TextSpan(new string(' ', gutter)) };
            if (gutter == 0) rows.AddRange(Wrapping.Of(Lines[at], cells, Math.Max(Indent, SecondColumn(Lines[at]))));
            else rows.AddRange(Wrapping.Of([.. head, .. Lines[at], .. TailAt(at)], cells, gutter));
        }

        return rows;
    }

    private static TextSpan CutOff(TextSpan span, int cells) =>
        span with { Text = Truncation.Fit(span.Text, Math.Max(cells, 0)) };

    private TextSpan[] TailAt(int line) => Tail is { } tail && line == Lines.Count - 1 ? [tail] : [];

    public bool Holds(long id) => id > 0 && Id <= id && id <= LastId;

    /// <summary>Highlights the entry as the target of a jump.</summary>
    public Entry Highlighted(Theme theme) =>
        this with { Sign = " » ", TimeStyle = text => theme.Hit(text, isCurrent: true) };

    /// <summary>A faint, centered line.</summary>
    public static Row Centered(string text, int cells, Theme theme)
    {
        var fitting = Truncation.Fit(text, cells);
        return new Row(new TextSpan(new string(' ', (cells - CellWidth.Of(fitting)) / 2)), theme.Faint(fitting));
    }

    // Formats 120 as +2:00.
    private static string Offset(int minutes) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(minutes < 0 ? '-' : '+')}{Math.Abs(minutes) / 60}:{Math.Abs(minutes) % 60:00}");

    /// <summary>
    /// Returns the column where a two-column line (as in help) continues: the start of its second
    /// column, or of its only one; otherwise 0.
    /// </summary>
    private static int SecondColumn(IReadOnlyList<TextSpan> line)
    {
        if (line is [{ Text: [' ', ..] below }]) return Math.Max(below.AsSpan().IndexOfAnyExcept(' '), 0);
        if (line is not [{ Text: var text }]
            || text.IndexOf("  ", StringComparison.Ordinal) is not (> 0 and <= WidestColumn and var gap))
            return 0;
        return CellWidth.Of(text[..(gap + text.AsSpan(gap).IndexOfAnyExcept(' '))]);
    }
}
