using Akka.Actor;
using Akka.Event;
using LanChat.Protocol;
using LanChat.Server.Settings;

namespace LanChat.Server.Rooms;

/// <summary>
/// Owns the room: its members and their connections, its history and notice. It speaks in turns: whatever one run through its mailbox
/// produced goes out when it comes to the message it sent itself, so a quiet room adds no delay and a busy one gathers by itself.
/// </summary>
internal sealed class RoomActor : UntypedActor, IWithTimers
{
    private sealed record SpeakNow
    {
        public static readonly SpeakNow Instance = new();
    }

    private sealed record ListMembers
    {
        public static readonly ListMembers Instance = new();
    }

    private sealed record ConnectionLost(IActorRef Connection);

    private readonly Dictionary<IActorRef, Occupant> _present = [];
    private readonly List<IActorRef> _newcomers = [];
    private readonly List<IActorRef> _leavers = [];
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Room _room;
    private readonly MembersSettings _members;
    private bool _aboutToSpeak;

    public static Props Props(ServerSettings settings, TimeProvider clock) =>
        Akka.Actor.Props.Create(() => new RoomActor(settings, clock));

    public RoomActor(ServerSettings settings, TimeProvider clock)
    {
        _room = new Room(settings.Room, settings.Limits, clock);
        _members = settings.Members;
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case RoomProtocol.Say say: Say(say); break;
            case SpeakNow: Speak(); break;
            case RoomProtocol.Join join: Join(join); break;
            case RoomProtocol.Leave: Leave(); break;
            case ConnectionLost lost: Remove(lost.Connection); break;
            case ListMembers: List(); break;
            case RoomProtocol.ChangeNotice notice: ChangeNotice(notice); break;
            case RoomProtocol.Open open: _room.Open(open.Address); break;
            case RoomProtocol.Close: Close(); break;
            default: Unhandled(message); break;
        }
    }

    private void Closed(object message)
    {
        switch (message)
        {
            case RoomProtocol.Join: Sender.Tell(new RoomProtocol.JoinRejected(Refusal.Closing)); break;
            case RoomProtocol.Leave: Sender.Tell(RoomProtocol.Left.Instance); break;
            case RoomProtocol.Say or SpeakNow or ConnectionLost or RoomProtocol.Close: break;
            default: Unhandled(message); break;
        }
    }

    private void Join(RoomProtocol.Join join)
    {
        if (_present.ContainsKey(Sender)) return;
        if (!_room.TryAdmit(join.Nick, join.Address, out var occupant, out var refusal))
        {
            Sender.Tell(new RoomProtocol.JoinRejected(refusal));
            return;
        }

        Context.WatchWith(Sender, new ConnectionLost(Sender));
        _present.Add(Sender, occupant);
        _newcomers.Add(Sender);
        _log.Debug("joined: {0} from {1}, {2} in the room", occupant.Nick, join.Address, _room.Count);
        SpeakSoon();
        ListSoon();
    }

    private void Say(RoomProtocol.Say say)
    {
        if (!_present.TryGetValue(Sender, out var speaker)) return;
        _room.Say(speaker, say.Text);
        SpeakSoon();
    }

    private void Leave()
    {
        if (_leavers.Contains(Sender)) return;
        if (_present.ContainsKey(Sender))
        {
            // Still present for the turn that holds the last of what they said.
            _leavers.Add(Sender);
            SpeakSoon();
        }
        else
        {
            Sender.Tell(RoomProtocol.Left.Instance);
        }
    }

    private void ChangeNotice(RoomProtocol.ChangeNotice notice)
    {
        _room.ChangeNotice(notice.Text);
        SpeakSoon();
    }

    private void Remove(IActorRef connection)
    {
        if (!_present.Remove(connection, out var occupant)) return;
        Context.Unwatch(connection);
        _newcomers.Remove(connection);
        _leavers.Remove(connection);
        _room.Leave(occupant);
        _log.Debug("left: {0}, {1} in the room", occupant.Nick, _room.Count);
        SpeakSoon();
        ListSoon();
    }

    private void SpeakSoon()
    {
        if (_aboutToSpeak) return;
        _aboutToSpeak = true;
        Self.Tell(SpeakNow.Instance);
    }

    private void Speak()
    {
        _aboutToSpeak = false;
        Welcome();
        if (_room.HasTurn) TellEveryone(new Turn(_room.TakeTurn()));
        if (_leavers.Count > 0) LetGo([.. _leavers]);
    }

    private void LetGo(IActorRef[] leavers)
    {
        _leavers.Clear();
        foreach (var leaver in leavers)
        {
            leaver.Tell(RoomProtocol.Left.Instance);
            Remove(leaver);
        }
    }

    private void Welcome()
    {
        if (_newcomers.Count == 0) return;
        var entrance = new Turn(_room.Entrance());
        foreach (var newcomer in _newcomers)
        {
            var occupant = _present[newcomer];
            occupant.SeenVersion = _room.Version;
            newcomer.Tell(new RoomProtocol.Joined(occupant.Member, entrance));
        }

        _newcomers.Clear();
    }

    private void TellEveryone(Turn turn)
    {
        foreach (var connection in _present.Keys) connection.Tell(turn);
    }

    private void ListSoon()
    {
        if (!Timers.IsTimerActive(nameof(ListMembers)))
            Timers.StartSingleTimer(nameof(ListMembers), ListMembers.Instance, _members.For(_room.Count));
    }

    private void List()
    {
        // Whoever is about to be welcomed is shown the list then.
        var turn = new Turn([_room.TakeMemberChanges()]);
        foreach (var (connection, occupant) in _present)
        {
            if (occupant.SeenVersion is 0 || occupant.SeenVersion == _room.Version) continue;
            occupant.SeenVersion = _room.Version;
            connection.Tell(turn);
        }
    }

    private void Close()
    {
        Speak();
        foreach (var connection in _present.Keys)
        {
            Context.Unwatch(connection);
            connection.Tell(new RoomProtocol.Dismissed(Refusal.Closing));
        }

        _present.Clear();
        Timers.CancelAll();
        Become(Closed);
    }
}
