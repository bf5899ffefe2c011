using System.Text;
using Akka.Actor;
using Akka.TestKit;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

/// <summary>
/// A session with a virtual clock and a probe in place of its connections; the test is its owner.
/// </summary>
public abstract class SessionSpec : VirtualTimeSpec
{
    private IActorRef _relay;

    protected SessionSpec(RoomEntry? room = null)
    {
        Assert.True(Nick.TryCreate("Ann", out var nick, out _));
        Connection = CreateTestProbe();
        Session = Sys.ActorOf(SessionActor.Props(
            new ServerAddress("localhost", 8001),
            new Hello(nick, Room: room),
            TestSettings.With("limits.waiting=3"),
            _ => Relay.Props(Connection.Ref),
            Clock,
            TestActor));
        _relay = Connection.ExpectMsg<Relay.Started>().Relay;
    }

    private protected TestClock Clock { get; } = new();

    protected TestProbe Connection { get; }

    protected IActorRef Session { get; }

    /// <summary>Sends a message from the current connection.</summary>
    private protected void Tell(object message)
    {
        Connection.Send(_relay, message);
        Settle(_relay);
    }

    private protected void Receive(params RoomEvent[] events) => Tell(new ConnectionProtocol.Received(events));

    private protected void Say(string text) => Send(new OutgoingRequest(text));

    private protected void Send(OutgoingRequest request) => Session.Tell(new SessionProtocol.Send(request));

    private protected void MarkHandled()
    {
        Session.Tell(SessionProtocol.EventsHandled.Instance);
        Connection.ExpectMsg<ConnectionProtocol.ResumeReading>();
    }

    private protected void ExpectWrite(string bytes) =>
        Assert.Equal(bytes, Encoding.UTF8.GetString(Connection.ExpectMsg<ConnectionProtocol.Write>().Bytes));

    private protected void ExpectSent(string text)
    {
        ExpectWrite($"{{\"say\":\"{text}\"}}\n");
        Tell(ConnectionProtocol.Written.Instance);
    }

    /// <param name="since">Id of the last message received before.</param>
    /// <param name="room">Fields about the room, with their comma.</param>
    private protected void Open(long? since = null, string room = "")
    {
        Tell(new ConnectionProtocol.Opened("10.0.0.9"));
        ExpectWrite($"{{\"hello\":2,\"nick\":\"Ann\"{(since is { } last ? $",\"since\":{last}" : "")}{room}}}\n");
        Tell(ConnectionProtocol.Written.Instance);
    }

    private protected void Join()
    {
        Open();
        Receive(Event.Welcome);
        Assert.Equal([Event.Welcome], ExpectMsg<SessionProtocol.EventsReceived>().Events);
        MarkHandled();
    }

    private protected void Fail(string reason = "It broke.") =>
        Connection.Send(_relay, new Relay.Finish(new ConnectionProtocol.Failed(reason)));

    /// <summary>Expects the loss, and the end of the lost connection's actor.</summary>
    private protected SessionProtocol.Lost ExpectLost()
    {
        var lost = ExpectMsg<SessionProtocol.Lost>();
        Connection.ExpectMsg<Relay.Stopped>();
        return lost;
    }

    private protected void Reconnect(SessionProtocol.Lost lost)
    {
        Advance(lost.Pause);
        _relay = Connection.ExpectMsg<Relay.Started>().Relay;
    }
}
