using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

public sealed class SessionLossSpecs : SessionSpec
{
    [Fact]
    public void A_lost_connection_is_reported_and_retried_with_growing_pauses()
    {
        var pauses = new List<double>();
        for (var attempt = 0; attempt < 7; attempt++)
        {
            Fail("Nobody answers.");
            var lost = ExpectLost();
            Assert.Equal("Nobody answers.", lost.Reason);
            pauses.Add(lost.Pause.TotalSeconds);
            Reconnect(lost);
        }

        double[] longest = [1, 2, 4, 8, 16, 30, 30];
        Assert.All(pauses.Zip(longest), pause => Assert.InRange(pause.First, 0.8 * pause.Second, pause.Second));
    }

    [Fact]
    public void The_reconnection_waits_for_the_pause()
    {
        Fail();
        var lost = ExpectLost();

        Advance(lost.Pause - TimeSpan.FromMilliseconds(1));
        ExpectSilence(Connection, Session);
        Advance(1);

        Connection.ExpectMsg<Relay.Started>();
    }

    [Fact]
    public void A_welcome_resets_the_pauses()
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Fail();
            Reconnect(ExpectLost());
        }

        Join();
        Fail();

        Assert.InRange(ExpectLost().Pause.TotalSeconds, 0.8, 1);
    }

    [Fact]
    public void Messages_entered_offline_are_sent_after_the_reconnection()
    {
        Join();
        Fail();
        var lost = ExpectLost();
        Say("typed offline");
        Settle(Session);
        Reconnect(lost);

        Open();
        Receive(Event.Welcome);

        ExpectSent("typed offline");
    }

    [Fact]
    public void An_unacknowledged_request_is_not_sent_again()
    {
        Join();
        Say("one");
        ExpectSent("one");
        Say("two");
        ExpectSent("two");
        Receive(Event.By(Event.Mine, "one"));
        ExpectMsg<SessionProtocol.EventsReceived>();

        Fail();
        var lost = ExpectLost();
        Assert.Equal([new OutgoingRequest("two")], lost.Unacknowledged);

        Reconnect(lost);
        Open(since: 1);
        Receive(Event.Welcome);
        ExpectSilence(Connection, Session);
    }

    [Fact]
    public void Requests_after_an_unacknowledged_one_are_sent_later()
    {
        Join();
        Say("under way");
        ExpectWrite("{\"say\":\"under way\"}\n");
        Say("waiting");
        Settle(Session);

        Fail();
        var lost = ExpectLost();
        Assert.Equal([new OutgoingRequest("under way")], lost.Unacknowledged);
        Reconnect(lost);
        Open();
        Receive(Event.Welcome);

        ExpectSent("waiting");
    }

    [Fact]
    public void A_server_that_sends_no_welcome_is_disconnected()
    {
        Open();

        Advance(10_000);

        Assert.Contains("localhost:8001", ExpectLost().Reason);
    }

    [Fact]
    public void A_room_that_does_not_answer_a_message_is_disconnected()
    {
        Join();
        Say("hello?");
        ExpectSent("hello?");
        Settle(Session);

        Advance(30_000);

        Assert.Equal([new OutgoingRequest("hello?")], ExpectLost().Unacknowledged);
    }

    [Fact]
    public void A_room_does_not_time_out_while_its_events_are_unhandled()
    {
        Join();
        Say("hello?");
        ExpectSent("hello?");
        Receive(Event.By(Event.Another, "hi"));
        ExpectMsg<SessionProtocol.EventsReceived>();

        Advance(300_000);
        Settle(Session);
        Assert.False(HasMessages);

        MarkHandled();
        Advance(30_000);
        ExpectLost();
    }

    [Fact]
    public void Messages_of_an_old_connection_are_ignored()
    {
        Open();
        var old = Connection.LastSender;
        Advance(10_000);
        Reconnect(ExpectLost());

        Session.Tell(new ConnectionProtocol.Received([Event.Welcome]), old);
        Session.Tell(new ConnectionProtocol.Opened("10.0.0.9"), old);

        ExpectSilence(Connection, Session);
        Assert.False(HasMessages);
    }

    [Fact]
    public void The_refusal_of_a_closing_room_is_the_reason()
    {
        Join();

        Receive(Event.Refusal(Refusal.Closing));
        Connection.ExpectMsg<ConnectionProtocol.ResumeReading>();
        Fail("Connection lost.");

        Assert.Equal(Refusal.Closing.Sentence(), ExpectLost().Reason);
    }

    [Fact]
    public void A_changed_nickname_is_used_on_reconnection()
    {
        Join();
        Receive(new RoomEvent.NameChanged(new Member("Anna", Event.Mine)));
        ExpectMsg<SessionProtocol.EventsReceived>();

        Fail();
        Reconnect(ExpectLost());

        Tell(new ConnectionProtocol.Opened("10.0.0.9"));
        ExpectWrite("{\"hello\":2,\"nick\":\"Anna\"}\n");
    }
}
