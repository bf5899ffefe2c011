using Akka.Actor;
using LanChat.Client.Sessions;
using LanChat.Discovery;

namespace LanChat.Client.Scripting;

/// <summary>
/// Owns the search for a room by name, and then the job that joins it. Waits for the settle time
/// before it accepts a match, because another room may have the same name.
/// </summary>
internal sealed class RoomFinderActor : UntypedActor, IWithTimers
{
    private enum Due
    {
        Settled,
        TimedOut,
    }

    private readonly RoomFinder _finder;
    private readonly ScriptJob _job;
    private readonly Func<IActorRef, Props> _makeDiscovery;
    private readonly Func<ServerAddress, Props> _makeJob;
    private IActorRef? _discovery;
    private IReadOnlyList<ListedRoom> _matches = [];
    private bool _isSettled;

    public RoomFinderActor(
        RoomFinder finder, ScriptJob job, Func<IActorRef, Props> makeDiscovery, Func<ServerAddress, Props> makeJob) =>
        (_finder, _job, _makeDiscovery, _makeJob) = (finder, job, makeDiscovery, makeJob);

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="finder">The room to find.</param>
    /// <param name="job">The run; fails if there is no such room.</param>
    /// <param name="makeDiscovery">Props of the discovery, for this actor.</param>
    /// <param name="makeJob">Props of the job in the room that was found.</param>
    public static Props Props(
        RoomFinder finder, ScriptJob job, Func<IActorRef, Props> makeDiscovery, Func<ServerAddress, Props> makeJob) =>
        Akka.Actor.Props.Create(() => new RoomFinderActor(finder, job, makeDiscovery, makeJob));

    protected override void PreStart()
    {
        Timers.StartSingleTimer(Due.Settled, Due.Settled, _finder.SettleTime);
        Timers.StartSingleTimer(Due.TimedOut, Due.TimedOut, _finder.Wait);
        _discovery = Context.ActorOf(_makeDiscovery(Self));
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case var _ when _discovery is null: break; // the job has started
            case DiscoveryProtocol.RoomsChanged changed: HandleRooms(changed.Rooms); break;
            case DiscoveryProtocol.ListenFailed failed: Fail(failed.Sentence); break;
            case Due.Settled: _isSettled = true; StartIfSettled(); break;
            case Due.TimedOut: StartJob(); break;
            default: Unhandled(message); break;
        }
    }

    private void HandleRooms(IReadOnlyList<ListedRoom> rooms)
    {
        _matches = _finder.Match(rooms);
        StartIfSettled();
    }

    private void StartIfSettled()
    {
        if (_isSettled && _matches.Count > 0) StartJob();
    }

    private void StartJob()
    {
        if (_matches is not [var match])
        {
            Fail(_finder.ProblemOf(_matches));
            return;
        }

        Timers.CancelAll();
        Context.Stop(_discovery!);
        _discovery = null;
        Context.ActorOf(_makeJob(ServerAddress.Of(match.Address)));
    }

    private void Fail(string reason)
    {
        _job.Fail(reason);
        Context.Stop(Self);
    }
}
