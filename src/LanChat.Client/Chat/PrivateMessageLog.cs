namespace LanChat.Client.Chat;

/// <summary>
/// Private messages that were shown, in any window, and up to which one none is missing. After a
/// reconnect a window asks for what was missed; until that has come, new messages do not count: the
/// connection may be lost again before. Thread-safe: the windows share it.
/// </summary>
internal sealed class PrivateMessageLog
{
    private const int Capacity = 10_000;

    private readonly Lock _lock = new();
    private readonly HashSet<long> _shown = [];
    private long? _resume;
    private long _last;
    private bool _isComplete;

    /// <summary>
    /// A room was joined: returns the serial up to which none is missing, or null in the beginning.
    /// </summary>
    public long? BeginCatchUp()
    {
        lock (_lock)
        {
            if (_isComplete) _resume = _last;
            _isComplete = false;
            return _resume;
        }
    }

    /// <summary>What was missed has come, up to this serial.</summary>
    public void EndCatchUp(long last)
    {
        lock (_lock) (_last, _isComplete) = (Math.Max(_last, last), true);
    }

    /// <summary>Adds a message by its serial; false if it was shown before.</summary>
    public bool TryAdd(long serial)
    {
        lock (_lock)
        {
            if (_shown.Count == Capacity) _shown.Clear();
            _last = Math.Max(_last, serial);
            return _shown.Add(serial);
        }
    }
}
