using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Terminal.Panes;

/// <summary>The rooms that are near, and the one that is marked to be chosen: the first, until another one is. It stays marked as rooms come and go.</summary>
internal sealed class RoomChoice
{
    private PeerAddress? _marked;

    /// <summary>In the order they are shown.</summary>
    public IReadOnlyList<ListedRoom> Rooms { get; set; } = [];

    /// <summary>Null when there is none.</summary>
    public ListedRoom? Marked => Rooms.FirstOrDefault(room => room.Address == _marked) ?? Rooms.FirstOrDefault();

    /// <summary>So many further down, or up; not beyond the ends.</summary>
    public void Step(int rooms)
    {
        if (Marked is not { } marked) return;
        var at = Rooms.Index().First(one => one.Item == marked).Index;
        _marked = Rooms[Math.Clamp(at + rooms, 0, Rooms.Count - 1)].Address;
    }
}
