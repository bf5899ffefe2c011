using System.Text;

namespace LanChat.Client.PlainText;

/// <summary>Cuts what is typed into lines.</summary>
/// <param name="longest">The most characters of a line.</param>
/// <param name="unfit">Is told of each line that has more; it is dropped.</param>
internal sealed class TypedLines(int longest, Action unfit)
{
    private readonly StringBuilder _held = new();
    private readonly Queue<string> _whole = new();
    private bool _skipping;

    public void Add(ReadOnlySpan<char> typed)
    {
        foreach (var unit in typed)
        {
            if (unit == '\n') End();
            else if (!_skipping && _held.Length < longest) _held.Append(unit);
            else _skipping = true;
        }
    }

    /// <summary>The line is whole, or nothing more comes.</summary>
    public void End()
    {
        if (_skipping) unfit();
        else _whole.Enqueue(_held.ToString().TrimEnd('\r'));
        _held.Clear();
        _skipping = false;
    }

    public bool TryTake(out string? line) => _whole.TryDequeue(out line);
}
