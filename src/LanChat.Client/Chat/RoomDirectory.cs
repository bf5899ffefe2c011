using LanChat.Client.Sessions;
using LanChat.Discovery;

namespace LanChat.Client.Chat;

/// <summary>The rooms that are near, by their numbers, and which of them the user is in.</summary>
/// <param name="windows">Those the user is in.</param>
internal sealed class RoomDirectory(Windows windows)
{
    private readonly RoomNumbers _numbers = new();
    private readonly Dictionary<RoomWindow, string> _logs = [];
    private IReadOnlyList<ListedRoom> _heard = [];

    /// <summary>As they were heard of last, and as <see cref="Number"/> numbered them.</summary>
    public IReadOnlyList<ListedRoom> Rooms { get; private set; } = [];

    /// <summary>These are near.</summary>
    public void Hear(IReadOnlyList<ListedRoom> rooms) => _heard = rooms;

    /// <summary>Numbers them anew, after the windows or what is near have changed.</summary>
    public IReadOnlyList<ListedRoom> Number() => Rooms = _numbers.Of(_heard, windows.Rooms, WindowOf);

    /// <summary>The room in that window has this history.</summary>
    public void Note(RoomWindow window, string log) => _logs[window] = log;

    public void Forget(RoomWindow window) => _logs.Remove(window);

    /// <summary>
    /// The address at which the user is in the room at this address, or else this one.
    /// </summary>
    public ServerAddress Known(ServerAddress server)
    {
        var listed = Rooms.FirstOrDefault(room => $"{room.Address}" == $"{server}");
        return listed is not null && WindowOf(listed) is { } window ? window.Server : server;
    }

    /// <summary>
    /// The window of a room the user is in, by its number, its name or its address; null where they
    /// are not.
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
    /// The window of a room, whichever of its addresses that was entered at; null where the user is
    /// not in it.
    /// </summary>
    private RoomWindow? WindowOf(ListedRoom room) => windows.Rooms.FirstOrDefault(window =>
        $"{window.Server}" == $"{room.Address}"
        || (room.Log is not null && _logs.GetValueOrDefault(window) == room.Log));
}
