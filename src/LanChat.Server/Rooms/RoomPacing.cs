using Akka.Actor;
using LanChat.Server.Broadcasts;

namespace LanChat.Server.Rooms;

/// <summary>
/// Decides when the room publishes: after everything that is ready to run, and not before most
/// sockets have taken the previous broadcast. Fewer and larger broadcasts keep a busy room fast.
/// </summary>
internal sealed class RoomPacing(ITimerScheduler timers, IActorRef room)
{
    /// <summary>Delivers the room's outcome.</summary>
    public sealed record Flush : INoSerializationVerificationNeeded
    {
        public static readonly Flush Instance = new();
    }

    /// <summary>Sends the changes of the member list.</summary>
    public sealed record ListMembers : INoSerializationVerificationNeeded
    {
        public static readonly ListMembers Instance = new();
    }

    /// <summary>The broadcast in flight was awaited long enough.</summary>
    public sealed record BroadcastTimedOut(Receipts Receipts) : INoSerializationVerificationNeeded;

    // Most sockets take a broadcast in a few milliseconds; the scheduler's tick is 10 ms.
    private static readonly TimeSpan BroadcastTimeout = TimeSpan.FromMilliseconds(20);

    // When this many join in one batch, more are likely to follow: the next broadcast waits one
    // pause for them, so that members get few large ones. The member list waits until they have
    // joined, at most twenty pauses (one second).
    private const int CrowdSize = 16;
    private const int MaxPauses = 20;
    private static readonly TimeSpan CrowdPause = TimeSpan.FromMilliseconds(50);

    private Receipts? _inFlight;
    private Receipts? _crowd;
    private bool _isFlushQueued;
    private bool _isFlushDelayed;
    private int _joined;
    private int _pauses;

    /// <summary>
    /// Flushes after the actors that are ready to run have run: what their clients sent belongs to
    /// the same broadcast. A reply must not wait longer.
    /// </summary>
    public void FlushNow()
    {
        CancelDelay();
        if (_isFlushQueued) return;
        _isFlushQueued = true;
        // The dispatcher's actors run on the thread pool, whose global queue is FIFO.
        ThreadPool.UnsafeQueueUserWorkItem(static room => room.Tell(Flush.Instance), room, preferLocal: false);
    }

    /// <summary>Flushes when most sockets have taken the broadcast in flight.</summary>
    public void FlushSoon()
    {
        if (_isFlushQueued || _isFlushDelayed) return;
        if (_inFlight is null)
        {
            FlushNow();
            return;
        }

        _isFlushDelayed = true;
        if (!timers.IsTimerActive(nameof(BroadcastTimedOut))) WaitFor(_inFlight, BroadcastTimeout);
    }

    /// <summary>A flush begins.</summary>
    public void BeginFlush()
    {
        _isFlushQueued = false;
        CancelDelay();
    }

    /// <summary>
    /// Ends the wait for a broadcast: most sockets have taken it, or the timeout has passed.
    /// </summary>
    public void Complete(Receipts broadcast)
    {
        if (broadcast != _inFlight) return;
        _inFlight = null;
        if (!_isFlushDelayed) return;
        CancelDelay();
        FlushNow();
    }

    /// <summary>Counts a newcomer.</summary>
    public void Joined() => _joined++;

    /// <summary>
    /// Begins a broadcast; returns the receipts that recipients add to, or null if none is needed.
    /// </summary>
    public Receipts? Broadcast(int receivers)
    {
        timers.Cancel(nameof(BroadcastTimedOut));
        _inFlight = receivers > 0 ? new Receipts(receivers, room) : null;
        _crowd = _joined < CrowdSize ? null : _inFlight;
        _joined = 0;
        if (_crowd is null) return _inFlight;
        WaitFor(_crowd, CrowdPause);
        return null;
    }

    /// <summary>Schedules the member list, unless it is scheduled already.</summary>
    public void ListSoon(TimeSpan pause)
    {
        if (!timers.IsTimerActive(nameof(ListMembers))) ListAfter(pause);
    }

    /// <summary>Whether the member list may be sent now; if not, schedules it again.</summary>
    public bool MayList()
    {
        var isCrowd = _crowd is not null && _crowd == _inFlight && _pauses++ < MaxPauses;
        if (isCrowd) ListAfter(CrowdPause);
        else _pauses = 0;
        return !isCrowd;
    }

    private void ListAfter(TimeSpan pause) =>
        timers.StartSingleTimer(nameof(ListMembers), ListMembers.Instance, pause);

    private void WaitFor(Receipts broadcast, TimeSpan atMost) =>
        timers.StartSingleTimer(nameof(BroadcastTimedOut), new BroadcastTimedOut(broadcast), atMost);

    private void CancelDelay()
    {
        if (!_isFlushDelayed) return;
        _isFlushDelayed = false;
        timers.Cancel(nameof(BroadcastTimedOut));
    }
}
