namespace LanChat.Client.Sessions;

/// <summary>
/// Offline messages received from one room. The room keeps each until the client reports it as
/// delivered, so a reconnect may repeat one; it is shown once.
/// </summary>
internal sealed class OfflineMessages
{
    // Above the default limit of offline messages for one member.
    private const int Capacity = 10_000;
    private readonly HashSet<long> _known = [];
    private long? _received;
    private long? _shown;

    /// <summary>Adds a message by its number; false if it was received before.</summary>
    public bool TryAdd(long number)
    {
        if (_known.Count == Capacity) _known.Clear();
        _received = Math.Max(_received ?? number, number);
        return _known.Add(number);
    }

    /// <summary>All messages received so far are shown.</summary>
    public void MarkShown() => (_shown, _received) = (_received ?? _shown, null);

    /// <summary>
    /// Dequeues the number of the last message shown, to report it as delivered; null if none is
    /// new.
    /// </summary>
    public long? DequeueDelivered()
    {
        var shown = _shown;
        _shown = null;
        return shown;
    }
}
