namespace LanChat.Client.Chat;

/// <summary>
/// Private messages that were shown, in any window: after a reconnect a window asks for what was
/// missed, and another one may have shown some of it. Thread-safe: the windows share it.
/// </summary>
internal sealed class PrivateMessageLog
{
    private const int Capacity = 10_000;

    private readonly Lock _lock = new();
    private readonly HashSet<long> _shown = [];
    private long _last;

    /// <summary>The serial of the last one; 0 for none.</summary>
    public long Last
    {
        get
        {
            lock (_lock) return _last;
        }
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
