using Akka.Actor;
using Akka.Event;
using LanChat.Protocol;
using LanChat.Server.Files;
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
    private readonly Dictionary<Occupant, IActorRef> _connections = [];
    private readonly List<IActorRef> _newcomers = [];
    private readonly List<IActorRef> _leavers = [];
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Room _room;
    private readonly MembersSettings _members;
    private readonly int _longestNickname;
    private bool _aboutToSpeak;

    public static Props Props(ServerSettings settings, TimeProvider clock) =>
        Akka.Actor.Props.Create(() => new RoomActor(settings, clock));

    public RoomActor(ServerSettings settings, TimeProvider clock)
    {
        _room = new Room(settings.Room, settings.Limits, new FileStore(settings.Files, clock), clock);
        _members = settings.Members;
        _longestNickname = settings.Limits.Nickname;
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case ClientMessage.Say say: Say(say); break;
            case SpeakNow: Speak(); break;
            case ClientMessage wanted: Serve(wanted); break;
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
            case ClientMessage or SpeakNow or ConnectionLost or RoomProtocol.Close: break;
            default: Unhandled(message); break;
        }
    }

    private void Join(RoomProtocol.Join join)
    {
        if (_present.ContainsKey(Sender)) return;
        if (!_room.TryAdmit(join.Nick, join.Address, out var occupant, out var refusal, join.Otherwise, join.IsNumbered))
        {
            Sender.Tell(new RoomProtocol.JoinRejected(refusal));
            return;
        }

        Context.WatchWith(Sender, new ConnectionLost(Sender));
        _present.Add(Sender, occupant);
        _connections.Add(occupant, Sender);
        _newcomers.Add(Sender);
        _log.Debug("joined: {0} from {1}, {2} in the room", occupant.Nick, join.Address, _room.Count);
        SpeakSoon();
        ListSoon();
    }

    private void Say(ClientMessage.Say say)
    {
        if (!_present.TryGetValue(Sender, out var speaker)) return;
        if (_room.Say(speaker, say.Text) is { } refusal) Answer(_room.Refuse(refusal));
        else SpeakSoon();
    }

    private void Serve(ClientMessage wanted)
    {
        if (!_present.TryGetValue(Sender, out var member)) return;
        switch (wanted)
        {
            case ClientMessage.Act act: Act(member, act); break;
            case ClientMessage.Tell tell: Tell(member, tell); break;
            case ClientMessage.Share share: Share(member, share); break;
            case ClientMessage.Rename rename: Rename(member, rename); break;
            case ClientMessage.Ignore: Ignore(member); break;
            case ClientMessage.List: Answer(_room.List()); break;
            default: Unhandled(wanted); break;
        }
    }

    private void Act(Occupant member, ClientMessage.Act act)
    {
        if (_room.Say(member, act.Text, MessageKind.Acted) is { } refusal) Answer(_room.Refuse(refusal));
        else SpeakSoon();
    }

    private void Tell(Occupant member, ClientMessage.Tell tell)
    {
        LetLeaversGo();
        if (tell.Text.Length == 0) Answer(_room.Refuse(Refusal.Incomplete));
        else if (_room.Find(tell.To) is { } to) Deliver(_room.Tell(member, to, tell.Text), to);
        else Answer(_room.Refuse(Refusal.NobodyOfThatName));
    }

    private void Share(Occupant member, ClientMessage.Share share)
    {
        if (share.To is not null) LetLeaversGo();
        var to = share.To is null ? null : _room.Find(share.To);
        if (share.To is not null && to is null) Answer(_room.Refuse(Refusal.NobodyOfThatName));
        else if (_room.Share(member, share, to, out var told) is { } refusal) Answer(_room.Refuse(refusal));
        else if (told is not null) Deliver(told, to!);
        else SpeakSoon();
    }

    /// <summary>From here on: what was said before reaches them, or not, as it was.</summary>
    private void Ignore(Occupant member)
    {
        Speak();
        Answer(_room.ToggleIgnoring(member));
    }

    private void Rename(Occupant member, ClientMessage.Rename rename)
    {
        if (!Nick.TryCreate(rename.Nickname, _longestNickname, out var nick, out var refusal) || (refusal = _room.Rename(member, nick)) is not null)
        {
            Answer(_room.Refuse(refusal));
            return;
        }

        Answer(new RoomEvent.NameChanged(member.Member));
        ListSoon();
    }

    /// <summary>Answers the sender, after all that was said before.</summary>
    private void Answer(RoomEvent answer)
    {
        Speak();
        Sender.Tell(new Turn([answer]));
    }

    /// <summary>Tells both, after all that was said before.</summary>
    private void Deliver(RoomEvent.Told told, Occupant to)
    {
        Speak();
        var turn = new Turn([told]);
        Sender.Tell(turn);
        if (_connections[to] is { } other && !other.Equals(Sender)) other.Tell(turn);
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
        _connections.Remove(occupant);
        _newcomers.Remove(connection);
        _leavers.Remove(connection);
        _room.Leave(occupant);
        _log.Debug("left: {0}, {1} in the room", occupant.Nick, _room.Count);
        SpeakSoon();
        ListSoon();
    }

    // Who is about to leave can't be told anything any more.
    private void LetLeaversGo()
    {
        if (_leavers.Count > 0) Speak();
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
        foreach (var (connection, occupant) in _present) connection.Tell(occupant.IsIgnoring ? turn.WithoutTalk() : turn);
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
        _connections.Clear();
        Timers.CancelAll();
        Become(Closed);
    }
}
