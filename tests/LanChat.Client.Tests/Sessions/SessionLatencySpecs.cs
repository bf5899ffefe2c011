using Akka.Actor;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

public sealed class SessionLatencySpecs : SessionSpec
{
    private static readonly RoomEvent.Welcomed Welcome = Event.Welcome with { AnswersPings = true };

    private void EnterAndMeasure(RoomEvent.Welcomed welcome)
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
    public void How_long_an_answer_takes_is_measured_on_entering_and_again_in_a_while()
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
    public void A_pong_answers_no_line_and_a_line_no_ping()
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
    public void A_pong_of_another_number_counts_for_nothing(long number)
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
    public void A_server_that_does_not_know_pings_gets_none()
    {
        EnterAndMeasure(Event.Welcome);
        Advance(SessionActor.PingInterval);
        ExpectSilence(Connection, Session);
    }

    [Fact]
    public void Who_does_not_want_to_know_costs_the_server_nothing()
    {
        Open();
        Receive(Welcome);
        ExpectSilence(Connection, Session);
    }

    [Fact]
    public void The_next_connection_is_measured_anew()
    {
        EnterAndMeasure(Welcome);
        ExpectPing(1);
        Fail();
        Reconnect(ExpectLost());

        EnterAndMeasure(Welcome);
        ExpectPing(1);
    }
}
