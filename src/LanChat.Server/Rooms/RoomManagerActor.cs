using Akka.Actor;
using Akka.Event;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Broadcasts;
using LanChat.Server.History;

namespace LanChat.Server.Rooms;

/// <summary>
/// Owns the rooms of the server, one child for each. Passes clients on to the room they name,
/// opens rooms, and closes the history of those in which nobody is.
/// </summary>
internal sealed class RoomManagerActor : UntypedActor, IWithTimers
{
    private sealed record HistoryOpened(string Key, OpenedHistory? History);

    private sealed record OpenFailed(string Key, string Reason);

    private sealed record HistoryClosed(string Key);

    private sealed record HistoryDeleted(string Key);

    private sealed record Poll : INoSerializationVerificationNeeded
    {
        public static readonly Poll Instance = new();
    }

    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly RoomList _list = new();
    private readonly RoomManagerSetup _setup;
    private readonly NickRegistry _nicks;
    private readonly RoomTable _rooms;
    private readonly ServerRecords _records;
    private readonly ServerRequests _requests;
    private RoomProtocol.Open? _address;

    public RoomManagerActor(RoomManagerSetup setup)
    {
        _setup = setup;
        _nicks = new NickRegistry(setup.Settings.RoomRules(isDurable: true).Registry, setup.Lobby.Registry);
        var store = setup.Store is { } kept ? Context.ActorOf(ServerStoreActor.Props(kept), "store") : ActorRefs.Nobody;
        var lobby = setup.Rooms.FirstOrDefault(room => room.IsLobby)
            ?? new RoomRecord(setup.Settings.Room.Name) { IsLobby = true, Opened = Now.Utc };
        _rooms = new RoomTable(
            setup.Settings.Rooms,
            lobby with { Name = setup.Settings.Room.Name },
            setup.Rooms.Where(room => !room.IsLobby));
        _records = new ServerRecords(_rooms, _nicks, store, setup.LobbyHistory);
        _requests = new ServerRequests(_rooms, _list, _records);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private Timestamp Now => Timestamp.Now(_setup.Clock);

    public static Props Props(RoomManagerSetup setup) => Akka.Actor.Props.Create(() => new RoomManagerActor(setup));

    // A room is not restarted with half its state.
    protected override SupervisorStrategy SupervisorStrategy() => Akka.Actor.SupervisorStrategy.StoppingStrategy;

    protected override void PreStart()
    {
        _records.Begin(isLobbyNew: !_setup.Rooms.Any(room => room.IsLobby));
        Start(_rooms.Lobby, history: null);
        Timers.StartPeriodicTimer(nameof(Poll), Poll.Instance, PollInterval);
        _requests.Publish(Now);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case RoomProtocol.Join join: Join(join); break;
            case RoomManagerProtocol.Request request: Handle(request); break;
            case RoomProtocol.Summary summary: Update(summary); break;
            case RoomManagerProtocol.Persist persist: _records.Persist(persist, Sender); break;
            case Poll: PollRooms(); break;
            case HistoryOpened opened: Open(opened); break;
            case OpenFailed failed: Refuse(failed); break;
            case RoomProtocol.Passivated passivated: Passivated(passivated); break;
            case HistoryClosed closed: Closed(closed); break;
            case HistoryDeleted deleted: _records.Remove(_rooms.WithKey(deleted.Key)!); break;
            case RoomProtocol.Open open: SetAddress(open); break;
            case RoomProtocol.CountMembers or RoomProtocol.ShareUpload or RoomProtocol.ChangeNotice:
                _rooms.Lobby.Actor.Forward(message);
                break;
            case RoomProtocol.Close: foreach (var room in _rooms.Open) room.Actor.Forward(message); break;
            case Terminated lost: Lose(lost.ActorRef); break;
            case HistoryProtocol.Persisted: break;
            default: HandleServer(message); break;
        }
    }

    /// <summary>Requests of other parts of the server, and of its console.</summary>
    private void HandleServer(object message)
    {
        switch (message)
        {
            case RoomManagerProtocol.Subscribe: _list.AddSubscriber(Context.Watch(Sender)); break;
            case RoomManagerProtocol.Command command: Handle(command); break;
            case RoomManagerProtocol.MakeOwnerCode make:
                Sender.Tell(new RoomManagerProtocol.OwnerCodeMade(_requests.MakeOwnerCode(make.IsFirst, Now)));
                break;
            case RoomManagerProtocol.ForgetNick forget:
                Sender.Tell(new RoomManagerProtocol.NickForgotten(_records.Forget(forget.Nickname)));
                break;
            case RoomManagerProtocol.CloseHistories: CloseHistories(); break;
            default: Unhandled(message); break;
        }
    }

    private void Join(RoomProtocol.Join join)
    {
        if (_rooms.Find(join.Room) is not { Record.IsArchived: false } room)
            Sender.Tell(new RoomProtocol.JoinRejected(Refusal.NoSuchRoom));
        else
            Deliver(room, join);
    }

