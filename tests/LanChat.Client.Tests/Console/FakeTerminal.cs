using System.Globalization;
using System.Text.RegularExpressions;
using LanChat.Client.Console;

namespace LanChat.Client.Tests.Console;

/// <summary>
/// A terminal that obeys what the view sends: cursor up and right, carriage return, line feed, erasing below; long lines wrap, and colours
/// are left out. Anything else fails the test.
/// </summary>
internal sealed partial class FakeTerminal(int width = 40, int height = 12) : ITerminal
{
    private readonly List<List<string>> _rows = [[]];
    private readonly Lock _lock = new();
    private int _row;
    private int _cell;
    private Action<ConsoleKeyInfo> _pressed = _ => { };
    private Action _resized = () => { };

    public int Width { get; private set; } = width;

    public int Height => height;

    public int Writes { get; private set; }

    /// <summary>While this is not set, a write does not return.</summary>
    public ManualResetEventSlim Blocked { get; set; } = new(true);

    /// <summary>Everything on the screen and above it, with a bar where the cursor is.</summary>
    public string Screen
    {
        get
        {
            lock (_lock)
            {
                return string.Join('\n', _rows.Select((row, at) =>
                {
                    var cells = row.Select(cell => cell.Length == 0 ? "" : cell).ToList();
                    while (at == _row && cells.Count < _cell) cells.Add(" ");
                    if (at == _row) cells.Insert(_cell, "|");
                    return string.Concat(cells).TrimEnd();
                }));
            }
        }
    }

    public void Listen(Action<ConsoleKeyInfo> pressed, Action resized) => (_pressed, _resized) = (pressed, resized);

    public void Press(ConsoleKeyInfo key) => _pressed(key);

    public void Press(string text)
    {
        foreach (var key in Keys.Of(text)) _pressed(key);
    }

    public void Resize(int cells)
    {
        Width = cells;
        _resized();
    }

    public void Write(string text)
    {
        Blocked.Wait();
        lock (_lock)
        {
            Writes++;
            for (var at = 0; at < text.Length;)
            {
                var sequence = ControlSequence().Match(text, at);
                var length = sequence.Success ? sequence.Length : StringInfo.GetNextTextElementLength(text.AsSpan(at));
                if (text.AsSpan(at).StartsWith("\r\n")) length = 1;
                if (sequence.Success) Obey(sequence.Value);
                else Put(text.Substring(at, length));
                at += length;
            }
        }
    }

    private void Obey(string sequence)
    {
        var number = int.TryParse(sequence.AsSpan(2, sequence.Length - 3), out var given) ? given : 0;
        switch (sequence[^1])
        {
            case 'A': _row = Math.Max(_row - number, 0); break;
            case 'C': _cell = Math.Min(_cell + number, Width - 1); break;
            case 'J': EraseBelow(); break;
            case 'm' or 'h' or 'l': break;
            default: throw new InvalidOperationException(sequence);
        }
    }

    private void EraseBelow()
    {
        _rows[_row].RemoveRange(Math.Min(_cell, _rows[_row].Count), Math.Max(_rows[_row].Count - _cell, 0));
        _rows.RemoveRange(_row + 1, _rows.Count - _row - 1);
    }

    private void Put(string cluster)
    {
        Assert.False(char.IsControl(cluster[0]) && cluster is not ("\r" or "\n"), $"U+{(int)cluster[0]:X4} would reach the terminal.");
        switch (cluster)
        {
            case "\r": _cell = 0; return;
            case "\n": NextRow(); return;
        }

        var cells = CellWidth.Of(cluster);
        if (_cell + cells > Width)
        {
            NextRow();
            _cell = 0;
        }

        var row = _rows[_row];
        while (row.Count < _cell + cells) row.Add(" ");
        row[_cell] = cluster;
        for (var next = 1; next < cells; next++) row[_cell + next] = "";
        _cell += cells;
    }

    private void NextRow()
    {
        if (++_row == _rows.Count) _rows.Add([]);
    }

    [GeneratedRegex(@"\G\e\[\??[0-9;]*[A-Za-z]")]
    private static partial Regex ControlSequence();
}
