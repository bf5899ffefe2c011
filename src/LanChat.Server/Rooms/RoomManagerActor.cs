using Akka.Actor;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.History;

namespace LanChat.Server.Rooms;

/// <summary>
/// Owns the rooms of the server, one child for each. Passes clients on to the room they name, and
/// opens rooms.
/// </summary>
internal sealed class RoomManagerActor : UntypedActor, IWithTimers
{
    private sealed record Poll : INoSerializationVerificationNeeded
    {
        public static readonly Poll Instance = new();
    }

    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);

    private readonly RoomList _list = new();
    private readonly ServerReplies _replies = new();
    private readonly RoomManagerSetup _setup;
    private readonly RoomTable _rooms;
    private readonly RoomLifecycle _lifecycle;
    private readonly ServerRecords _records;
    private readonly ServerRequests _requests;
    private readonly AccountManager _accounts;

    public RoomManagerActor(RoomManagerSetup setup)
    {
        _setup = setup;
        var nicks = new NickRegistry(setup.Settings.RoomRules(isDurable: true).Registry, setup.Lobby.Registry);
        var store = setup.Store is { } kept ? Context.ActorOf(ServerStoreActor.Props(kept), "store") : ActorRefs.Nobody;
        var lobby = setup.Rooms.FirstOrDefault(room => room.IsLobby)
            ?? new RoomRecord(setup.Settings.Room.Name) { IsLobby = true, Opened = Now.Utc };
        _rooms = new RoomTable(
            setup.Settings.Rooms,
            lobby with { Name = setup.Settings.Room.Name },
            setup.Rooms.Where(room => !room.IsLobby));
        _records = new ServerRecords(_rooms, nicks, store, setup.LobbyHistory);
        _lifecycle = new RoomLifecycle(Context, setup, _rooms, nicks, _records, _replies);
        _requests = new ServerRequests(_rooms, _list, _records, _replies);
        _accounts = new AccountManager(setup, _records, _replies);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private Timestamp Now => Timestamp.Now(_setup.Clock);

    public static Props Props(RoomManagerSetup setup) => Akka.Actor.Props.Create(() => new RoomManagerActor(setup));

    // A room is not restarted with half its state.
    protected override SupervisorStrategy SupervisorStrategy() => Akka.Actor.SupervisorStrategy.StoppingStrategy;

    protected override void PreStart()
    {
        _records.Begin(isLobbyNew: !_setup.Rooms.Any(room => room.IsLobby));
        _lifecycle.Start(_rooms.Lobby, history: null);
        Timers.StartPeriodicTimer(nameof(Poll), Poll.Instance, PollInterval);
        _requests.Publish(Now);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case RoomProtocol.Join join: Join(join, Sender); break;
            case RoomManagerProtocol.Linked linked: Join(linked.Join, linked.Connection); break;
            case RoomManagerProtocol.Request request: Handle(request); break;
            case RoomProtocol.Summary summary: Update(summary); break;
            case RoomManagerProtocol.Persist persist: _records.Persist(_accounts.Current(persist), Sender, Self); break;
            case RoomManagerProtocol.PrivatePersisted persisted: Deliver(persisted); break;
            case Poll: PollRooms(); break;
            case RoomProtocol.Passivated passivated: _lifecycle.Passivated(passivated); break;
            case RoomLifecycle.Step step: _lifecycle.Continue(step); break;
            case RoomProtocol.Open open: SetAddress(open); break;
            case RoomProtocol.CountMembers or RoomProtocol.ShareUpload or RoomProtocol.ChangeNotice:
                _rooms.Lobby.Actor.Forward(message);
                break;
            case RoomProtocol.Close: foreach (var room in _rooms.Open) room.Actor.Forward(message); break;
            case Terminated lost: Lose(lost.ActorRef); break;
            case HistoryProtocol.Persisted persisted: _records.Continue(persisted); break;
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
            case RoomManagerProtocol.MakeLinkCode make:
                ServerReplies.Send(Sender, _accounts.MakeCodeFor(make.Nickname, Now), request: null);
                break;
            case RoomManagerProtocol.ForgetNick forget:
                Sender.Tell(new RoomManagerProtocol.NickForgotten(_records.ForgetNick(forget.Nickname)));
                break;
            case RoomManagerProtocol.CloseHistories: CloseHistories(); break;
            default: Unhandled(message); break;
        }
    }

    private void Join(RoomProtocol.Join join, IActorRef client)
    {
        if (join.Device is not null) Context.Watch(client);
        if (_rooms.Find(join.Room) is not { Record.IsArchived: false } room)
            client.Tell(new RoomProtocol.JoinRejected(Refusal.NoSuchRoom));
        else if (_accounts.Enter(join, room.Key, client, Self, Now) is { } entering)
            _lifecycle.Deliver(room, entering, client);
    }

    private void Deliver(RoomManagerProtocol.PrivatePersisted persisted)
    {
        var request = persisted.Request;
        persisted.Sender.Tell(new HistoryProtocol.Persisted(request.Number));
        foreach (var message in request.PrivateMessages)
            _accounts.Private.Deliver(message, request.Room, _rooms.Lobby.Key);
    }

    private void Lose(IActorRef actor)
    {
        _list.Remove(actor);
        _accounts.Remove(actor);
        // A room has failed: the server ends, and its service manager starts it anew.
        if (_rooms.Open.Any(room => room.Actor.Equals(actor))) Context.Stop(Self);
    }

    private void SetAddress(RoomProtocol.Open open)
    {
        (_lifecycle.Address, _replies.Address) = (open, open.Address);
        foreach (var room in _rooms.Open) room.Actor.Tell(open);
    }

    private void PollRooms()
    {
        foreach (var room in _rooms.Open) room.Actor.Tell(RoomProtocol.Summarize.Instance);
        foreach (var room in _rooms.Unspoken(Now.Utc)) _lifecycle.Remove(room);
        _setup.Stores.RestIdle();
        _accounts.Private.Prune(Now);
        _records.AssignPorts();
        _requests.Publish(Now);
    }

    private void Update(RoomProtocol.Summary summary)
    {
        if (_rooms.WithKey(summary.Key) is not { } room) return;
        room.Update(summary, Now.Utc);
        _lifecycle.PassivateIdle(room, Now.Utc);
    }

    private void Handle(RoomManagerProtocol.Request request)
    {
        if (request.Message is ClientMessage.ListRooms { Follows: true }) Context.Watch(Sender);
        if (_accounts.TryHandle(request, Sender, Now)) return;
        _requests.Handle(request with { Account = _accounts.AccountOf(request.Device) }, Sender, Now);
        if (request.Message is ClientMessage.OpenRoom) _requests.Publish(Now);
    }

    private void Handle(RoomManagerProtocol.Command command)
    {
        if (_requests.TryHandle(command.Request, Sender, Now)) return;
        if (_rooms.Find(command.Room) is { } room)
            _lifecycle.Deliver(room, new RoomProtocol.Command(command.Request), Sender);
        else
            ServerReplies.Send(Sender, _replies.Rejected(Refusal.NoSuchRoom, Now), request: null);
    }

    private void CloseHistories() => Task.WhenAll(_rooms.All.Select(room => room.History?.CloseAsync()).OfType<Task>())
        .PipeTo(
            Sender,
            success: () => RoomManagerProtocol.HistoriesClosed.Instance,
            failure: _ => RoomManagerProtocol.HistoriesClosed.Instance);
}
