using System.Net;
using LanChat.Server.Settings;

namespace LanChat.Server.Connections;

/// <summary>
/// The addresses that connections come from: how many each has, and how fast they may talk together. Who comes again at once finds their
/// address as they left it; it is forgotten when it may say as much as a new one.
/// </summary>
internal sealed class Origins(FloodSettings settings, TimeProvider clock)
{
    private sealed class Origin(TokenBucket talk)
    {
        public TokenBucket Talk { get; } = talk;

        public int Connections { get; set; }
    }

    private readonly Dictionary<IPAddress, Origin> _origins = [];
    private readonly Queue<IPAddress> _left = new();

    /// <summary>How many connections there are.</summary>
    public int Connections { get; private set; }

    /// <summary>How many addresses are remembered.</summary>
    public int Count => _origins.Count;

    /// <summary>How many connections an address has.</summary>
    public int CountOf(IPAddress address) => _origins.TryGetValue(address, out var origin) ? origin.Connections : 0;

    /// <summary>Counts one more connection of an address, and tells how many it has now.</summary>
    public int Add(IPAddress address)
    {
        Forget();
        if (!_origins.TryGetValue(address, out var origin))
            _origins.Add(address, origin = new Origin(new TokenBucket(settings.AddressBurst, settings.Rate == 0 ? 0 : settings.AddressRate, clock)));
        Connections++;
        return ++origin.Connections;
    }

    /// <summary>The gate of one more client at an address that has been counted.</summary>
    public FloodGate GateOf(IPAddress address) => new(settings, _origins[address].Talk, clock);

    /// <summary>One connection of an address has ended.</summary>
    public void Remove(IPAddress address)
    {
        Connections--;
        if (--_origins[address].Connections > 0) return;
        _left.Enqueue(address);
        Forget();
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
