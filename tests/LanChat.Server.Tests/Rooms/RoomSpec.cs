using Akka.Actor;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Files;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Rooms;

/// <summary>
/// A room with a virtual scheduler, so that no member list is sent before the test advances it.
/// </summary>
public abstract class RoomSpec : VirtualTimeSpec
{
    private int _lastPort = 50_000;

    private protected IActorRef Room { get; private set; } = ActorRefs.Nobody;

    private protected void Open(params string[] settings) => Open(new TestClock(), settings);

    private protected void Open(TimeProvider clock, params string[] settings)
    {
        Start(clock, RestoredState.None, ActorRefs.Nobody, settings);
        Room.Tell(new RoomProtocol.Open(new PeerAddress("192.168.38.149", 8001)));
    }

    /// <summary>A room with restored state and a history.</summary>
    private protected void Open(RestoredState restored, IActorRef history, params string[] settings) =>
        Start(new TestClock(), restored, history, settings);

    /// <summary>A room with a history.</summary>
    private protected void Open(TimeProvider clock, IActorRef history, params string[] settings) =>
        Start(clock, RestoredState.None, history, settings);

    private void Start(TimeProvider clock, RestoredState restored, IActorRef history, string[] settings)
    {
        var with = TestSettings.With(settings);
        var setup = new RoomSetup(with, clock, new SnippetStore(with.Files, clock), restored, history);
        Room = Sys.ActorOf(RoomActor.Props(setup));
    }

    private protected TestMember RequestJoin(string name)
    {
        var guest = new TestMember(Room, CreateTestProbe());
        guest.Join(name, ++_lastPort);
        return guest;
    }

    /// <summary>
    /// Joins a member; every earlier member and the new one consume the batch with the join.
    /// </summary>
    private protected TestMember Enter(string name, params TestMember[] before)
    {
        var guest = RequestJoin(name);
        guest.ExpectJoined();
        guest.ExpectBatch();
        foreach (var other in before) other.ExpectBatch();
        return guest;
    }

    private protected void ExpectSilence(TestMember guest) => ExpectSilence(guest.Probe, Room);
}
