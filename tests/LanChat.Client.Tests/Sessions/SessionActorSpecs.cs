using Akka.Actor;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

public sealed class SessionActorSpecs : SessionSpec
{
    [Fact]
    public void What_is_said_before_the_welcome_is_sent_after_it()
    {
        Say("early");
        Open();
        Say("still early");
        Receive(Event.Welcome);

        ExpectWrite("{\"say\":\"early\"}\n{\"say\":\"still early\"}\n");
    }

    [Fact]
    public void One_write_is_under_way_and_the_next_one_takes_all_that_piled_up()
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
    public void Lines_go_out_no_faster_than_the_room_takes_them()
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
    public void A_connection_that_is_lost_takes_its_pace_with_it()
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
    public void The_owner_hears_what_was_said_and_which_lines_of_his_came_back()
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
    public void Nothing_more_is_read_before_the_owner_is_done()
    {
        Join();
        Receive(Event.By(Event.Another, "hi"));
        ExpectMsg<SessionProtocol.EventsReceived>();

        ExpectSilence(Connection, Session);
        MarkHandled();
    }

    [Fact]
    public void What_is_nothing_to_the_owner_is_read_over()
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
    public void More_lines_than_may_wait_are_declined()
    {
        foreach (var text in new[] { "1", "2", "3", "4" }) Say(text);

        Assert.Equal("4", ExpectMsg<SessionProtocol.Declined>().Request.Text);
    }

    [Fact]
    public void A_line_too_long_for_the_room_is_declined_and_the_others_are_sent()
    {
        Join();
        Say(new string('x', 1000));
        Say("short");

        Assert.Equal(1000, ExpectMsg<SessionProtocol.Declined>().Request.Text.Length);
        ExpectSent("short");
    }

    [Fact]
    public void A_line_the_room_refuses_is_declined_after_what_came_with_it()
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
    public void Leaving_before_the_welcome_ends_at_once_and_tells_what_was_never_sent()
    {
        Say("hello");
        Watch(Session);

        Session.Tell(SessionProtocol.Leave.Instance);

        Assert.Equal([new OutgoingRequest("hello")], ExpectMsg<SessionProtocol.Ended>().Unsent);
        ExpectTerminated(Session);
        Connection.ExpectMsg<Relay.Over>();
    }

    [Fact]
    public void Leaving_closes_the_connection_in_good_order()
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
    public void Leaving_waits_for_what_is_under_way()
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
    public void Leaving_does_not_wait_for_long_and_tells_what_is_in_doubt()
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
