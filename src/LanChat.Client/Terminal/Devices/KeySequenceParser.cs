using System.Globalization;
using LanChat.Client.Terminal.Input;

namespace LanChat.Client.Terminal.Devices;

/// <summary>
/// Parses terminal input: keys, bracketed paste (<c>ESC [ 200 ~</c> to <c>ESC [ 201 ~</c>), focus
/// in and out (<c>ESC [ I</c>, <c>ESC [ O</c>) and the mouse wheel (<c>ESC [ &lt; 64 ; X ; Y
/// M</c>). Sequences may be split between reads, except that a lone ESC is the Escape key. Ignores
/// unknown sequences.
/// </summary>
internal sealed class KeySequenceParser(TerminalEvents events)
{
    private const int WheelUp = 64;
    private const int WheelDown = 65;
    private const int ModifierBits = 4 | 8 | 16;
    private const int RowsPerNotch = 3;

    /// <summary>
    /// Longer pastes are truncated; still more than <see cref="LineEditor"/> accepts.
    /// </summary>
    private const int MaxPaste = 4 * LineEditor.MaxLength;
    private const char Escape = '\e';
    private const string EndOfPaste = "\e[201~";

    private string _buffer = "";
    private bool _pasting;

    /// <summary>Parses the characters of one read.</summary>
    public void Read(ReadOnlySpan<char> chars)
    {
        _buffer += chars.ToString();
        while (_buffer.Length > 0 && (_pasting ? ReadPaste() : ReadKey()) is > 0 and var consumed)
            _buffer = _buffer[consumed..];
    }

    /// <summary>
    /// Returns the number of characters consumed; 0 if the end of the paste is still missing.
    /// </summary>
    private int ReadPaste()
    {
        var end = _buffer.IndexOf(EndOfPaste, StringComparison.Ordinal);
        if (end < 0)
        {
            if (_buffer.Length > 2 * MaxPaste) _buffer = _buffer[..MaxPaste] + _buffer[^EndOfPaste.Length..];
            return 0;
        }

        _pasting = false;
        events.Pasted(_buffer[..end]);
        return end + EndOfPaste.Length;
    }

    private int ReadKey()
    {
        if (_buffer is [Escape, '[', '[', ..]) // the Linux console
            return _buffer.Length > 3 ? Press(FunctionKey(_buffer[3] - 'A' + 1), 0, consumed: 4) : 0;
        if (_buffer is [Escape, '[', ..]) return ReadSequence();
        if (_buffer is [Escape, 'O', 'A' or 'B', ..]) return ReadWheelArrow();
        if (_buffer is [Escape, 'O', var final, ..]) return Press(KeyOf(final), 0, consumed: 3);
        if (_buffer is [Escape, 'O']) return 0;
        if (_buffer is not [Escape, var after, ..]) return ReadChar(_buffer[0], ConsoleModifiers.None);
        return after == Escape ? ReadChar(Escape, ConsoleModifiers.None) : ReadChar(after, ConsoleModifiers.Alt) + 1;
    }

    /// <summary>Reads ESC [, parameters separated by semicolons, and the final character.</summary>
    private int ReadSequence()
    {
        var end = 2;
        while (end < _buffer.Length && _buffer[end] is >= ' ' and < '@') end++;
        if (end == _buffer.Length) return 0;
        if (_buffer[2] == '<') return ReadMouse(end);
        var numbers = _buffer[2..end].Split(';').Select(NumberOr1).ToArray();
        var modifiers = numbers.Length > 1 ? Math.Max(numbers[1] - 1, 0) : 0;
        if (_buffer[end] == '~' && numbers[0] == 200) _pasting = true;
        else if (end == 2 && _buffer[end] is 'I' or 'O') events.Focused(_buffer[end] == 'I');
        else if (_buffer[end] == 'Z') Press(ConsoleKey.Tab, 1, 0);
        else Press(_buffer[end] == '~' ? KeyOf(numbers[0]) : KeyOf(_buffer[end]), modifiers, 0);
        return end + 1;
    }

    /// <summary>
    /// Handles ESC O A and ESC O B: arrow keys come as ESC [ here, so these are the wheel of a
    /// terminal that does not report the mouse.
    /// </summary>
    private int ReadWheelArrow()
    {
        events.Scrolled(_buffer[2] == 'A' ? 1 : -1);
        return 3;
    }

    /// <summary>Reports the wheel; ignores buttons.</summary>
    private int ReadMouse(int end)
    {
        var isNumber = int.TryParse(
            _buffer[3..end].Split(';')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        var button = isNumber ? number & ~ModifierBits : 0;
        if (button is WheelUp or WheelDown && _buffer[end] == 'M')
            events.Scrolled(button == WheelUp ? RowsPerNotch : -RowsPerNotch);
        return end + 1;
    }

    private int ReadChar(char typed, ConsoleModifiers modifiers)
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

    /// <param name="key">The key; null is ignored.</param>
    /// <param name="modifiers">Bit mask: 1 for Shift, 2 for Alt, 4 for Control.</param>
    /// <param name="consumed">The number of characters consumed; returned as is.</param>
    private int Press(ConsoleKey? key, int modifiers, int consumed)
    {
        var alt = (modifiers & 2) != 0 ? ConsoleModifiers.Alt : 0;
        var shift = (modifiers & 1) != 0 ? ConsoleModifiers.Shift : 0;
        var control = (modifiers & 4) != 0 ? ConsoleModifiers.Control : 0;
        if (key is { } known) events.Pressed(Info('\0', known, alt | shift | control));
        return consumed;
    }

    /// <summary>Parses a parameter; a missing one counts as 1.</summary>
    private static int NumberOr1(string parameter) =>
        int.TryParse(parameter, CultureInfo.InvariantCulture, out var number) ? number : 1;

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

    private static ConsoleKey? FunctionKey(int number) =>
        number is >= 1 and <= 12 ? ConsoleKey.F1 + (number - 1) : null;
}
