using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

public sealed class SessionLossSpecs : SessionSpec
{
    [Fact]
    public void A_lost_connection_is_told_and_made_again_after_pauses_that_grow()
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
    public void It_is_not_made_again_before_the_pause_is_over()
    {
        Fail();
        var lost = ExpectLost();

        Advance(lost.Pause - TimeSpan.FromMilliseconds(1));
        ExpectSilence(Connection, Session);
        Advance(1);

        Connection.ExpectMsg<Relay.Began>();
    }

    [Fact]
    public void After_a_welcome_the_pauses_begin_anew()
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
    public void What_was_typed_while_there_was_no_connection_is_sent_when_there_is_one()
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
    public void What_was_sent_and_did_not_come_back_is_in_doubt_and_never_sent_again()
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
    public void Lines_behind_one_that_is_in_doubt_are_sent_later()
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
    public void A_server_that_does_not_answer_like_a_room_is_given_up()
    {
        Open();

        Advance(10_000);

        Assert.Contains("localhost:8001", ExpectLost().Reason);
    }

    [Fact]
    public void A_room_that_does_not_answer_what_was_said_is_given_up()
    {
        Join();
        Say("hello?");
        ExpectSent("hello?");
        Settle(Session);

        Advance(30_000);

        Assert.Equal([new OutgoingRequest("hello?")], ExpectLost().Unacknowledged);
    }

    [Fact]
    public void A_room_is_not_given_up_while_its_answer_is_not_looked_at()
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
    public void A_last_word_of_a_connection_that_was_given_up_is_not_heard()
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
    public void A_room_that_closes_is_told_in_its_own_words()
    {
        Join();

        Receive(Event.Refusal(Refusal.Closing));
        Connection.ExpectMsg<ConnectionProtocol.ResumeReading>();
        Fail("Connection lost.");

        Assert.Equal(Refusal.Closing.Sentence(), ExpectLost().Reason);
    }

    [Fact]
    public void Somebody_who_took_another_name_comes_back_by_it()
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
