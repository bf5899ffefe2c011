using System.Globalization;
using LanChat.Client.Terminal.Input;

namespace LanChat.Client.Terminal.Devices;

/// <summary>
/// What a terminal sends, read as keys, as what was pasted between <c>ESC [ 200 ~</c> and <c>ESC [ 201 ~</c>, as focus that comes,
/// <c>ESC [ I</c>, and goes, <c>ESC [ O</c>, and as the wheel, <c>ESC [ &lt; 64 ; X ; Y M</c>. Sequences may arrive in parts, except that an ESC
/// with nothing behind it is the key; those that mean nothing here are passed over.
/// </summary>
internal sealed class KeySequences(TerminalEvents events)
{
    private const int WheelUp = 64;
    private const int WheelDown = 65;
    private const int KeysHeld = 4 | 8 | 16;
    private const int RowsOfNotch = 3;

    /// <summary>Of more, the beginning counts, which is more than a <see cref="LineEditor"/> takes.</summary>
    private const int LongestPaste = 4 * LineEditor.Longest;
    private const char Escape = '\e';
    private const string EndOfPaste = "\e[201~";

    private string _rest = "";
    private bool _pasting;

    /// <summary>What was read at once.</summary>
    public void Read(ReadOnlySpan<char> chars)
    {
        _rest += chars.ToString();
        while (_rest.Length > 0 && (_pasting ? TakePasted() : TakeKey()) is > 0 and var taken) _rest = _rest[taken..];
    }

    /// <summary>How many characters were taken; none where the end is still to come.</summary>
    private int TakePasted()
    {
        var end = _rest.IndexOf(EndOfPaste, StringComparison.Ordinal);
        if (end < 0)
        {
            if (_rest.Length > 2 * LongestPaste) _rest = _rest[..LongestPaste] + _rest[^EndOfPaste.Length..];
            return 0;
        }

        _pasting = false;
        events.Pasted(_rest[..end]);
        return end + EndOfPaste.Length;
    }

    private int TakeKey()
    {
        if (_rest is [Escape, '[', '[', ..]) return _rest.Length > 3 ? Tell(FunctionKey(_rest[3] - 'A' + 1), 0, taken: 4) : 0; // on Linux' own console
        if (_rest is [Escape, '[', ..]) return TakeSequence();
        if (_rest is [Escape, 'O', 'A' or 'B', ..]) return TellArrowOfWheel();
        if (_rest is [Escape, 'O', var final, ..]) return Tell(KeyOf(final), 0, taken: 3);
        if (_rest is [Escape, 'O']) return 0;
        if (_rest is not [Escape, var after, ..]) return TakeChar(_rest[0], ConsoleModifiers.None);
        return after == Escape ? TakeChar(Escape, ConsoleModifiers.None) : TakeChar(after, ConsoleModifiers.Alt) + 1;
    }

    /// <summary>ESC [, numbers between semicolons, and what ends it.</summary>
    private int TakeSequence()
    {
        var end = 2;
        while (end < _rest.Length && _rest[end] is >= ' ' and < '@') end++;
        if (end == _rest.Length) return 0;
        if (_rest[2] == '<') return TellMouse(end);
        var numbers = _rest[2..end].Split(';').Select(part => int.TryParse(part, CultureInfo.InvariantCulture, out var number) ? number : 1).ToArray();
        var modifiers = numbers.Length > 1 ? Math.Max(numbers[1] - 1, 0) : 0;
        if (_rest[end] == '~' && numbers[0] == 200) _pasting = true;
        else if (end == 2 && _rest[end] is 'I' or 'O') events.Focused(_rest[end] == 'I');
        else if (_rest[end] == 'Z') Tell(ConsoleKey.Tab, 1, 0);
        else Tell(_rest[end] == '~' ? KeyOf(numbers[0]) : KeyOf(_rest[end]), modifiers, 0);
        return end + 1;
    }

    /// <summary>An arrow comes as ESC [ here; the other form is what a terminal sends for its wheel where it does not tell of the wheel itself.</summary>
    private int TellArrowOfWheel()
    {
        events.Scrolled(_rest[2] == 'A' ? 1 : -1);
        return 3;
    }

    /// <summary>Buttons mean nothing.</summary>
    private int TellMouse(int end)
    {
        var button = int.TryParse(_rest[3..end].Split(';')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known & ~KeysHeld : 0;
        if (button is WheelUp or WheelDown && _rest[end] == 'M') events.Scrolled(button == WheelUp ? RowsOfNotch : -RowsOfNotch);
        return end + 1;
    }

    private int TakeChar(char typed, ConsoleModifiers modifiers)
    {
        var control = typed is < ' ' and not ('\r' or '\t' or Escape) ? ConsoleModifiers.Control : 0;
        var key = typed switch
        {
            '\r' => ConsoleKey.Enter,
            '\t' => ConsoleKey.Tab,
            Escape => ConsoleKey.Escape,
            '\x7f' => ConsoleKey.Backspace,
            >= '\x01' and <= '\x1a' => ConsoleKey.A + (typed - 1),
            _ => ConsoleKey.None,
        };
        events.Pressed(Info(typed, key, modifiers | control));
        return 1;
    }

    /// <param name="key">Which key it was, if it means anything.</param>
    /// <param name="modifiers">1 for Shift, 2 for Alt, 4 for Control, added up.</param>
    /// <param name="taken">Is given back.</param>
    private int Tell(ConsoleKey? key, int modifiers, int taken)
    {
        var alt = (modifiers & 2) != 0 ? ConsoleModifiers.Alt : 0;
        var shift = (modifiers & 1) != 0 ? ConsoleModifiers.Shift : 0;
        var control = (modifiers & 4) != 0 ? ConsoleModifiers.Control : 0;
        if (key is { } known) events.Pressed(Info('\0', known, alt | shift | control));
        return taken;
    }

    private static ConsoleKeyInfo Info(char typed, ConsoleKey key, ConsoleModifiers modifiers) => new(
        typed,
        key,
        modifiers.HasFlag(ConsoleModifiers.Shift),
        modifiers.HasFlag(ConsoleModifiers.Alt),
        modifiers.HasFlag(ConsoleModifiers.Control));

    private static ConsoleKey? KeyOf(char final) => final switch
    {
        'A' => ConsoleKey.UpArrow,
        'B' => ConsoleKey.DownArrow,
        'C' => ConsoleKey.RightArrow,
        'D' => ConsoleKey.LeftArrow,
        'H' => ConsoleKey.Home,
        'F' => ConsoleKey.End,
        'M' => ConsoleKey.Enter,
        >= 'P' and <= 'S' => FunctionKey(final - 'P' + 1),
        _ => null,
    };

    private static ConsoleKey? KeyOf(int number) => number switch
    {
        1 or 7 => ConsoleKey.Home,
        3 => ConsoleKey.Delete,
        4 or 8 => ConsoleKey.End,
        5 => ConsoleKey.PageUp,
        6 => ConsoleKey.PageDown,
        >= 11 and <= 15 => FunctionKey(number - 10),
        >= 17 and <= 21 => FunctionKey(number - 11),
        23 or 24 => FunctionKey(number - 12),
        _ => null,
    };

    private static ConsoleKey? FunctionKey(int number) => number is >= 1 and <= 12 ? ConsoleKey.F1 + (number - 1) : null;
}
