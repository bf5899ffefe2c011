using System.Diagnostics;
using Akka.Actor;
using LanChat.Protocol;
using LanChat.Server.Metrics;

namespace LanChat.Server.Rooms;

/// <summary>How the room speaks: in turns, to newcomers before everybody, and of its members now and then.</summary>
internal sealed partial class RoomActor
{
    private sealed record WaitedLongEnough(Receipts For);

    // Most sockets take a turn in a few milliseconds. The scheduler counts in tens.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(20);

    // When this many join in one turn, more are about to: the next turn waits a pause for them, so that everybody present gets
    // few large turns. The list of members waits until they have joined, at most twenty pauses, which is a second.
    private const int Crowd = 16;
    private const int MostPauses = 20;
    private static readonly TimeSpan CrowdPause = TimeSpan.FromMilliseconds(50);

    private readonly List<(IActorRef Newcomer, RoomProtocol.Joined Joined)> _welcomes = [];
    private Receipts? _underWay;
    private bool _waitsToSpeak;
    private int _receivers;
    private Receipts? _crowd;
    private int _letIn;
    private int _pauses;

    /// <summary>
    /// Speaks after what is in the mailbox by now; while the turn before is on its way to most, after that: fewer and larger turns are what
    /// makes a busy room fast.
    /// </summary>
    private void SpeakSoon()
    {
        if (_aboutToSpeak || _waitsToSpeak) return;
        if (_underWay is { } underWay)
        {
            _waitsToSpeak = true;
            if (!Timers.IsTimerActive(nameof(WaitedLongEnough))) WaitFor(underWay, LongestWait);
        }
        else
        {
            _aboutToSpeak = true;
            Self.Tell(SpeakNow.Instance);
        }
    }

    private void WaitFor(Receipts underWay, TimeSpan atMost) =>
        Timers.StartSingleTimer(nameof(WaitedLongEnough), new WaitedLongEnough(underWay), atMost);

    private void SpeakAgain(Receipts taken)
    {
        if (taken != _underWay) return;
        _underWay = null;
        if (!_waitsToSpeak) return;
        WaitNoLonger();
        SpeakSoon();
    }

    private void WaitNoLonger()
    {
        if (!_waitsToSpeak) return;
        _waitsToSpeak = false;
        Timers.Cancel(nameof(WaitedLongEnough));
    }

    private void Speak() => SpeakThen(() => { });

    /// <summary>Speaks, and then does something: at once, or when what was spoken is kept. Who sent the message is not known any more then.</summary>
    private void SpeakThen(Action then)
    {
        // An answer has it speak before its time: then nothing waits any more, and nobody is waited for on its account.
        _aboutToSpeak = false;
        WaitNoLonger();
        if (ToRecall() is { } since) Recall(since, recalled => SpeakThen(recalled, then));
        else SpeakThen([], then);
    }

    private void SpeakThen(IReadOnlyList<ChatMessage> recalled, Action then)
    {
        Welcome(recalled);
        if (!_names.HasNotes) LetIn(); // that a name is theirs they are not told before it is kept
        RoomEvent[] said = _room.HasTurn ? _room.TakeTurn() : [];
        var notes = _names.HasNotes ? _names.TakeNotes() : [];
        if (IsKept(said, notes))
        {
            Keep(said, notes, then);
        }
        else
        {
            Speak(said);
            then();
        }
    }

    private void Speak(RoomEvent[] said)
    {
        LetIn();
        if (said.Length > 0) TellEveryone(said);
        if (_toConfirm.Count > 0) Confirm();
        if (_toHandOver.Count > 0) HandOver();
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

    private void Welcome(IReadOnlyList<ChatMessage> recalled)
    {
        if (_newcomers.Count == 0) return;
        var entrance = new Turn(_room.Entrance());
        var anew = new Lazy<Turn>(() => new Turn(_room.EntranceAnew()));
        foreach (var newcomer in _newcomers)
        {
            var occupant = _present[newcomer];
            occupant.SeenVersion = _room.Version;
            var own = occupant.Since is { } since ? new Turn(_room.Entrance(since, recalled, _remembering.CatchUp, _mostRecalledBytes))
                : occupant.ComesAnew ? anew.Value
                : entrance;
            _welcomes.Add((newcomer, new RoomProtocol.Joined(occupant.Member, own, occupant.IsOwner) { Log = _room.Log }));
        }

        _newcomers.Clear();
    }

    private void LetIn()
    {
        foreach (var (newcomer, joined) in _welcomes) newcomer.Tell(joined);
        _letIn += _welcomes.Count;
        _welcomes.Clear();
    }

    private void TellEveryone(RoomEvent[] said)
    {
        Timers.Cancel(nameof(WaitedLongEnough));
        _underWay = _receivers > 0 ? new Receipts(_receivers, Self) : null;
        _crowd = _letIn < Crowd ? null : _underWay;
        _letIn = 0;
        if (_crowd is not null) WaitFor(_crowd, CrowdPause);
        var turn = new Turn(said) { Receipts = _crowd is null ? _underWay : null };
        var begun = Stopwatch.GetTimestamp();
        foreach (var (connection, occupant) in _present) connection.Tell(occupant.IsIgnoring ? turn.WithoutTalk() : turn);
        ServerMeter.Lines.Add(turn.Events.Count);
        ServerMeter.Deliveries.Add((long)turn.Events.Count * _present.Count);
        ServerMeter.TurnSize.Record(turn.Events.Count);
        ServerMeter.TurnTime.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds);
    }

    private void ListSoon()
    {
        if (!Timers.IsTimerActive(nameof(ListMembers)))
            Timers.StartSingleTimer(nameof(ListMembers), ListMembers.Instance, _members.For(_room.Count));
    }

    private void List()
    {
        if (_crowd is not null && _crowd == _underWay && _pauses++ < MostPauses)
        {
            Timers.StartSingleTimer(nameof(ListMembers), ListMembers.Instance, CrowdPause);
            return;
        }

        _pauses = 0;
        // Whoever is about to be welcomed is shown the list then.
        var turn = new Turn([_room.TakeMemberChanges()]);
        foreach (var (connection, occupant) in _present)
        {
            if (occupant.SeenVersion is 0 || occupant.SeenVersion == _room.Version) continue;
            occupant.SeenVersion = _room.Version;
            connection.Tell(turn);
        }

        foreach (var counter in _counters) counter.Tell(new RoomProtocol.MembersCounted(_room.Count));
    }

    private void Count()
    {
        _counters.Add(Sender);
        Sender.Tell(new RoomProtocol.MembersCounted(_room.Count));
    }
}
