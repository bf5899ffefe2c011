namespace LanChat.Client.Sessions;

/// <summary>
/// The private words that waited for us in one room. The room keeps them until it is told that they
/// were shown, so after a lost connection one may come again: it is shown once.
/// </summary>
internal sealed class WaitedWords
{
    // More can't wait in a room for one of us, as rooms usually are.
    private const int Most = 10_000;
    private readonly HashSet<long> _taken = [];
    private long? _heard;
    private long? _shown;

    /// <summary>Whether a word of this number is new.</summary>
    public bool TryTake(long number)
    {
        if (_taken.Count == Most) _taken.Clear();
        _heard = Math.Max(_heard ?? number, number);
        return _taken.Add(number);
    }

    /// <summary>All that was heard so far is shown.</summary>
    public void NoteShown() => (_shown, _heard) = (_heard ?? _shown, null);

    /// <summary>The last word that was shown, once.</summary>
    public long? TakeShown()
    {
        var shown = _shown;
        _shown = null;
        return shown;
    }
}
