using LanChat.Protocol;

namespace LanChat.Discovery;

/// <summary>The rooms that are near, by address. Each answer says whether anything that can be seen has changed.</summary>
/// <param name="most">More rooms than this are passed over.</param>
public sealed class RoomList(int most)
{
    private readonly Dictionary<PeerAddress, ListedRoom> _rooms = [];

    /// <summary>By number.</summary>
    public IReadOnlyList<ListedRoom> Rooms => [.. _rooms.Values.OrderBy(room => room.Number)];

    public bool IsListed(PeerAddress address) => _rooms.ContainsKey(address);

    /// <summary>The room is there, maybe by another name, or with others in it.</summary>
    public bool Hear(Announcement announcement)
    {
        if (_rooms.TryGetValue(announcement.Address, out var known))
        {
            var heard = known with
            {
                Name = announcement.Name,
                Members = announcement.Members,
                Web = announcement.Web,
                Log = announcement.Log,
                Silence = TimeSpan.Zero,
            };
            _rooms[announcement.Address] = heard;
            return heard != known;
        }

        if (_rooms.Count >= most) return false;
        _rooms[announcement.Address] = new ListedRoom(
            FreeNumber(), announcement.Name, announcement.Address, announcement.Members, Web: announcement.Web, Log: announcement.Log);
        return true;
    }

    /// <summary>The room was not heard of when it should have been, for so long by now.</summary>
    public bool Fade(PeerAddress address, TimeSpan silence)
    {
        if (!_rooms.TryGetValue(address, out var known) || known.Silence == silence) return false;
        _rooms[address] = known with { Silence = silence };
        return true;
    }

    /// <summary>The room was silent for too long.</summary>
    public bool Drop(PeerAddress address) => _rooms.Remove(address);

    private int FreeNumber()
    {
        var taken = _rooms.Values.Select(room => room.Number).ToHashSet();
        return Enumerable.Range(1, taken.Count + 1).First(number => !taken.Contains(number));
    }
}