    private void Deliver(ManagedRoom room, object message)
    {
        room.Deliver(message, Sender);
        if (room.State == ManagedRoom.Phase.Closed) BeginOpening(room);
    }

    private void BeginOpening(ManagedRoom room)
    {
        room.BeginOpening();
        var (key, open) = (room.Key, _setup.OpenHistory);
        Task.Run(() => open(key)).PipeTo(
            Self,
            success: history => new HistoryOpened(key, history),
            failure: error => new OpenFailed(key, error.Message));
    }

    private void Open(HistoryOpened opened)
    {
        var room = _rooms.WithKey(opened.Key)!;
        Start(room, _setup.HistoryOf(opened.History, room.Record.Settings, Context));
    }

    private void Start(ManagedRoom room, RoomHistory? history)
    {
        var setup = _setup.SetupOf(room.Record, history, _nicks, Self);
        var actor = Context.Watch(Context.ActorOf(RoomActor.Props(setup), room == _rooms.Lobby ? "lobby" : null));
        actor.Tell(new RoomProtocol.SetServerOwners(_rooms.ServerOwners));
        if (_address is not null) actor.Tell(_address);
        room.Opened(actor, history, setup.Restored.MemberMessages);
    }

    private void Refuse(OpenFailed failed)
    {
        var room = _rooms.WithKey(failed.Key)!;
        _log.Error("the room {0} cannot be opened: {1}", room.Record.Name, failed.Reason);
        room.FailOpening();
    }

    private void Lose(IActorRef actor)
    {
        _list.Remove(actor);
        // A room has failed: the server ends, and its service manager starts it anew.
        if (_rooms.Open.Any(room => room.Actor.Equals(actor))) Context.Stop(Self);
    }

    private void SetAddress(RoomProtocol.Open open)
    {
        (_address, _requests.Address) = (open, open.Address);
        foreach (var room in _rooms.Open) room.Actor.Tell(open);
    }

    private void PollRooms()
    {
        foreach (var room in _rooms.Open) room.Actor.Tell(RoomProtocol.Summarize.Instance);
        foreach (var room in _rooms.Unspoken(Now.Utc)) Remove(room);
        _records.AssignPorts();
        _requests.Publish(Now);
    }

    private void Update(RoomProtocol.Summary summary)
    {
        if (_rooms.WithKey(summary.Key) is not { } room) return;
        room.Update(summary, Now.Utc);
        var isIdle = room.EmptySince is { } since && Now.Utc - since >= _setup.Settings.Rooms.Idle;
        // Without a history only memory has what was said.
        if (room != _rooms.Lobby && isIdle && (room.History is not null || room.Record.IsArchived)) Passivate(room);
    }

    private static void Passivate(ManagedRoom room)
    {
        if (room.State != ManagedRoom.Phase.Open) return;
        room.BeginClosing();
        room.Actor.Tell(RoomProtocol.Passivate.Instance);
    }

    private void Passivated(RoomProtocol.Passivated passivated)
    {
        var room = _rooms.WithKey(passivated.Key)!;
        if (!passivated.HasStopped)
        {
            room.StayOpen();
            return;
        }

        Context.Unwatch(room.Actor);
        var closing = room.History?.CloseAsync() ?? Task.CompletedTask;
        closing.PipeTo(
            Self, success: () => new HistoryClosed(room.Key), failure: _ => new HistoryClosed(room.Key));
    }

    private void Closed(HistoryClosed closed)
    {
        var room = _rooms.WithKey(closed.Key)!;
        room.Closed();
        if (room.HasWaiting) BeginOpening(room);
    }

    /// <summary>Removes a room in which nobody ever spoke, with its history.</summary>
    private void Remove(ManagedRoom room)
    {
        if (room.State == ManagedRoom.Phase.Open) Passivate(room);
        if (room.State != ManagedRoom.Phase.Closed) return;
        room.BeginClosing();
        var (key, delete) = (room.Key, _setup.DeleteHistory);
        Task.Run(() => delete(key)).ContinueWith(_ => new HistoryDeleted(key)).PipeTo(Self);
    }

    private void Handle(RoomManagerProtocol.Request request)
    {
        if (request.Message is ClientMessage.ListRooms) Context.Watch(Sender);
        _requests.Handle(request, Sender, Now);
        if (request.Message is ClientMessage.OpenRoom) _requests.Publish(Now);
    }

    private void Handle(RoomManagerProtocol.Command command)
    {
        if (_requests.TryHandle(command.Request, Sender, Now)) return;
        if (_rooms.Find(command.Room) is { } room) Deliver(room, new RoomProtocol.Command(command.Request));
        else Sender.Tell(new Batch([new RoomEvent.Refused(Refusal.NoSuchRoom, _requests.Address, Now.Local)]));
    }

    private void CloseHistories() => Task.WhenAll(_rooms.All.Select(room => room.History?.CloseAsync()).OfType<Task>())
        .PipeTo(
            Sender,
            success: () => RoomManagerProtocol.HistoriesClosed.Instance,
            failure: _ => RoomManagerProtocol.HistoriesClosed.Instance);
}
