using Akka.Actor;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.History;
using LanChat.Server.Storage;

namespace LanChat.Server.Rooms;

/// <summary>
/// Persists the server's rooms, accounts and nicknames; answers when a change is on the disk.
/// </summary>
/// <param name="rooms">The rooms, whose records follow the changes.</param>
/// <param name="nicks">The nicknames.</param>
/// <param name="store">The writer of the rooms, or nobody.</param>
/// <param name="nickHistory">The history that keeps the nicknames, or nobody.</param>
internal sealed class ServerRecords(RoomTable rooms, NickRegistry nicks, IActorRef store, IActorRef nickHistory)
{
    // By the number of the change of nicknames that comes first.
    private readonly Dictionary<long, (ServerChange[] Changes, object Answer, IActorRef To)> _waiting = [];
    private long _lastNumber;

    /// <summary>Persists the lobby, if it is new, and what was put right at the start.</summary>
    public void Begin(bool isLobbyNew)
    {
        if (isLobbyNew) Persist([new ServerChange.RoomOpened(rooms.Lobby.Record)]);
        PersistNicks(nicks.StartChanges);
    }

    /// <summary>Persists the removal of a room.</summary>
    public void Remove(ManagedRoom room)
    {
        rooms.Remove(room);
        Persist([new ServerChange.RoomRemoved(room.Key)]);
    }

    /// <summary>
    /// Applies and persists changes that a room made. After private messages the manager is
    /// answered, and delivers them to other rooms.
    /// </summary>
    public void Persist(RoomManagerProtocol.Persist request, IActorRef sender, IActorRef manager)
    {
        var room = rooms.WithKey(request.Room)!;
        foreach (var change in request.Changes) room.Record = room.Record.With(change);
        if (room == rooms.Lobby && request.Changes.Any(change => change is RoomChange.RoleGiven))
        {
            var owners = new RoomProtocol.SetServerOwners(rooms.ServerOwners);
            foreach (var open in rooms.Open) open.Actor.Tell(owners);
        }

        ServerChange[] changes =
        [
            .. request.Changes.Select(change => new ServerChange.RoomChanged(room.Key, change)),
            .. request.PrivateMessages.Select(message => new ServerChange.PrivateSent(message)),
        ];
        if (request.PrivateMessages.Count == 0) Persist(changes, new HistoryProtocol.Persisted(request.Number), sender);
        else Persist(changes, new RoomManagerProtocol.PrivatePersisted(request, sender), manager);
    }

    /// <summary>Assigns ports to the rooms that want one.</summary>
    public void AssignPorts()
    {
        foreach (var (room, port) in rooms.UnassignedPorts())
        {
            var change = new RoomChange.PortAssigned(port);
            room.Record = room.Record.With(change);
            Persist([new ServerChange.RoomChanged(room.Key, change)]);
        }
    }

    /// <summary>The account that owns a nickname; null if it is not registered.</summary>
    public string? OwnerOf(Nick nick, Timestamp now)
    {
        List<RegistryChange> changes = [];
        var owner = nicks.OwnerOf(nick, now, changes);
        PersistNicks(changes);
        return owner;
    }

    /// <inheritdoc cref="NickRegistry.NickOf"/>
    public Nick? NickOf(string account) => nicks.NickOf(account);

    /// <summary>
    /// An account becomes part of another one, which gets its nicknames and its roles. Returns what
    /// is to be persisted.
    /// </summary>
    public AccountMove Merge(string from, string into)
    {
        List<RegistryChange> moved = [];
        nicks.Move(from, into, moved);
        return new AccountMove(moved, MergeInRooms(from, into));
    }

    /// <summary>
    /// An account is gone, with its nicknames and its roles. Returns what is to be persisted.
    /// </summary>
    public AccountMove Forget(string account)
    {
        List<RegistryChange> removed = [];
        foreach (var nick in nicks.NicksOf(account)) nicks.Forget(nick, removed);
        return new AccountMove(removed, MergeInRooms(account, into: null));
    }

    /// <summary>The nicknames that an account owns.</summary>
    public IReadOnlyList<string> NicksOf(string account) => [.. nicks.NicksOf(account).Select(nick => nick.Text)];

    /// <summary>The roles of an account, by the names of the rooms.</summary>
    public IReadOnlyList<(string Room, Role Role)> RolesOf(string account) =>
    [
        .. rooms.All.Where(room => room.Record.Roles.ContainsKey(account))
            .Select(room => (room.Record.Name.Text, room.Record.Roles[account])),
    ];

    /// <summary>Removes the registration of a nickname; returns whether there was one.</summary>
    public bool ForgetNick(string nickname)
    {
        List<RegistryChange> changes = [];
        var wasRegistered = Nick.TryRecall(nickname, out var nick) && nicks.Forget(nick, changes);
        PersistNicks(changes);
        return wasRegistered;
    }

    /// <summary>
    /// Persists the nicknames that an account gave away or got, then the changes, then answers:
    /// nobody is told before all of it is on the disk.
    /// </summary>
    public void Persist(AccountMove move, IEnumerable<ServerChange> changes, object answer, IActorRef to)
    {
        ServerChange[] all = [.. changes, .. move.Rooms];
        if (move.Nicks.Count == 0 || nickHistory.IsNobody())
        {
            Persist(all, answer, to);
            return;
        }

        _waiting.Add(++_lastNumber, (all, answer, to));
        nickHistory.Tell(new HistoryProtocol.Persist(_lastNumber, []) { Changes = move.Nicks });
    }

    /// <summary>Nicknames were persisted; continues with what waits for that.</summary>
    public void Continue(HistoryProtocol.Persisted persisted)
    {
        if (!_waiting.Remove(persisted.Number, out var next)) return;
        Persist(next.Changes, next.Answer, next.To);
    }

    /// <summary>Persists changes, then sends an answer, if there is one.</summary>
    public void Persist(IReadOnlyList<ServerChange> changes, object? answer = null, IActorRef? to = null)
    {
        if (!store.IsNobody()) store.Tell(new ServerStoreActor.Apply(changes, answer), to ?? ActorRefs.NoSender);
        else if (answer is not null) to!.Tell(answer);
    }

    // A room that runs knows its record better, and persists its changes itself, later.
    private List<ServerChange> MergeInRooms(string from, string? into)
    {
        List<ServerChange> merged = [];
        foreach (var room in rooms.All)
        {
            var changes = room.Record.Merge(from, into);
            merged.AddRange(changes.Select(change => new ServerChange.RoomChanged(room.Key, change)));
            if (room.State != ManagedRoom.Phase.Closed)
                room.Deliver(new RoomProtocol.MergeAccounts(from, into), ActorRefs.Nobody);
            else
                room.Record = changes.Aggregate(room.Record, (record, change) => record.With(change));
        }

        return merged;
    }

    private void PersistNicks(IReadOnlyList<RegistryChange> changes)
    {
        if (changes.Count > 0) nickHistory.Tell(new HistoryProtocol.Persist(0, []) { Changes = changes });
    }
}
