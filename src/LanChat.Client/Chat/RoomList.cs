using System.Diagnostics.CodeAnalysis;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Chat;

/// <summary>
/// The list of rooms as the user sees it: the rooms of the server that the user is looking at, the
/// rooms nearby, all of them numbered, and which of them the user has joined. Finds a room by its
/// number, name or address.
/// </summary>
/// <param name="windows">Windows of the joined rooms.</param>
/// <param name="servers">Rooms of the servers.</param>
internal sealed class RoomList(RoomWindowManager windows, ServerRooms servers)
{
    private readonly RoomNumbering _numbering = new();
    private readonly Dictionary<RoomWindow, string> _logs = [];
    private IReadOnlyList<ListedRoom> _discovered = [];

    /// <summary>Rooms nearby, as numbered by the last <see cref="Renumber"/>.</summary>
    public IReadOnlyList<ListedRoom> Rooms { get; private set; } = [];

    /// <summary>
    /// Rooms of the server of the active window, as numbered by the last <see cref="Renumber"/>.
    /// </summary>
    public IReadOnlyList<ServerRoom> ServerRooms { get; private set; } = [];

    /// <summary>
    /// The server whose rooms are listed; null if the user is on none, or it has no rooms.
    /// </summary>
    public ServerAddress? Server =>
        windows.Latest?.Server is { } server && servers.Of(server).Count > 0 ? server : null;

    private IReadOnlyList<RoomSummary> Listed => servers.Of(Server);

    /// <summary>Replaces the discovered rooms.</summary>
    public void SetDiscovered(IReadOnlyList<ListedRoom> rooms) => _discovered = rooms;

    /// <summary>
    /// Renumbers the rooms, after the windows, the discovered rooms or those of a server have
    /// changed.
    /// </summary>
    public void Renumber()
    {
        var nearby = _discovered.Where(room => !IsOfServer(room)).ToArray();
        var numbers = _numbering.Number(
            [
                .. Listed.Select(room => new RoomNumbering.Numbered(Identity(room), WindowOf(room))),
                .. nearby.Select(room => new RoomNumbering.Numbered(Identity(room), WindowOf(room))),
            ],
            windows.Rooms);
        Rooms = [.. nearby.Select(room => room with { Number = numbers[Identity(room)] }).OrderBy(room => room.Number)];
        ServerRooms = [.. Listed.Select(room => Show(room, numbers[Identity(room)]))];
    }

    /// <summary>Sets the log id of the room in that window.</summary>
    public void SetLog(RoomWindow window, string log) => _logs[window] = log;

    /// <summary>The window is closed; the user has seen the messages up to this one.</summary>
    public void Remove(RoomWindow window, long last)
    {
        _logs.Remove(window);
        if (last > 0) servers.SetRead(window.Address, last);
        if (windows.Rooms.All(other => other == window || other.Server != window.Server)) servers.Remove(window.Server);
    }

    /// <summary>
    /// The address by which the user has joined the room at this address; otherwise the address
    /// itself.
    /// </summary>
    public RoomAddress Resolve(RoomAddress room)
    {
        var resolved = servers.Resolve(room);
        var listed = _discovered.FirstOrDefault(other => $"{other.Address}" == $"{room.Server}");
        return resolved.Key is null && listed is not null && WindowOf(listed) is { } window ? window.Address : resolved;
    }

    /// <summary>
    /// A room of <see cref="Server"/> by its number or name; null if it lists none of that name.
    /// </summary>
    public RoomAddress? FindOnServer(string answer)
    {
        if (Server is not { } server || Rooms.Any(room => $"{room.Number}" == answer)) return null;
        var key = RoomAddress.KeyOf(answer);
        var found = Listed.Index()
            .Where(room => $"{ServerRooms[room.Index].Number}" == answer)
            .Concat(Listed.Index().Where(room => room.Item.Key == key))
            .Select(room => room.Item)
            .FirstOrDefault();
        return found is null ? null : RoomAddress.Of(server, found);
    }

    /// <summary>
    /// Window of a joined room, by number, name or address; null if there is none.
    /// </summary>
    public RoomWindow? Find(string room)
    {
        var addresses = _discovered
            .Where(listed => string.Equals(listed.Name.Text, room, StringComparison.OrdinalIgnoreCase))
            .Select(listed => $"{listed.Address}")
            .Append(room);
        var key = RoomAddress.KeyOf(room);
        var onServer = Listed.FirstOrDefault(listed => listed.Key == key);
        return windows.Rooms.FirstOrDefault(window => $"{window.Number}" == room)
            ?? (onServer is null ? null : WindowOf(onServer))
            ?? windows.Rooms.FirstOrDefault(window => addresses.Contains($"{window.Server}"));
    }

    private ServerRoom Show(RoomSummary room, int number) => new(number, room.Name, room.Members)
    {
        Topic = room.Topic,
        Unread = WindowOf(room) is null ? servers.UnreadIn(Server!, room) : 0,
    };

    /// <summary>
    /// Whether it is the lobby of the listed server: servers announce their lobby.
    /// </summary>
    private bool IsOfServer(ListedRoom room) => Server is { } server
        && ($"{server}" == $"{room.Address}" || (IsLogKnown(room, out var window) && window.Server == server));

    private static string Identity(ListedRoom room) => room.Log ?? $"{room.Address}";

    private string Identity(RoomSummary room) => $"{Server} {room.Key}";

    private RoomWindow? WindowOf(RoomSummary room)
    {
        var address = RoomAddress.Of(Server!, room);
        return windows.Rooms.FirstOrDefault(window => window.Address.IsSameRoom(address));
    }

    /// <summary>
    /// Window of a room nearby, also if it was joined by another of its addresses; null if there is
    /// none.
    /// </summary>
    private RoomWindow? WindowOf(ListedRoom room) =>
        windows.Rooms.FirstOrDefault(window =>
            window.Address.Key is null && $"{window.Server}" == $"{room.Address}")
        ?? (IsLogKnown(room, out var known) ? known : null);

    private bool IsLogKnown(ListedRoom room, [NotNullWhen(true)] out RoomWindow? window)
    {
        window = room.Log is null
            ? null
            : windows.Rooms.FirstOrDefault(one => _logs.GetValueOrDefault(one) == room.Log);
        return window is not null;
    }
}
