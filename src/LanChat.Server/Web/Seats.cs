using System.Net;
using LanChat.Protocol;

namespace LanChat.Server.Web;

/// <summary>
/// How many connections for HTTP there may be, in all and of each address. Who enters the room leaves their seat, and is counted there.
/// </summary>
/// <param name="most">The most in all. One address has three quarters of them at most.</param>
/// <param name="mostPerAddress">The most of one address; 0: no other bound. Loopback has no other.</param>
internal sealed class Seats(int most, int mostPerAddress)
{
    /// <summary>A connection's own; it can be left once.</summary>
    internal sealed class Seat(Seats seats, AddressBlock address)
    {
        private bool _isLeft;

        public void Leave()
        {
            if (!Interlocked.Exchange(ref _isLeft, true)) seats.Leave(address);
        }
    }

    private readonly Lock _counting = new();
    private readonly Dictionary<AddressBlock, int> _taken = [];
    private int _all;

    /// <summary>A seat for one more connection; null when there is none.</summary>
    public Seat? Take(IPAddress address)
    {
        lock (_counting)
        {
            var block = AddressBlock.Of(address);
            var theirs = _taken.GetValueOrDefault(block);
            if (_all >= most || theirs >= MostOf(address)) return null;
            _all++;
            _taken[block] = theirs + 1;
            return new Seat(this, block);
        }
    }

    private int MostOf(IPAddress address)
    {
        var share = (int)Math.Max(1, most * 3L / 4);
        return mostPerAddress == 0 || IPAddress.IsLoopback(address) ? share : Math.Min(share, mostPerAddress);
    }

    private void Leave(AddressBlock address)
    {
        lock (_counting)
        {
            _all--;
            if (--_taken[address] == 0) _taken.Remove(address);
        }
    }
}
