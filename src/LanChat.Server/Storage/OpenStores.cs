namespace LanChat.Server.Storage;

/// <summary>
/// The stores of rooms that have files open: a bounded number, and only those in use. The least
/// recently used one rests first.
/// </summary>
/// <param name="max">Maximum stores with open files.</param>
/// <param name="clock">The clock that tells which stores are idle.</param>
internal sealed class OpenStores(int max, TimeProvider clock)
{
    /// <summary>A store rests when it was not used for so long.</summary>
    public static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();

    // In the order of their last use.
    private readonly LinkedList<RestingStore.Usage> _usages = new();

    /// <summary>A store is used: may have others rest.</summary>
    public void Use(RestingStore.Usage usage)
    {
        RestingStore.Usage? oldest = null;
        lock (_lock)
        {
            if (usage.Node.List is not null) _usages.Remove(usage.Node);
            _usages.AddLast(usage.Node);
            usage.Last = clock.GetTimestamp();
            if (_usages.Count > max) oldest = RemoveOldest();
        }

        oldest?.RequestRest();
    }

    /// <summary>A store is closed for good.</summary>
    public void Remove(RestingStore.Usage usage)
    {
        lock (_lock)
        {
            if (usage.Node.List is not null) _usages.Remove(usage.Node);
        }
    }

    /// <summary>Has the stores rest that were not used for some time.</summary>
    public void RestIdle()
    {
        List<RestingStore.Usage> idle = [];
        lock (_lock)
        {
            while (_usages.First is { } first && clock.GetElapsedTime(first.Value.Last) >= IdleTime)
                idle.Add(RemoveOldest());
        }

        foreach (var usage in idle) usage.RequestRest();
    }

    private RestingStore.Usage RemoveOldest()
    {
        var oldest = _usages.First!.Value;
        _usages.RemoveFirst();
        return oldest;
    }
}
