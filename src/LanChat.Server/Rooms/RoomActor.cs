using Akka.Actor;
using Akka.Event;
using LanChat.Protocol;
using LanChat.Server.Files;
using LanChat.Server.History;
using LanChat.Server.Metrics;
using LanChat.Server.Names;
using LanChat.Server.Settings;

namespace LanChat.Server.Rooms;

/// <summary>
/// Owns the room: its members and their connections, its history and notice. It speaks in turns: whatever one run through its mailbox
/// produced goes out when it comes to the message it sent itself, so a quiet room adds no delay and a busy one gathers by itself.
/// </summary>
internal sealed partial class RoomActor : UntypedActor, IWithTimers, IWithUnboundedStash
{
    private sealed record SpeakNow
    {
        public static readonly SpeakNow Instance = new();
    }

    private sealed record ListMembers
    {
        public static readonly ListMembers Instance = new();
    }

    private readonly Dictionary<IActorRef, Occupant> _present = [];
    private readonly Dictionary<Occupant, IActorRef> _connections = [];
    private readonly List<IActorRef> _newcomers = [];
    private readonly List<IActorRef> _leavers = [];
    private readonly List<IActorRef> _counters = [];
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Room _room;
    private readonly MembersSettings _members;
    private readonly int _longestNickname;
    private bool _aboutToSpeak;

    /// <param name="settings">The rules of the room.</param>
    /// <param name="clock">Tells when something was said.</param>
    /// <param name="past">What the room remembers.</param>
    /// <param name="history">Who keeps what is said (<see cref="HistoryProtocol"/>), if anybody does.</param>
    /// <param name="files">Where small text files are kept.</param>
    public static Props Props(ServerSettings settings, TimeProvider clock, Past? past = null, IActorRef? history = null, FileStore? files = null) =>
        Akka.Actor.Props.Create(() => new RoomActor(
            settings, clock, past ?? Past.None, history ?? ActorRefs.Nobody, files ?? new FileStore(settings.Files, clock, false)));

    public RoomActor(ServerSettings settings, TimeProvider clock, Past past, IActorRef history, FileStore files)
    {
        (_history, _remembering, _mostRecalledBytes) = (history, settings.History, MostRecalledBytes(settings.Limits.Waiting));
        _refs = KnownIn(past.Book, settings.History.Refs);
        _names = new NameBook(settings.Names, past.Book, clock);
        _room = new Room(settings.Room, settings.Limits, files, past, clock, _names);
        _members = settings.Members;
        _longestNickname = settings.Limits.Nickname;
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public IStash Stash { get; set; } = null!;

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case ClientMessage.Say say: Say(say); break;
            case SpeakNow: Speak(); break;
            case RoomProtocol.MostTaken most: SpeakAgain(most.Receipts); break;
            case WaitedLongEnough waited: SpeakAgain(waited.For); break;
            case ClientMessage wanted: Serve(wanted); break;
            case RoomProtocol.Join join: Join(join); break;
            case RoomProtocol.Leave: Leave(); break;
            case Terminated lost: Remove(lost.ActorRef); break;
            case ListMembers: List(); break;
            case RoomProtocol.CountMembers: Count(); break;
            case RoomProtocol.ShareUploaded shared: Share(shared); break;
            case RoomProtocol.ChangeNotice notice: ChangeNotice(notice); break;
            case RoomProtocol.Open open: _room.Open(open.Address, open.Web); break;
            case RoomProtocol.Close: SpeakThen(Close); break;
            case HistoryProtocol.Troubled or HistoryProtocol.Recovered: TellOfHistory(message); break;
            case HistoryProtocol.Kept or HistoryProtocol.Recalled or HistoryIsSlow: break; // no longer waited for
            default: Unhandled(message); break;
        }
    }

    private void Closed(object message)
    {
        switch (message)
        {
            case RoomProtocol.Join: Sender.Tell(new RoomProtocol.JoinRejected(Refusal.Closing)); break;
            case RoomProtocol.Leave: Sender.Tell(RoomProtocol.Left.Instance); break;
            case RoomProtocol.ShareUploaded: Sender.Tell(Refusal.Closing); break;
            case ClientMessage or SpeakNow or RoomProtocol.MostTaken or WaitedLongEnough or Terminated or RoomProtocol.Close: break;
            case HistoryProtocol.Kept or HistoryProtocol.Recalled or HistoryProtocol.Troubled or HistoryProtocol.Recovered or HistoryIsSlow: break;
            default: Unhandled(message); break;
        }
    }

    private void Join(RoomProtocol.Join join)
    {
        if (_present.ContainsKey(Sender)) return;
        if (join.Unfit is { } unfit && (join.Key is null || _names.OwnerOf(join.Nick) != join.Key))
        {
            Sender.Tell(new RoomProtocol.JoinRejected(unfit));
            return;
        }

        if (join is { Key: { } owner, IsBeside: false }) TakeOver(join.Nick, owner);
        if (!_room.TryAdmit(join.Nick, join.Address, out var occupant, out var refusal, join.Otherwise, join.Numbering, join.Key, join.IsBeside))
        {
            Sender.Tell(new RoomProtocol.JoinRejected(refusal));
            return;
        }

        Context.Watch(Sender); // not with a message of our own, which a stash would turn back into Terminated
        if (join.Since is { } since && _room.Knows(since, join.Log, isDurable: !_history.IsNobody())) occupant.Since = Math.Max(since, 0);
        else occupant.ComesAnew = join.Since is not null;
        _present.Add(Sender, occupant);
        ServerMeter.Members.Add(1);
        occupant.SaysWhatItTook = join.SaysWhatItTook;
        if (occupant.SaysWhatItTook) _receivers++;
        _connections.Add(occupant, Sender);
        _newcomers.Add(Sender);
        if (occupant.IsOwner) _toHandOver.Add(Sender);
        _log.Debug("joined: {0} from {1}, {2} in the room", occupant.Nick, join.Address, _room.Count);
        SpeakSoon();
        ListSoon();
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
        ServerMeter.Members.Add(-1);
        if (occupant.SaysWhatItTook) _receivers--;
        Context.Unwatch(connection);
        _connections.Remove(occupant);
        _newcomers.Remove(connection);
        _toHandOver.Remove(connection);
        _leavers.Remove(connection);
        _room.Leave(occupant);
        _log.Debug("left: {0}, {1} in the room", occupant.Nick, _room.Count);
        SpeakSoon();
        ListSoon();
    }

    private void Close()
    {
        foreach (var connection in _present.Keys)
        {
            Context.Unwatch(connection);
            connection.Tell(new RoomProtocol.Dismissed(Refusal.Closing));
        }

        ServerMeter.Members.Add(-_present.Count);
        _present.Clear();
        _connections.Clear();
        Timers.CancelAll();
        Become(Closed);
    }
}
