using Akka.Actor;
using LanChat.Discovery;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Scripting;

/// <summary>
/// Owns one run of <c>rooms</c>: prints each room on its first announcement, until all were
/// announced.
/// </summary>
internal sealed class RoomsActor : UntypedActor, IWithTimers
{
    /// <summary>Times to listen.</summary>
    /// <param name="SettleTime">Time after which all rooms were announced, if any was.</param>
    /// <param name="Wait">Time after which there is no room nearby.</param>
    public sealed record ListenTimes(TimeSpan SettleTime, TimeSpan Wait);

    private sealed record Settled
    {
        public static readonly Settled Instance = new();
    }

    private sealed record TimedOut
    {
        public static readonly TimedOut Instance = new();
    }

    private sealed record CheckOutput
    {
        public static readonly CheckOutput Instance = new();
    }

    private readonly ScriptJob _job;
    private readonly ListenTimes _times;
    private readonly Func<ListedRoom, string> _format;
    private readonly Func<IActorRef, Props> _makeDiscovery;
    private readonly Queue<ListedRoom> _unprinted = new();
    private readonly HashSet<PeerAddress> _known = [];
    private string _header;
    private bool _isPrinting;
    private bool _isSettled;
    private bool _isTimedOut;

    public RoomsActor(
        ScriptJob job,
        ListenTimes times,
        string header,
        Func<ListedRoom, string> format,
        Func<IActorRef, Props> makeDiscovery) =>
        (_job, _times, _header, _format, _makeDiscovery) = (job, times, header, format, makeDiscovery);

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="job">The run.</param>
    /// <param name="times">Times to listen.</param>
    /// <param name="header">Printed before the first room; may be empty.</param>
    /// <param name="format">Formats a room as a line with its line break.</param>
    /// <param name="makeDiscovery">Props of the discovery, for this actor.</param>
    public static Props Props(
        ScriptJob job,
        ListenTimes times,
        string header,
        Func<ListedRoom, string> format,
        Func<IActorRef, Props> makeDiscovery) =>
        Akka.Actor.Props.Create(() => new RoomsActor(job, times, header, format, makeDiscovery));

    protected override void PreStart()
    {
        Timers.StartSingleTimer(Settled.Instance, Settled.Instance, _times.SettleTime);
        Timers.StartSingleTimer(TimedOut.Instance, TimedOut.Instance, _times.Wait);
        Timers.StartPeriodicTimer(CheckOutput.Instance, CheckOutput.Instance, DataOutput.PollInterval);
        Context.ActorOf(_makeDiscovery(Self));
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case DiscoveryProtocol.RoomsChanged changed: HandleRooms(changed.Rooms); break;
            case DiscoveryProtocol.ListenFailed failed: Fail(failed.Sentence); break;
            case OutputProtocol.Printed: _isPrinting = false; Continue(); break;
            case OutputProtocol.Failed failed: Fail(failed.Sentence); break;
            case CheckOutput: Continue(); break;
            case Settled: _isSettled = true; Continue(); break;
            case TimedOut: _isTimedOut = true; Continue(); break;
            default: Unhandled(message); break;
        }
    }

    private void HandleRooms(IReadOnlyList<ListedRoom> rooms)
    {
        foreach (var room in rooms.Where(room => _known.Add(room.Address))) _unprinted.Enqueue(room);
        Continue();
    }

    private void Continue()
    {
        if (_job.Output.IsClosed) End(ExitCode.OutputClosed);
        else if (!_isPrinting && _unprinted.Count > 0) Print();
        else if ((_isTimedOut || _isSettled) && !_isPrinting && _known.Count > 0) End(ExitCode.Done);
        else if (_isTimedOut && !_isPrinting) Fail(ScriptRunTexts.NoRoomHeard(_times.Wait.TotalSeconds));
    }

    private void Print()
    {
        var text = _header + string.Concat(_unprinted.Select(_format));
        _unprinted.Clear();
        _header = "";
        _isPrinting = true;
        _job.Output.Print(text, Self);
    }

    private void End(int code)
    {
        _job.Exit.TrySetResult(code);
        Context.Stop(Self);
    }

    private void Fail(string reason)
    {
        _job.Fail(reason);
        Context.Stop(Self);
    }
}
