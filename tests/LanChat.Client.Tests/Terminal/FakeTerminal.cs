using System.Globalization;
using System.Text.RegularExpressions;
using LanChat.Client.Display;
using LanChat.Client.Terminal.Devices;

namespace LanChat.Client.Tests.Terminal;

/// <summary>
/// Interprets the view's output: it moves the cursor, erases rows, counts bells and records
/// notifications. It ignores colours. Unknown sequences and output outside the screen fail the
/// test.
/// </summary>
internal sealed partial class FakeTerminal(int width = 40, int height = 12) : ITerminal
{
    private readonly Lock _lock = new();
    private string[][] _rows = Rows(width, height);
    private int _row;
    private int _cell;
    private TerminalEvents _events = new(_ => { }, _ => { }, _ => { }, () => { }, () => { }, _ => { });

    public int Width { get; private set; } = width;

    public int Height { get; private set; } = height;

    public int Writes { get; private set; }

    public int Rings { get; private set; }

    /// <summary>The desktop notifications received.</summary>
    public List<string> Notifications { get; } = [];

    public string LastWrite { get; private set; } = "";

    /// <summary>The output after the terminal was closed.</summary>
    public string? AfterClosing { get; private set; }

    /// <summary>Blocks writes until it is set.</summary>
    public ManualResetEventSlim Blocked { get; set; } = new(true);

    /// <summary>The rows; a bar marks the cursor.</summary>
    public string Screen
    {
        get
        {
            lock (_lock)
            {
                return string.Join('\n', _rows.Select((row, at) =>
                    (at == _row ? string.Concat(row[.._cell]) + "|" + string.Concat(row[_cell..]) : string.Concat(row))
                        .TrimEnd()));
            }
        }
    }

    /// <summary>The number of times the program suspended itself.</summary>
    public int Suspensions { get; private set; }

    /// <summary>The targets of the links on the screen.</summary>
    public List<string> Links { get; } = [];

    public void Listen(TerminalEvents events) => _events = events;

    public void Suspend() => Suspensions++;

    /// <summary>Clears the screen, as another program would.</summary>
    public void Restore()
    {
        lock (_lock) _rows = Rows(Width, Height);
        _events.Restored();
    }

    public void Scroll(int rows) => _events.Scrolled(rows);

    public void Close() => AfterClosing ??= "";

    public void Press(ConsoleKeyInfo key) => _events.Pressed(key);

    public void Press(string text)
    {
        foreach (var key in Keys.Of(text)) _events.Pressed(key);
    }

    public void Paste(string text) => _events.Pasted(text);

    public void Focus(bool isFocused) => _events.Focused(isFocused);

    public void Resize(int cells, int rows)
    {
        lock (_lock) (Width, Height, _rows, _row, _cell) = (cells, rows, Rows(cells, rows), 0, 0);
        _events.Resized();
    }

    public void Write(string text)
    {
        Blocked.Wait();
        lock (_lock)
        {
            Writes++;
            LastWrite = text;
            if (AfterClosing is not null) AfterClosing += ControlSequence().Replace(text, "");
            else Apply(text);
        }
    }

    private static string[][] Rows(int width, int height) =>
        [.. Enumerable.Range(0, height).Select(_ => Enumerable.Repeat(" ", width).ToArray())];

    private void Apply(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (text.AsSpan(at).StartsWith("\e]8;"))
            {
                var end = text.IndexOf("\e\\", at, StringComparison.Ordinal);
                if (text[(at + 4)..end].Split(';', 2)[1] is { Length: > 0 } link) Links.Add(link);
                at = end + 2;
                continue;
            }

            if (text.AsSpan(at).StartsWith("\e]"))
            {
                var end = text.IndexOf('\a', at);
                Notifications.Add(text[(at + 2)..end]);
                at = end + 1;
                continue;
            }

            var sequence = text[at] == '\e' ? ControlSequence().Match(text, at) : Match.Empty;
            var length = sequence.Success ? sequence.Length : StringInfo.GetNextTextElementLength(text.AsSpan(at));
            Assert.True(text[at] != '\e' || sequence.Index == at, $"Not understood: {text[at..]}");
            if (sequence.Success) Apply(sequence);
            else if (text[at] == '\a') Rings++;
            else Put(text.Substring(at, length));
            at += length;
        }
    }

    private void Apply(Match sequence)
    {
        switch (sequence.Value[^1])
        {
            case 'H':
                (_row, _cell) = (int.Parse(sequence.Groups[1].Value) - 1, int.Parse(sequence.Groups[2].Value) - 1);
                break;
            case 'J': _rows = Rows(Width, Height); break;
            case 'K': Array.Fill(_rows[_row], " "); break;
            case 'm' or 'h' or 'l': break;
            default: throw new InvalidOperationException(sequence.Value);
        }
    }

    private void Put(string cluster)
    {
        Assert.False(char.IsControl(cluster[0]), $"U+{(int)cluster[0]:X4} would reach the terminal.");
        var cells = CellWidth.Of(cluster);
        Assert.True(
            _cell + cells <= Width, $"\"{cluster}\" would be beyond the screen, after {string.Concat(_rows[_row])}");
        _rows[_row][_cell] = cluster;
        for (var next = 1; next < cells; next++) _rows[_row][_cell + next] = "";
        _cell += cells;
    }

    [GeneratedRegex(@"\e\[\??(\d*);?([0-9;]*)[A-Za-z]")]
    private static partial Regex ControlSequence();
}
