using Akka.IO;
using LanChat.Protocol;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Connections;

public sealed class ConnectionFloodSpecs : ConnectionSpec
{
    // The nickname takes the first of the three tokens.
    private static readonly string[] FloodLimits = ["flood.burst=3", "flood.rate=10", "flood.patience=60s"];

    private static readonly string[] OneAtATime = ["flood.rate=1", "flood.address-burst=1", "flood.address-rate=10"];

    // Two clients share an address; the nickname of the second one is delayed.
    private void DelaySecondClient()
    {
        Connect(OneAtATime);
        Receive("Ann\n");
        Assert.Equal("Ann", ExpectJoin());
        Connect(OneAtATime);
        Receive("Ben\n");
        ExpectSilence();
    }

    private void AdvanceSettled(int milliseconds)
    {
        Settle(Connection);
        Clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        Advance(milliseconds);
    }

    private void ExpectAndPublish(params string[] texts)
    {
        foreach (var text in texts) Assert.Equal(text, Room.ExpectMsg<ClientMessage.Say>().Text);
        Publish(texts);
        ExpectWrite();
    }

    [Fact]
    public void Requests_beyond_the_rate_limit_are_delayed_and_handled_in_order()
    {
        EnterInLineMode(FloodLimits);

        Receive("1\n2\n3\n4\n");

        ExpectAndPublish("1", "2");
        ExpectSilence();
        AdvanceSettled(99);
        ExpectSilence();
        AdvanceSettled(1);
        ExpectAndPublish("3");
        ExpectSilence();
        AdvanceSettled(100);
        ExpectAndPublish("4");
        ExpectReading();
        ExpectSilence();
    }

    [Fact]
    public void A_delayed_client_is_not_read()
    {
        EnterInLineMode(FloodLimits);
        Receive("1\n2\n3\n");
        ExpectAndPublish("1", "2");
        ExpectSilence();

        Publish("of somebody else");

        Assert.Contains("of somebody else", ExpectWrite());
        ExpectSilence();
        AdvanceSettled(100);
        ExpectAndPublish("3");
        ExpectReading();
        ExpectSilence();
    }

    [Fact]
    public void Half_a_line_after_a_delayed_one_is_not_lost()
    {
        EnterInLineMode(FloodLimits);
        Receive("1\n2\n3\nfo");
        ExpectAndPublish("1", "2");
        AdvanceSettled(100);
        ExpectAndPublish("3");
        ExpectReading();

        AdvanceSettled(100);
        Receive("ur\n");

        ExpectAndPublish("four");
        ExpectReading();
    }

    [Fact]
    public void Delayed_requests_of_a_client_that_closed_its_side_are_all_handled()
    {
        EnterInLineMode(FloodLimits);
        Receive("1\n2\n3\nlast");
        ExpectAndPublish("1", "2");
        Socket.Send(Connection, Tcp.PeerClosed.Instance);
        ExpectSilence();

        AdvanceSettled(100);
        ExpectAndPublish("3");
        AdvanceSettled(100);
        ExpectAndPublish("last");

        Room.ExpectMsg<RoomProtocol.Leave>();
    }

    [Fact]
    public void A_nickname_is_rate_limited_too()
    {
        DelaySecondClient();

        AdvanceSettled(100);

        Assert.Equal("Ben", ExpectJoin());
    }

    [Fact]
    public void A_client_that_is_gone_releases_its_delayed_token()
    {
        DelaySecondClient();
        Socket.Send(Connection, Tcp.Aborted.Instance);
        ExpectTerminated(Connection);
        Connect(OneAtATime);
        Receive("Cy\n");
        ExpectSilence();

        AdvanceSettled(100);

        Assert.Equal("Cy", ExpectJoin());
    }

    [Fact]
    public void A_client_that_sends_too_fast_is_disconnected_after_a_minute()
    {
        EnterInLineMode(FloodLimits);
        Receive("1\n2\n" + string.Concat(Enumerable.Range(3, 1000).Select(number => $"{number}\n")));
        ExpectAndPublish("1", "2");
        for (var number = 3; number < 602; number++)
        {
            AdvanceSettled(100);
            ExpectAndPublish($"{number}");
        }

        AdvanceSettled(100);
        Assert.Equal("602", Room.ExpectMsg<ClientMessage.Say>().Text);
        Assert.Contains("more than anybody may", ExpectWrite());
        Room.ExpectMsg<RoomProtocol.Leave>();
        Socket.ExpectMsg<Tcp.ResumeReading>();
        Socket.ExpectMsg<Tcp.ConfirmedClose>();
        AdvanceSettled(1000);
        ExpectSilence(Room, Connection);
    }

    [Fact]
    public void A_delayed_client_does_not_count_as_silent()
    {
        EnterInRichMode("flood.burst=2", "flood.rate=1", "flood.patience=1h", "liveness.ping=2s", "liveness.idle=4s");
        Receive(string.Concat(Enumerable.Repeat("{\"say\":\"x\"}\n", 20)));
        ExpectAndPublish("x");
        for (var second = 0; second < 18; second++)
        {
            AdvanceSettled(1000);
            ExpectAndPublish("x");
        }

        ExpectSilence();
    }

    [Fact]
    public void Without_a_rate_limit_every_request_is_handled_at_once()
    {
        EnterInLineMode("flood.rate=0");

        Receive(string.Concat(Enumerable.Range(0, 1000).Select(number => $"{number}\n")));

        for (var number = 0; number < 1000; number++)
            Assert.Equal($"{number}", Room.ExpectMsg<ClientMessage.Say>().Text);
    }
}
