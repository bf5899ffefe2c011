using System.Net;
using LanChat.Protocol;
using LanChat.Server.Settings;

namespace LanChat.Server.Connections;

/// <summary>
/// Counts the connections of each IP address and holds the token bucket that its clients and
/// uploads share. An address keeps its bucket after the last disconnect until the bucket is full
/// again, so reconnecting does not reset the limit. The connections of one device count as one,
/// since a client has one for each of its rooms. Thread-safe.
/// </summary>
internal sealed class AddressLimits(FloodSettings settings, TimeProvider clock)
{
    private sealed class Entry(TokenBucket bucket)
    {
        public TokenBucket Bucket { get; } = bucket;

        public int Connections { get; set; }

        /// <summary>The connections of each device that proved its key.</summary>
        public Dictionary<string, int> Devices { get; } = [];
    }

    private const int MaxOfDevice = 32;

    private readonly Lock _lock = new();
    private readonly Dictionary<AddressBlock, Entry> _entries = [];
    private readonly Queue<AddressBlock> _idle = new();
    private int _connections;

    /// <summary>Number of connections of all addresses.</summary>
    public int Connections
    {
        get
        {
            lock (_lock) return _connections;
        }
    }

    /// <summary>Number of addresses held.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _entries.Count;
        }
    }

    /// <summary>Number of connections of an address.</summary>
    public int CountOf(IPAddress address)
    {
        lock (_lock) return _entries.GetValueOrDefault(AddressBlock.Of(address))?.Connections ?? 0;
    }

    /// <summary>Counts a new connection; returns how many the address has now.</summary>
    public int Add(IPAddress address)
    {
        lock (_lock)
        {
            Prune();
            _connections++;
            return ++EntryOf(AddressBlock.Of(address)).Connections;
        }
    }

    /// <summary>
    /// A connection, which is counted already, is of this device: up to 32 of one count as one.
    /// </summary>
    public void AddToDevice(IPAddress address, string device)
    {
        lock (_lock)
        {
            var entry = _entries[AddressBlock.Of(address)];
            var count = entry.Devices[device] = entry.Devices.GetValueOrDefault(device) + 1;
            if (count is > 1 and <= MaxOfDevice) entry.Connections--;
        }
    }

    /// <summary>
    /// A connection of this device ends; <see cref="Remove"/> is called after this.
    /// </summary>
    public void RemoveFromDevice(IPAddress address, string device)
    {
        lock (_lock)
        {
            var entry = _entries[AddressBlock.Of(address)];
            var count = entry.Devices[device]--;
            if (count is > 1 and <= MaxOfDevice) entry.Connections++;
            if (count == 1) entry.Devices.Remove(device);
        }
    }

    /// <summary>Makes the rate limiter of a client whose connection is counted already.</summary>
    public RateLimiter LimiterOf(IPAddress address)
    {
        lock (_lock) return new RateLimiter(settings, _entries[AddressBlock.Of(address)].Bucket, clock);
    }

    /// <summary>Acquires a token for an upload; returns the delay until it is due.</summary>
    public TimeSpan Acquire(IPAddress address)
    {
        lock (_lock)
        {
            Prune();
            var block = AddressBlock.Of(address);
            if (!_entries.ContainsKey(block)) _idle.Enqueue(block);
            return EntryOf(block).Bucket.Acquire();
        }
    }

    /// <summary>Counts the end of a connection.</summary>
    public void Remove(IPAddress address)
    {
        lock (_lock)
        {
            _connections--;
            var block = AddressBlock.Of(address);
            if (--_entries[block].Connections > 0) return;
            _idle.Enqueue(block);
            Prune();
        }
    }

    private Entry EntryOf(AddressBlock address)
    {
        if (_entries.TryGetValue(address, out var entry)) return entry;
        var rate = settings.Rate == 0 ? 0 : settings.AddressRate;
        entry = new Entry(new TokenBucket(settings.AddressBurst, rate, clock));
        _entries.Add(address, entry);
        return entry;
    }

    private void Prune()
    {
        while (_idle.TryPeek(out var address))
        {
            var isKnown = _entries.TryGetValue(address, out var entry);
            if (isKnown && entry!.Connections == 0 && !entry.Bucket.IsFull) return;
            if (isKnown && entry!.Connections == 0) _entries.Remove(address);
            _idle.Dequeue();
        }
    }
}
