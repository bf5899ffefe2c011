using System.Text;
using Akka.Actor;
using Akka.TestKit;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

/// <summary>
/// A session whose connections are one probe, with a clock that stands still; the test is its
/// owner.
/// </summary>
public abstract class SessionSpec : VirtualTimeSpec
{
    private IActorRef _relay;

    protected SessionSpec()
    {
        Assert.True(Nick.TryCreate("Ann", out var nick, out _));
        Connection = CreateTestProbe();
        Session = Sys.ActorOf(SessionActor.Props(
            new ServerAddress("localhost", 8001),
            nick,
            TestSettings.With("limits.waiting=3"),
            _ => Relay.Props(Connection.Ref),
            Clock,
            TestActor));
        _relay = Connection.ExpectMsg<Relay.Began>().Relay;
    }

    private protected TestClock Clock { get; } = new();

    protected TestProbe Connection { get; }

    protected IActorRef Session { get; }

    /// <summary>The connection that is there now tells this.</summary>
    private protected void Tell(object message)
    {
        Connection.Send(_relay, message);
        Settle(_relay);
    }

    private protected void Hear(params RoomEvent[] events) => Tell(new ConnectionProtocol.Arrived(events));

    private protected void Say(string text) => Session.Tell(new SessionProtocol.Ask(new Line(text)));

    private protected void ReadOn()
    {
        Session.Tell(SessionProtocol.Continue.Instance);
        Connection.ExpectMsg<ConnectionProtocol.Continue>();
    }

    private protected void ExpectWrite(string bytes) =>
        Assert.Equal(bytes, Encoding.UTF8.GetString(Connection.ExpectMsg<ConnectionProtocol.Write>().Bytes));

    private protected void ExpectSaid(string text)
    {
        ExpectWrite($"{{\"say\":\"{text}\"}}\n");
        Tell(ConnectionProtocol.Written.Instance);
    }

    /// <param name="since">The last message that was heard before.</param>
    private protected void Open(long? since = null)
    {
        Tell(new ConnectionProtocol.Opened("10.0.0.9"));
        ExpectWrite($"{{\"hello\":2,\"nick\":\"Ann\"{(since is { } last ? $",\"since\":{last}" : "")}}}\n");
        Tell(ConnectionProtocol.Written.Instance);
    }

    private protected void Enter()
    {
        Open();
        Hear(Said.Welcome);
        Assert.Equal([Said.Welcome], ExpectMsg<SessionProtocol.Heard>().Events);
        ReadOn();
    }

    private protected void Fail(string why = "It broke.") =>
        Connection.Send(_relay, new Relay.Finish(new ConnectionProtocol.Failed(why)));

    /// <summary>
    /// The lost connection's end, and the next one's beginning when its pause is over.
    /// </summary>
    private protected SessionProtocol.Lost ExpectLost()
    {
        var lost = ExpectMsg<SessionProtocol.Lost>();
        Connection.ExpectMsg<Relay.Over>();
        return lost;
    }

    private protected void Reconnect(SessionProtocol.Lost lost)
    {
        Advance(lost.Pause);
        _relay = Connection.ExpectMsg<Relay.Began>().Relay;
    }
}
