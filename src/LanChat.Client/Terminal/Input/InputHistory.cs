namespace LanChat.Client.Terminal.Input;

/// <summary>The lines that were entered, to go back to; what was being typed meanwhile is kept.</summary>
internal sealed class InputHistory
{
    public const int Most = 200;

    private readonly List<string> _lines = [];
    private string _draft = "";
    private int _at;

    /// <summary>A line was entered; the next look back begins from it.</summary>
    public void Add(string line)
    {
        if (line.Length > 0 && (_lines.Count == 0 || _lines[^1] != line)) _lines.Add(line);
        if (_lines.Count > Most) _lines.RemoveAt(0);
        (_at, _draft) = (_lines.Count, "");
    }

    /// <summary>The line before, or null at the first; <paramref name="current"/> is what stands in the editor.</summary>
    public string? Back(string current)
    {
        if (_at == 0) return null;
        if (_at == _lines.Count) _draft = current;
        return _lines[--_at];
    }

    /// <summary>The line after, at last what was being typed, or null when that is reached.</summary>
    public string? Forth()
    {
        if (_at == _lines.Count) return null;
        return ++_at == _lines.Count ? _draft : _lines[_at];
    }
}
