using Akka.Actor;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Broadcasts;

namespace LanChat.Server.Rooms;

/// <summary>
/// A room as its manager sees it. Its history is open only while somebody needs it.
/// </summary>
internal sealed class ManagedRoom(RoomRecord record)
{
    /// <summary>Whether a room runs.</summary>
    public enum Phase
    {
        Closed,
        Opening,
        Open,
        Closing,
    }

    private readonly Queue<(object Message, IActorRef Sender)> _waiting = new();
    private RoomProtocol.Summary? _last;

    public string Key => Record.Name.Key;

    public RoomRecord Record { get; set; } = record;

    public Phase State { get; private set; }

    /// <summary>The room's actor; nobody unless it is open.</summary>
    public IActorRef Actor { get; private set; } = ActorRefs.Nobody;

    /// <summary>The room's history; null if it is not open, or nothing is persisted.</summary>
    public RoomHistory? History { get; private set; }

    /// <summary>When it was seen without members first; null if it has some.</summary>
    public DateTime? EmptySince { get; private set; }

    public bool HasWaiting => _waiting.Count > 0;

    public RoomSummary Summary => new(Key, Record.Name.Text, _last?.Members ?? 0, _last?.Last ?? 0)
    {
        Topic = Record.Settings.Topic,
        Entry = Record.Settings.Entry,
        IsLobby = Record.IsLobby,
        Port = Record is { IsLobby: false, Settings.HasPort: true } ? Record.Port : null,
    };

    public void BeginOpening() => State = Phase.Opening;

    public void BeginClosing() => State = Phase.Closing;

    public void Opened(IActorRef actor, RoomHistory? history, IReadOnlyList<ChatMessage> memberMessages)
    {
        (Actor, History, State, EmptySince) = (actor, history, Phase.Open, null);
        _last = new RoomProtocol.Summary(Key, 0, memberMessages is [.., var last] ? last.Id : 0, IsEmpty: true);
        PassOn();
    }

    /// <summary>Somebody came before the room stopped: it goes on.</summary>
    public void StayOpen()
    {
        (State, EmptySince) = (Phase.Open, null);
        PassOn();
    }

    public void Closed() => (Actor, History, State, EmptySince) = (ActorRefs.Nobody, null, Phase.Closed, null);

    /// <summary>Sends a message to the room, now or once it is open.</summary>
    public void Deliver(object message, IActorRef sender)
    {
        if (State == Phase.Open) Actor.Tell(message, sender);
        else _waiting.Enqueue((message, sender));
    }

    /// <summary>
    /// The room could not be opened, or is removed: refuses what waits for it.
    /// </summary>
    public void RejectWaiting(RoomEvent.Refused refused)
    {
        var rejected = new RoomProtocol.JoinRejected(refused.Reason);
        var answer = new Batch([refused]); // of a command of the console
        while (_waiting.TryDequeue(out var one))
            one.Sender.Tell(one.Message is RoomProtocol.Command ? answer : rejected);
    }

    public void Update(RoomProtocol.Summary summary, DateTime now)
    {
        _last = summary;
        EmptySince = summary.IsEmpty ? EmptySince ?? now : null;
    }

    private void PassOn()
    {
        while (_waiting.TryDequeue(out var one)) Actor.Tell(one.Message, one.Sender);
    }
}
