using System.Net;
using LanChat.Protocol;
using LanChat.Server.Settings;

namespace LanChat.Server.Connections;

/// <summary>
/// The addresses that connections and uploads come from: how many connections each has, and how fast they may talk together. Who comes again
/// at once finds their address as they left it; it is forgotten when it may say as much as a new one. Any thread may ask.
/// </summary>
internal sealed class Origins(FloodSettings settings, TimeProvider clock)
{
    private sealed class Origin(TokenBucket talk)
    {
        public TokenBucket Talk { get; } = talk;

        public int Connections { get; set; }
    }

    private readonly Lock _counting = new();
    private readonly Dictionary<AddressBlock, Origin> _origins = [];
    private readonly Queue<AddressBlock> _left = new();
    private int _connections;

    /// <summary>How many connections there are.</summary>
    public int Connections
    {
        get
        {
            lock (_counting) return _connections;
        }
    }

    /// <summary>How many addresses are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_counting) return _origins.Count;
        }
    }

    /// <summary>How many connections an address has.</summary>
    public int CountOf(IPAddress address)
    {
        lock (_counting) return _origins.TryGetValue(AddressBlock.Of(address), out var origin) ? origin.Connections : 0;
    }

    /// <summary>Counts one more connection of an address, and tells how many it has now.</summary>
    public int Add(IPAddress address)
    {
        lock (_counting)
        {
            Forget();
            _connections++;
            return ++OriginOf(AddressBlock.Of(address)).Connections;
        }
    }

    /// <summary>The rate limiter of one more client at an address that has been counted.</summary>
    public RateLimiter LimiterOf(IPAddress address)
    {
        lock (_counting) return new RateLimiter(settings, _origins[AddressBlock.Of(address)].Talk, clock);
    }

    /// <summary>Counts one thing that an address says without a connection, and tells how long it has to wait before it is heard.</summary>
    public TimeSpan Take(IPAddress address)
    {
        lock (_counting)
        {
            Forget();
            var block = AddressBlock.Of(address);
            if (!_origins.ContainsKey(block)) _left.Enqueue(block);
            return OriginOf(block).Talk.Acquire();
        }
    }

    /// <summary>One connection of an address has ended.</summary>
    public void Remove(IPAddress address)
    {
        lock (_counting)
        {
            _connections--;
            var block = AddressBlock.Of(address);
            if (--_origins[block].Connections > 0) return;
            _left.Enqueue(block);
            Forget();
        }
    }

    private Origin OriginOf(AddressBlock address)
    {
        if (!_origins.TryGetValue(address, out var origin))
            _origins.Add(address, origin = new Origin(new TokenBucket(settings.AddressBurst, settings.Rate == 0 ? 0 : settings.AddressRate, clock)));
        return origin;
    }

    private void Forget()
    {
        while (_left.TryPeek(out var address))
        {
            var isThere = _origins.TryGetValue(address, out var origin);
            if (isThere && origin!.Connections == 0 && !origin.Talk.IsFull) return;
            if (isThere && origin!.Connections == 0) _origins.Remove(address);
            _left.Dequeue();
        }
    }
}
