namespace LanChat.Client.Terminal.Input;

/// <summary>The entered lines, newest last, and the draft being typed.</summary>
internal sealed class InputHistory
{
    public const int MaxLines = 200;

    private readonly List<string> _lines = [];
    private string _draft = "";
    private int _position;

    /// <summary>Appends an entered line and resets the position to the end.</summary>
    public void Add(string line)
    {
        if (line.Length > 0 && (_lines.Count == 0 || _lines[^1] != line)) _lines.Add(line);
        if (_lines.Count > MaxLines) _lines.RemoveAt(0);
        (_position, _draft) = (_lines.Count, "");
    }

    /// <summary>
    /// Returns the previous line, or null at the first; saves <paramref name="current"/> as the
    /// draft when leaving the end.
    /// </summary>
    public string? Previous(string current)
    {
        if (_position == 0) return null;
        if (_position == _lines.Count) _draft = current;
        return _lines[--_position];
    }

    /// <summary>Returns the next line, the draft at the end, or null after that.</summary>
    public string? Next()
    {
        if (_position == _lines.Count) return null;
        return ++_position == _lines.Count ? _draft : _lines[_position];
    }
}
