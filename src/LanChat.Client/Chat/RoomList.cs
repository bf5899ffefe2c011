using LanChat.Client.Sessions;
using LanChat.Discovery;

namespace LanChat.Client.Chat;

/// <summary>
/// The list of rooms as the user sees it: the rooms nearby, numbered, and which of them the user
/// has joined. Finds the window of a room by its number, name or address.
/// </summary>
/// <param name="windows">Windows of the joined rooms.</param>
internal sealed class RoomList(RoomWindowManager windows)
{
    private readonly RoomNumbering _numbering = new();
    private readonly Dictionary<RoomWindow, string> _logs = [];
    private IReadOnlyList<ListedRoom> _discovered = [];

    /// <summary>Rooms nearby, as numbered by the last <see cref="Renumber"/>.</summary>
    public IReadOnlyList<ListedRoom> Rooms { get; private set; } = [];

    /// <summary>Replaces the discovered rooms.</summary>
    public void SetDiscovered(IReadOnlyList<ListedRoom> rooms) => _discovered = rooms;

    /// <summary>
    /// Renumbers the rooms, after the windows or the discovered rooms have changed.
    /// </summary>
    public IReadOnlyList<ListedRoom> Renumber() => Rooms = _numbering.Number(_discovered, windows.Rooms, WindowOf);

    /// <summary>Sets the log id of the room in that window.</summary>
    public void SetLog(RoomWindow window, string log) => _logs[window] = log;

    public void Remove(RoomWindow window) => _logs.Remove(window);

    /// <summary>
    /// The address by which the user has joined the room at this address; otherwise the address
    /// itself.
    /// </summary>
    public ServerAddress Resolve(ServerAddress server)
    {
        var listed = Rooms.FirstOrDefault(room => $"{room.Address}" == $"{server}");
        return listed is not null && WindowOf(listed) is { } window ? window.Server : server;
    }

    /// <summary>
    /// Window of a joined room, by number, name or address; null if there is none.
    /// </summary>
    public RoomWindow? Find(string room)
    {
        var addresses = Rooms
            .Where(listed => string.Equals(listed.Name.Text, room, StringComparison.OrdinalIgnoreCase))
            .Select(listed => $"{listed.Address}")
            .Append(room);
        return windows.Rooms.FirstOrDefault(window =>
            $"{window.Number}" == room || addresses.Contains($"{window.Server}"));
    }

    /// <summary>
    /// Window of a room, also if it was joined by another of its addresses; null if there is none.
    /// </summary>
    private RoomWindow? WindowOf(ListedRoom room) => windows.Rooms.FirstOrDefault(window =>
        $"{window.Server}" == $"{room.Address}"
        || (room.Log is not null && _logs.GetValueOrDefault(window) == room.Log));
}
