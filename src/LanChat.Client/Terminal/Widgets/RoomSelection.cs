using LanChat.Client.Views;
using LanChat.Discovery;

namespace LanChat.Client.Terminal.Widgets;

/// <summary>
/// The rooms of the server and those nearby, and the selected one: the first, until the user moves
/// the selection. The selection stays on its room while others come and go.
/// </summary>
internal sealed class RoomSelection
{
    private string? _selected;

    /// <summary>Rooms of the server, in display order.</summary>
    public IReadOnlyList<ServerRoom> ServerRooms { get; set; } = [];

    /// <summary>Rooms nearby, in display order; shown below those of the server.</summary>
    public IReadOnlyList<ListedRoom> Rooms { get; set; } = [];

    /// <summary>Number of the selected room; null if there is none.</summary>
    public int? Selected => All.Count == 0 ? null : All[Index].Number;

    private IReadOnlyList<(string Identity, int Number)> All =>
    [
        .. ServerRooms.Select(room => (room.Name, room.Number)),
        .. Rooms.Select(room => ($"{room.Address}", room.Number)),
    ];

    private int Index => Math.Max(All.Index().FirstOrDefault(room => room.Item.Identity == _selected).Index, 0);

    /// <summary>Moves the selection down, or up if negative; clamped to the ends.</summary>
    public void Step(int rooms)
    {
        if (All.Count > 0) _selected = All[Math.Clamp(Index + rooms, 0, All.Count - 1)].Identity;
    }
}
