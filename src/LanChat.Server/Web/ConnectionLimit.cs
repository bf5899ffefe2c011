using System.Net;
using LanChat.Protocol;

namespace LanChat.Server.Web;

/// <summary>
/// Limits concurrent HTTP connections, in all and per IP address. A client that joins the room
/// releases its lease: the connection manager counts it from then on.
/// </summary>
/// <param name="max">Maximum in all. One address gets three quarters at most.</param>
/// <param name="maxPerAddress">Maximum per address except loopback; 0: no further limit.</param>
internal sealed class ConnectionLimit(int max, int maxPerAddress)
{
    /// <summary>The place of one connection; releasing it twice has no effect.</summary>
    internal sealed class Lease(ConnectionLimit limit, AddressBlock address)
    {
        private bool _isReleased;

        public void Release()
        {
            if (!Interlocked.Exchange(ref _isReleased, true)) limit.Release(address);
        }
    }

    private readonly Lock _lock = new();
    private readonly Dictionary<AddressBlock, int> _counts = [];
    private int _total;

    /// <summary>Acquires a lease for a connection; null if the limit is reached.</summary>
    public Lease? TryAcquire(IPAddress address)
    {
        lock (_lock)
        {
            var block = AddressBlock.Of(address);
            var count = _counts.GetValueOrDefault(block);
            if (_total >= max || count >= MaxOf(address)) return null;
            _total++;
            _counts[block] = count + 1;
            return new Lease(this, block);
        }
    }

    private int MaxOf(IPAddress address)
    {
        var share = (int)Math.Max(1, max * 3L / 4);
        return maxPerAddress == 0 || IPAddress.IsLoopback(address) ? share : Math.Min(share, maxPerAddress);
    }

    private void Release(AddressBlock address)
    {
        lock (_lock)
        {
            _total--;
            if (--_counts[address] == 0) _counts.Remove(address);
        }
    }
}
