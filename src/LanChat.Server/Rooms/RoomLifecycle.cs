using Akka.Actor;
using Akka.Event;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.History;

namespace LanChat.Server.Rooms;

/// <summary>
/// Starts rooms when somebody comes, passivates those in which nobody is, and removes those in
/// which nobody ever spoke. Histories are opened, closed and deleted beside the room manager, which
/// is told by a <see cref="Step"/>.
/// </summary>
/// <param name="context">The room manager's.</param>
/// <param name="setup">What the room manager starts from.</param>
/// <param name="rooms">The rooms.</param>
/// <param name="nicks">The nicknames, which the rooms share.</param>
/// <param name="records">Persists the removal of a room.</param>
/// <param name="replies">Makes the replies.</param>
internal sealed class RoomLifecycle(
    IUntypedActorContext context,
    RoomManagerSetup setup,
    RoomTable rooms,
    NickRegistry nicks,
    ServerRecords records,
    ServerReplies replies)
{
    /// <summary>Something was done with the history of a room.</summary>
    public abstract record Step(string Key);

    private sealed record HistoryOpened(string Key, OpenedHistory? History) : Step(Key);

    private sealed record OpenFailed(string Key, string Reason) : Step(Key);

    private sealed record HistoryClosed(string Key) : Step(Key);

    private sealed record HistoryDeleted(string Key) : Step(Key);

    // After a restart the clients of all rooms come back at once.
    private const int MaxOpening = 4;

    private readonly ILoggingAdapter _log = context.GetLogger();
    private readonly IActorRef _manager = context.Self;
    private readonly Queue<ManagedRoom> _toOpen = new();
    private int _opening;

    /// <summary>The server's address, once it is known.</summary>
    public RoomProtocol.Open? Address { get; set; }

    /// <summary>Sends a message to a room, which is started if it does not run.</summary>
    public void Deliver(ManagedRoom room, object message, IActorRef sender)
    {
        room.Deliver(message, sender);
        if (room.State == ManagedRoom.Phase.Closed) OpenSoon(room);
    }

    public void Start(ManagedRoom room, RoomHistory? history)
    {
        var start = setup.SetupOf(room.Record, history, nicks, _manager);
        var actor = context.Watch(context.ActorOf(RoomActor.Props(start), room == rooms.Lobby ? "lobby" : null));
        actor.Tell(new RoomProtocol.SetServerOwners(rooms.ServerOwners));
        if (Address is not null) actor.Tell(Address);
        room.Opened(actor, history, start.Restored.MemberMessages);
    }

    /// <summary>Passivates a room in which nobody was for long enough.</summary>
    public void PassivateIdle(ManagedRoom room, DateTime now)
    {
        var isIdle = room.EmptySince is { } since && now - since >= setup.Settings.Rooms.Idle;
        // Without a history only memory has what was said.
        if (room != rooms.Lobby && isIdle && (room.History is not null || room.Record.IsArchived)) Passivate(room);
    }

    /// <summary>Removes a room in which nobody ever spoke, with its history.</summary>
    public void Remove(ManagedRoom room)
    {
        if (room.State == ManagedRoom.Phase.Open) Passivate(room);
        if (room.State != ManagedRoom.Phase.Closed) return;
        room.BeginClosing();
        var (key, delete) = (room.Key, setup.DeleteHistory);
        Task.Run(() => delete(key)).ContinueWith(_ => new HistoryDeleted(key)).PipeTo(_manager);
    }

    /// <summary>A room has answered whether it stops.</summary>
    public void Passivated(RoomProtocol.Passivated passivated)
    {
        var room = rooms.WithKey(passivated.Key)!;
        if (!passivated.HasStopped)
        {
            room.StayOpen();
            return;
        }

        context.Unwatch(room.Actor);
        var closing = room.History?.CloseAsync() ?? Task.CompletedTask;
        closing.PipeTo(
            _manager, success: () => new HistoryClosed(room.Key), failure: _ => new HistoryClosed(room.Key));
    }

    /// <summary>Goes on after something was done with a history.</summary>
    public void Continue(Step step)
    {
        var room = rooms.WithKey(step.Key)!;
        switch (step)
        {
            case HistoryOpened opened:
                OpenNext();
                Start(room, setup.HistoryOf(opened.History, room.Record.Settings, context));
                break;
            case OpenFailed failed:
                OpenNext();
                _log.Error("the room {0} cannot be opened: {1}", room.Record.Name, failed.Reason);
                room.Closed();
                room.RejectWaiting(Rejected(Refusal.HistoryUnreadable with { Closes = true }));
                break;
            case HistoryClosed:
                room.Closed();
                if (room.HasWaiting) OpenSoon(room);
                break;
            case HistoryDeleted:
                records.Remove(room);
                room.RejectWaiting(Rejected(Refusal.NoSuchRoom));
                break;
        }
    }

    private RoomEvent.Refused Rejected(Refusal reason) => replies.Rejected(reason, Timestamp.Now(setup.Clock));

    private static void Passivate(ManagedRoom room)
    {
        if (room.State != ManagedRoom.Phase.Open) return;
        room.BeginClosing();
        room.Actor.Tell(RoomProtocol.Passivate.Instance);
    }

    private void OpenSoon(ManagedRoom room)
    {
        room.BeginOpening();
        if (_opening == MaxOpening)
        {
            _toOpen.Enqueue(room);
            return;
        }

        _opening++;
        OpenHistory(room);
    }

    private void OpenNext()
    {
        if (_toOpen.TryDequeue(out var next)) OpenHistory(next);
        else _opening--;
    }

    private void OpenHistory(ManagedRoom room)
    {
        var (key, open) = (room.Key, setup.OpenHistory);
        Task.Run(() => open(key)).PipeTo(
            _manager,
            success: history => new HistoryOpened(key, history),
            failure: error => new OpenFailed(key, error.Message));
    }
}
