using Akka.Actor;
using LanChat.Server.Broadcasts;

namespace LanChat.Server.Rooms;

/// <summary>
/// Decides when the room speaks: after what is in the mailbox by now, and while a broadcast is on
/// its way to most, after that. Fewer and larger broadcasts are what makes a busy room fast.
/// </summary>
internal sealed class RoomPacing(ITimerScheduler timers, IActorRef room)
{
    /// <summary>Take the outcome of the room, and tell it.</summary>
    public sealed record Flush : INoSerializationVerificationNeeded
    {
        public static readonly Flush Instance = new();
    }

    /// <summary>Tell everyone how the member list changed.</summary>
    public sealed record ListMembers : INoSerializationVerificationNeeded
    {
        public static readonly ListMembers Instance = new();
    }

    /// <summary>A broadcast was waited for long enough.</summary>
    public sealed record WaitedLongEnough(Receipts For) : INoSerializationVerificationNeeded;

    // Most sockets take a broadcast in a few milliseconds. The scheduler counts in tens.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(20);

    // When this many join in one turn, more are about to: the next broadcast waits a pause for
    // them, so that everybody present gets few large ones. The member list waits until they have
    // joined, at most twenty pauses, which is a second.
    private const int Crowd = 16;
    private const int MostPauses = 20;
    private static readonly TimeSpan CrowdPause = TimeSpan.FromMilliseconds(50);

    private Receipts? _underWay;
    private Receipts? _crowd;
    private bool _isDue;
    private bool _isWaiting;
    private int _joined;
    private int _pauses;

    /// <summary>Flushes after what is in the mailbox by now; somebody waits for a reply.</summary>
    public void FlushNow()
    {
        StopWaiting();
        if (_isDue) return;
        _isDue = true;
        room.Tell(Flush.Instance);
    }

    /// <summary>The same, but not before the broadcast under way has arrived at most.</summary>
    public void FlushSoon()
    {
        if (_isDue || _isWaiting) return;
        if (_underWay is null)
        {
            FlushNow();
            return;
        }

        _isWaiting = true;
        if (!timers.IsTimerActive(nameof(WaitedLongEnough))) WaitFor(_underWay, LongestWait);
    }

    /// <summary>A flush has begun.</summary>
    public void Flushed()
    {
        _isDue = false;
        StopWaiting();
    }

    /// <summary>A broadcast has arrived at most, or was waited for long enough.</summary>
    public void Arrived(Receipts broadcast)
    {
        if (broadcast != _underWay) return;
        _underWay = null;
        if (!_isWaiting) return;
        StopWaiting();
        FlushNow();
    }

    /// <summary>Somebody was let in.</summary>
    public void Joined() => _joined++;

    /// <summary>
    /// A broadcast begins; returns what receivers acknowledge it by, if they are to.
    /// </summary>
    public Receipts? Broadcast(int receivers)
    {
        timers.Cancel(nameof(WaitedLongEnough));
        _underWay = receivers > 0 ? new Receipts(receivers, room) : null;
        _crowd = _joined < Crowd ? null : _underWay;
        _joined = 0;
        if (_crowd is null) return _underWay;
        WaitFor(_crowd, CrowdPause);
        return null;
    }

    /// <summary>Has the member list told after a pause, unless one runs already.</summary>
    public void ListSoon(TimeSpan pause)
    {
        if (!timers.IsTimerActive(nameof(ListMembers))) ListAfter(pause);
    }

    /// <summary>
    /// Whether the member list may be told now; otherwise it is due again after another pause.
    /// </summary>
    public bool MayList()
    {
        var isCrowd = _crowd is not null && _crowd == _underWay && _pauses++ < MostPauses;
        if (isCrowd) ListAfter(CrowdPause);
        else _pauses = 0;
        return !isCrowd;
    }

    private void ListAfter(TimeSpan pause) =>
        timers.StartSingleTimer(nameof(ListMembers), ListMembers.Instance, pause);

    private void WaitFor(Receipts broadcast, TimeSpan atMost) =>
        timers.StartSingleTimer(nameof(WaitedLongEnough), new WaitedLongEnough(broadcast), atMost);

    private void StopWaiting()
    {
        if (!_isWaiting) return;
        _isWaiting = false;
        timers.Cancel(nameof(WaitedLongEnough));
    }
}
