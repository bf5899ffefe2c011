using Akka.Actor;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

public sealed class SessionActorSpecs : SessionSpec
{
    [Fact]
    public void Messages_entered_before_the_welcome_are_sent_after_it()
    {
        Say("early");
        Open();
        Say("still early");
        Receive(Event.Welcome);

        ExpectWrite("{\"say\":\"early\"}\n{\"say\":\"still early\"}\n");
    }

    [Fact]
    public void One_write_is_pending_and_the_next_takes_all_waiting_requests()
    {
        Join();
        Say("one");
        Say("two");
        Say("three");

        ExpectWrite("{\"say\":\"one\"}\n");
        ExpectSilence(Connection, Session);
        Tell(ConnectionProtocol.Written.Instance);
        ExpectWrite("{\"say\":\"two\"}\n{\"say\":\"three\"}\n");
    }

    [Fact]
    public void Requests_are_sent_at_the_rate_the_room_allows()
    {
        Open();
        Receive(Event.Welcome with { RateLimit = new RateLimit(Burst: 4, Rate: 5) });
        foreach (var text in new[] { "1", "2", "3" }) Say(text);

        ExpectSent("1");
        ExpectSent("2");
        ExpectSilence(Connection, Session);
        Advance(Pacing.Interval);
        ExpectSent("3");
    }

    [Fact]
    public void A_reconnection_resets_the_pacing()
    {
        Open();
        Receive(Event.Welcome with { RateLimit = new RateLimit(Burst: 2, Rate: 1) });
        ExpectMsg<SessionProtocol.EventsReceived>();
        Say("1");
        ExpectSent("1");
        Say("2");
        ExpectSilence(Connection, Session);
        Fail();
        Reconnect(ExpectLost());

        Open();
        Receive(Event.Welcome);

        ExpectSent("2");
    }

    [Fact]
    public void Events_and_answered_requests_are_reported_to_the_owner()
    {
        Join();
        Say("hello");
        ExpectSent("hello");

        Receive(Event.By(Event.Another, "hi"), Event.By(Event.Mine, "hello"));

        var received = ExpectMsg<SessionProtocol.EventsReceived>();
        Assert.Equal(2, received.Events.Count);
        Assert.Equal([new OutgoingRequest("hello")], received.Answered);
    }

    [Fact]
    public void Reading_pauses_until_the_owner_has_handled_the_events()
    {
        Join();
        Receive(Event.By(Event.Another, "hi"));
        ExpectMsg<SessionProtocol.EventsReceived>();

        ExpectSilence(Connection, Session);
        MarkHandled();
    }

    [Fact]
    public void Data_without_events_is_skipped()
    {
        Join();

        Receive();

        Connection.ExpectMsg<ConnectionProtocol.ResumeReading>();
        Assert.False(HasMessages);
    }

    [Fact]
    public void A_ping_is_answered()
    {
        Join();

        Receive(new RoomEvent.Pinged(7));

        Connection.ExpectMsg<ConnectionProtocol.ResumeReading>();
        ExpectWrite("{\"pong\":7}\n");
    }

    [Fact]
    public void Requests_above_the_limit_are_declined()
    {
        foreach (var text in new[] { "1", "2", "3", "4" }) Say(text);

        Assert.Equal("4", ExpectMsg<SessionProtocol.Declined>().Request.Text);
    }

    [Fact]
    public void A_line_too_long_for_the_room_is_declined_and_others_are_sent()
    {
        Join();
        Say(new string('x', 1000));
        Say("short");

        Assert.Equal(1000, ExpectMsg<SessionProtocol.Declined>().Request.Text.Length);
        ExpectSent("short");
    }

    [Fact]
    public void A_refused_request_is_declined_after_the_events_received_with_it()
    {
        Join();
        Say("hello");
        ExpectSent("hello");

        Receive(Event.Refusal(Refusal.Ignoring), Event.By(Event.Another, "hi"));

        Assert.Equal([Event.By(Event.Another, "hi")], ExpectMsg<SessionProtocol.EventsReceived>().Events);
        var declined = ExpectMsg<SessionProtocol.Declined>();
        Assert.Equal("hello", declined.Request.Text);
        Assert.Equal("the room is muted; unmute it with /ignore to post", declined.Reason);
    }

    [Fact]
    public void Leaving_before_the_welcome_ends_at_once_with_unsent_requests()
    {
        Say("hello");
        Watch(Session);

        Session.Tell(SessionProtocol.Leave.Instance);

        Assert.Equal([new OutgoingRequest("hello")], ExpectMsg<SessionProtocol.Ended>().Unsent);
        ExpectTerminated(Session);
        Connection.ExpectMsg<Relay.Stopped>();
    }

    [Fact]
    public void Leaving_closes_the_connection_without_a_reset()
    {
        Join();

        Session.Tell(SessionProtocol.Leave.Instance);
        Connection.ExpectMsg<ConnectionProtocol.Close>();
        Assert.False(HasMessages);
        Fail();

        var ended = ExpectMsg<SessionProtocol.Ended>();
        Assert.Null(ended.Refusal);
        Assert.Empty(ended.Unacknowledged.Concat(ended.Unsent));
    }

    [Fact]
    public void Leaving_waits_for_pending_requests()
    {
        Join();
        Say("last");
        ExpectSent("last");

        Session.Tell(SessionProtocol.Leave.Instance);
        ExpectSilence(Connection, Session);
        Receive(Event.By(Event.Mine, "last"));

        Assert.Equal([new OutgoingRequest("last")], ExpectMsg<SessionProtocol.EventsReceived>().Answered);
        Connection.ExpectMsg<ConnectionProtocol.Close>();
    }

    [Fact]
    public void Leaving_times_out_with_unacknowledged_requests()
    {
        Join();
        Say("last");
        ExpectSent("last");

        Session.Tell(SessionProtocol.Leave.Instance);
        Settle(Session);
        Advance(2_000);

        Assert.Equal([new OutgoingRequest("last")], ExpectMsg<SessionProtocol.Ended>().Unacknowledged);
    }
}
