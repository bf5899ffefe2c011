using System.Text;

namespace LanChat.Client.PlainText;

/// <summary>Splits typed text into lines.</summary>
/// <param name="maxLength">Maximum length of a line, in UTF-16 code units.</param>
/// <param name="tooLong">Called for each longer line, which is dropped.</param>
internal sealed class TypedLineSplitter(int maxLength, Action tooLong)
{
    private readonly StringBuilder _partial = new();
    private readonly Queue<string> _lines = new();
    private bool _skipping;

    public void Add(ReadOnlySpan<char> typed)
    {
        foreach (var character in typed)
        {
            if (character == '\n') End();
            else if (!_skipping && _partial.Length < maxLength) _partial.Append(character);
            else _skipping = true;
        }
    }

    /// <summary>Ends the line, at a line break or the end of the input.</summary>
    public void End()
    {
        if (_skipping) tooLong();
        else _lines.Enqueue(_partial.ToString().TrimEnd('\r'));
        _partial.Clear();
        _skipping = false;
    }

    public bool TryDequeue(out string? line) => _lines.TryDequeue(out line);
}
