using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Terminal.Widgets;

/// <summary>
/// The rooms nearby and the selected one: the first, until the user moves the selection. The
/// selection stays on its room while others come and go.
/// </summary>
internal sealed class RoomSelection
{
    private PeerAddress? _selected;

    /// <summary>In display order.</summary>
    public IReadOnlyList<ListedRoom> Rooms { get; set; } = [];

    /// <summary>The selected room; null if there is none.</summary>
    public ListedRoom? Selected => Rooms.FirstOrDefault(room => room.Address == _selected) ?? Rooms.FirstOrDefault();

    /// <summary>Moves the selection down, or up if negative; clamped to the ends.</summary>
    public void Step(int rooms)
    {
        if (Selected is not { } selected) return;
        var at = Rooms.Index().First(one => one.Item == selected).Index;
        _selected = Rooms[Math.Clamp(at + rooms, 0, Rooms.Count - 1)].Address;
    }
}
