using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Settings;

namespace LanChat.Server.Rooms;

/// <summary>The rooms of the server, archived ones included: their names stay taken.</summary>
internal sealed class RoomTable
{
    private readonly OrderedDictionary<string, ManagedRoom> _rooms = [];
    private readonly RoomsSettings _settings;

    /// <param name="settings">Who may open rooms, and how many.</param>
    /// <param name="lobby">The record of the lobby.</param>
    /// <param name="others">The records of the other rooms.</param>
    public RoomTable(RoomsSettings settings, RoomRecord lobby, IEnumerable<RoomRecord> others)
    {
        (_settings, Lobby) = (settings, new ManagedRoom(lobby));
        _rooms.Add(Lobby.Key, Lobby);
        foreach (var record in others) _rooms.TryAdd(record.Name.Key, new ManagedRoom(record));
    }

    public ManagedRoom Lobby { get; }

    public IEnumerable<ManagedRoom> All => _rooms.Values;

    public IEnumerable<ManagedRoom> Open => _rooms.Values.Where(room => room.State == ManagedRoom.Phase.Open);

    /// <summary>The rooms that are listed, the lobby first.</summary>
    public IReadOnlyList<RoomSummary> Listed =>
        [.. _rooms.Values.Where(IsListed).Select(room => room.Summary)];

    /// <summary>The accounts of the server's owners: the owners of its lobby.</summary>
    public IReadOnlySet<string> ServerOwners =>
        Lobby.Record.Roles.Where(role => role.Value == Role.Owner).Select(role => role.Key).ToHashSet();

    /// <summary>Finds a room by its name; null names the lobby.</summary>
    public ManagedRoom? Find(string? name) => name is null
        ? Lobby
        : RoomName.TryCreate(name, out var known) ? WithKey(known.Key) : null;

    public ManagedRoom? WithKey(string key) => _rooms.GetValueOrDefault(key);

    /// <summary>Adds a room that somebody opens; returns the refusal if they may not.</summary>
    /// <param name="request">The request.</param>
    /// <param name="opener">The account of who opens it; null: none.</param>
    /// <param name="isConsole">
    /// Whether the server's console opens it, which may do everything.
    /// </param>
    /// <param name="now">The current time.</param>
    /// <param name="opened">The new room.</param>
    public Refusal? TryOpen(
        ClientMessage.OpenRoom request, string? opener, bool isConsole, Timestamp now, out ManagedRoom? opened)
    {
        opened = null;
        if (!isConsole && !_settings.Open.Allows(StandingOf(opener))) return Refusal.NotAllowed;
        if (!RoomName.TryCreate(request.Name, out var name) || name.HasInvisible) return Refusal.RoomNameInvalid;
        if (_rooms.ContainsKey(name.Key)) return Refusal.RoomNameTaken;
        if (!new RoomSettings().TryWith(request.Settings, out var settings)) return Refusal.SettingInvalid;
        if (_rooms.Count >= _settings.Max || (!isConsole && CountOf(opener) >= _settings.PerPerson))
            return Refusal.RoomsFull;
        opened = new ManagedRoom(new RoomRecord(name)
        {
            Settings = settings,
            Opened = now.Utc,
            Opener = opener,
            Roles = opener is null ? new Dictionary<string, Role>() : new() { [opener] = Role.Owner },
        });
        _rooms.Add(name.Key, opened);
        return null;
    }

    public void Remove(ManagedRoom room) => _rooms.Remove(room.Key);

    /// <summary>
    /// The rooms that want a port and have none, each with a free one, as far as there are some.
    /// </summary>
    public IReadOnlyList<(ManagedRoom Room, int Port)> UnassignedPorts()
    {
        var taken = _rooms.Values.Where(HasPort).Select(room => room.Record.Port).ToHashSet();
        return
        [
            .. _rooms.Values.Where(room => HasPort(room) && !_settings.Ports.Contains(room.Record.Port ?? 0))
                .Zip(_settings.Ports.Where(port => !taken.Contains(port))),
        ];
    }

    /// <summary>The rooms in which nobody spoke for too long, and nobody is.</summary>
    public ManagedRoom[] Unspoken(DateTime now) =>
        [.. _rooms.Values.Where(room => room is { Record: { IsLobby: false, HasSpoken: false, IsArchived: false } }
            && now - room.Record.Opened >= _settings.Unspoken
            && (room.State == ManagedRoom.Phase.Closed || room.EmptySince is not null))];

    private static bool IsListed(ManagedRoom room) =>
        room.Record is { IsArchived: false, Settings.IsListed: true } or { IsLobby: true };

    private static bool HasPort(ManagedRoom room) =>
        room.Record is { IsLobby: false, IsArchived: false, Settings.HasPort: true };

    private Standing StandingOf(string? account) =>
        new(account is null ? Role.Guest : Lobby.Record.Roles.GetValueOrDefault(account), account is not null);

    private int CountOf(string? opener) => _rooms.Values.Count(
        room => room.Record is { IsLobby: false, IsArchived: false } && room.Record.Opener == opener);
}
