using Akka.Actor;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Files;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Rooms;

/// <summary>
/// A room whose timers run only when they are told to, so that no list of members comes unasked.
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

    /// <summary>A room that remembers a past, and whose history is kept by somebody.</summary>
    private protected void Open(RestoredState past, IActorRef history, params string[] settings) =>
        Start(new TestClock(), past, history, settings);

    /// <summary>A room whose history is kept by somebody.</summary>
    private protected void Open(TimeProvider clock, IActorRef history, params string[] settings) =>
        Start(clock, RestoredState.None, history, settings);

    private void Start(TimeProvider clock, RestoredState past, IActorRef history, string[] settings)
    {
        var with = TestSettings.With(settings);
        Room = Sys.ActorOf(RoomActor.Props(with, clock, past, history, new SnippetStore(with.Files, clock)));
    }

    private protected Guest Ask(string name)
    {
        var guest = new Guest(Room, CreateTestProbe());
        guest.Asks(name, ++_lastPort);
        return guest;
    }

    /// <summary>
    /// Somebody who is in, and has heard their own welcome, as those have who were there before.
    /// </summary>
    private protected Guest Enter(string name, params Guest[] before)
    {
        var guest = Ask(name);
        guest.ExpectJoined();
        guest.ExpectTurn();
        foreach (var other in before) other.ExpectTurn();
        return guest;
    }

    private protected void ExpectSilence(Guest guest) => ExpectSilence(guest.Probe, Room);
}
