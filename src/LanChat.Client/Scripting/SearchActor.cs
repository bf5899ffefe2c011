using Akka.Actor;
using LanChat.Client.Sessions;
using LanChat.Discovery;

namespace LanChat.Client.Scripting;

/// <summary>
/// Owns the search for a room by its name, and then who was to enter it. Nobody is sent to the
/// first room of that name before another one of the same name would have been heard.
/// </summary>
internal sealed class SearchActor : UntypedActor, IWithTimers
{
    private enum Due
    {
        Settled,
        Over,
    }

    private readonly RoomSearch _search;
    private readonly ScriptJob _job;
    private readonly Func<IActorRef, Props> _makeDiscovery;
    private readonly Func<ServerAddress, Props> _enter;
    private IActorRef? _discovery;
    private IReadOnlyList<ListedRoom> _found = [];
    private bool _settled;

    public SearchActor(
        RoomSearch search, ScriptJob job, Func<IActorRef, Props> makeDiscovery, Func<ServerAddress, Props> enter) =>
        (_search, _job, _makeDiscovery, _enter) = (search, job, makeDiscovery, enter);

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="search">Which room is meant.</param>
    /// <param name="job">Is failed when there is no such room.</param>
    /// <param name="makeDiscovery">What hears rooms for this actor.</param>
    /// <param name="enter">Who enters the room that was found.</param>
    public static Props Props(
        RoomSearch search, ScriptJob job, Func<IActorRef, Props> makeDiscovery, Func<ServerAddress, Props> enter) =>
        Akka.Actor.Props.Create(() => new SearchActor(search, job, makeDiscovery, enter));

    protected override void PreStart()
    {
        Timers.StartSingleTimer(Due.Settled, Due.Settled, _search.Settling);
        Timers.StartSingleTimer(Due.Over, Due.Over, _search.Wait);
        _discovery = Context.ActorOf(_makeDiscovery(Self));
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case var _ when _discovery is null: break; // it was found
            case DiscoveryProtocol.RoomsChanged changed: Look(changed.Rooms); break;
            case DiscoveryProtocol.ListenFailed deaf: GiveUp(deaf.Sentence); break;
            case Due.Settled: _settled = true; Decide(); break;
            case Due.Over: End(); break;
            default: Unhandled(message); break;
        }
    }

    private void Look(IReadOnlyList<ListedRoom> rooms)
    {
        _found = _search.In(rooms);
        Decide();
    }

    private void Decide()
    {
        if (_settled && _found.Count > 0) End();
    }

    private void End()
    {
        if (_found is not [var only])
        {
            GiveUp(_search.Complaint(_found));
            return;
        }

        Timers.CancelAll();
        Context.Stop(_discovery!);
        _discovery = null;
        Context.ActorOf(_enter(ServerAddress.Of(only.Address)));
    }

    private void GiveUp(string why)
    {
        _job.Fail(why);
        Context.Stop(Self);
    }
}
