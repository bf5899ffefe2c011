using Akka.Actor;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

public sealed class SessionLatencySpecs : SessionSpec
{
    private static readonly Welcomed Welcome = Event.Welcome with { AnswersPings = true };

    private void EnterAndMeasure(Welcomed welcome)
    {
        Session.Tell(SessionProtocol.MeasureLatency.Instance);
        Open();
        Receive(welcome);
        ExpectMsg<SessionProtocol.EventsReceived>();
    }

    private void ExpectPing(int number)
    {
        ExpectWrite($"{{\"ping\":{number}}}\n");
        Tell(ConnectionProtocol.Written.Instance);
    }

    [Fact]
    public void The_latency_is_measured_on_joining_and_periodically()
    {
        EnterAndMeasure(Welcome);
        for (var number = 1; number < 4; number++)
        {
            ExpectPing(number);
            Clock.Advance(TimeSpan.FromMilliseconds(12 + number));
            MarkHandled();
            Receive(new RoomEvent.Ponged(number));
            Assert.Equal(TimeSpan.FromMilliseconds(12 + number), ExpectMsg<SessionProtocol.LatencyMeasured>().Latency);
            Connection.ExpectMsg<ConnectionProtocol.ResumeReading>();
            ExpectSilence(Connection, Session);
            Advance(SessionActor.PingInterval);
        }
    }

    [Fact]
    public void A_pong_answers_no_request_and_a_message_no_ping()
    {
        EnterAndMeasure(Welcome);
        ExpectPing(1);
        Say("one");
        ExpectSent("one");
        MarkHandled();

        Receive(new RoomEvent.Ponged(1), Event.By(Event.Mine, "one"));

        Assert.Equal("one", Assert.Single(ExpectMsg<SessionProtocol.EventsReceived>().Answered).Text);
        ExpectMsg<SessionProtocol.LatencyMeasured>();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public void A_pong_with_another_number_is_ignored(long number)
    {
        EnterAndMeasure(Welcome);
        ExpectPing(1);
        MarkHandled();

        Receive(new RoomEvent.Ponged(number), Event.By(Event.Another, "hi"));

        ExpectMsg<SessionProtocol.EventsReceived>();
        Fail();
        ExpectLost();
    }

    [Fact]
    public void A_server_without_pings_gets_none()
    {
        EnterAndMeasure(Event.Welcome);
        Advance(SessionActor.PingInterval);
        ExpectSilence(Connection, Session);
    }

    [Fact]
    public void Pings_are_sent_only_if_the_latency_is_wanted()
    {
        Open();
        Receive(Welcome);
        ExpectSilence(Connection, Session);
    }

    [Fact]
    public void The_latency_is_measured_again_after_a_reconnection()
    {
        EnterAndMeasure(Welcome);
        ExpectPing(1);
        Fail();
        Reconnect(ExpectLost());

        EnterAndMeasure(Welcome);
        ExpectPing(1);
    }
}
