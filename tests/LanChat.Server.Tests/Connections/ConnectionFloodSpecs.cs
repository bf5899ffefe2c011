using Akka.IO;
using LanChat.Protocol;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Connections;

public sealed class ConnectionFloodSpecs : ConnectionSpec
{
    // The name is the first of the three.
    private static readonly string[] Gate = ["flood.burst=3", "flood.rate=10", "flood.patience=60s"];

    private static readonly string[] OneAtATime = ["flood.rate=1", "flood.address-burst=1", "flood.address-rate=10"];

    // Of two who come from one address the second has to wait with the name.
    private void HoldBen()
    {
        Connect(OneAtATime);
        Receive("Ann\n");
        Assert.Equal("Ann", ExpectJoin());
        Connect(OneAtATime);
        Receive("Ben\n");
        ExpectSilence();
    }

    private void Pass(int milliseconds)
    {
        Settle(Connection);
        Clock.Pass(TimeSpan.FromMilliseconds(milliseconds));
        Advance(milliseconds);
    }

    private void ExpectSaid(params string[] texts)
    {
        foreach (var text in texts) Assert.Equal(text, Room.ExpectMsg<ClientMessage.Say>().Text);
        Say(texts);
        ExpectWrite();
    }

    [Fact]
    public void What_is_too_much_is_held_and_heard_in_order_when_its_turn_comes()
    {
        EnterInLineMode(Gate);

        Receive("1\n2\n3\n4\n");

        ExpectSaid("1", "2");
        ExpectSilence();
        Pass(99);
        ExpectSilence();
        Pass(1);
        ExpectSaid("3");
        ExpectSilence();
        Pass(100);
        ExpectSaid("4");
        ExpectReading();
        ExpectSilence();
    }

    [Fact]
    public void Nothing_more_is_read_from_who_is_held()
    {
        EnterInLineMode(Gate);
        Receive("1\n2\n3\n");
        ExpectSaid("1", "2");
        ExpectSilence();

        Say("of somebody else");

        Assert.Contains("of somebody else", ExpectWrite());
        ExpectSilence();
        Pass(100);
        ExpectSaid("3");
        ExpectReading();
        ExpectSilence();
    }

    [Fact]
    public void Half_a_line_after_what_is_held_is_not_lost()
    {
        EnterInLineMode(Gate);
        Receive("1\n2\n3\nfo");
        ExpectSaid("1", "2");
        Pass(100);
        ExpectSaid("3");
        ExpectReading();

        Pass(100);
        Receive("ur\n");

        ExpectSaid("four");
        ExpectReading();
    }

    [Fact]
    public void Who_ends_their_side_is_heard_to_the_last_word()
    {
        EnterInLineMode(Gate);
        Receive("1\n2\n3\nlast");
        ExpectSaid("1", "2");
        Socket.Send(Connection, Tcp.PeerClosed.Instance);
        ExpectSilence();

        Pass(100);
        ExpectSaid("3");
        Pass(100);
        ExpectSaid("last");

        Room.ExpectMsg<RoomProtocol.Leave>();
    }

    [Fact]
    public void A_name_waits_for_its_turn_like_everything_else()
    {
        HoldBen();

        Pass(100);

        Assert.Equal("Ben", ExpectJoin());
    }

    [Fact]
    public void Who_is_gone_before_their_turn_keeps_nobody_of_their_address_waiting()
    {
        HoldBen();
        Socket.Send(Connection, Tcp.Aborted.Instance);
        ExpectTerminated(Connection);
        Connect(OneAtATime);
        Receive("Cy\n");
        ExpectSilence();

        Pass(100);

        Assert.Equal("Cy", ExpectJoin());
    }

    [Fact]
    public void Whoever_is_never_below_the_bound_is_told_so_and_closed_after_a_minute()
    {
        EnterInLineMode(Gate);
        Receive("1\n2\n" + string.Concat(Enumerable.Range(3, 1000).Select(number => $"{number}\n")));
        ExpectSaid("1", "2");
        for (var number = 3; number < 602; number++)
        {
            Pass(100);
            ExpectSaid($"{number}");
        }

        Pass(100);
        Assert.Equal("602", Room.ExpectMsg<ClientMessage.Say>().Text);
        Assert.Contains("more than anybody may", ExpectWrite());
        Room.ExpectMsg<RoomProtocol.Leave>();
        Socket.ExpectMsg<Tcp.ResumeReading>();
        Socket.ExpectMsg<Tcp.ConfirmedClose>();
        Pass(1000);
        ExpectSilence(Room, Connection);
    }

    [Fact]
    public void Who_is_held_is_not_taken_for_silent()
    {
        EnterInRichMode("flood.burst=2", "flood.rate=1", "flood.patience=1h", "liveness.ping=2s", "liveness.idle=4s");
        Receive(string.Concat(Enumerable.Repeat("{\"say\":\"x\"}\n", 20)));
        ExpectSaid("x");
        for (var second = 0; second < 18; second++)
        {
            Pass(1000);
            ExpectSaid("x");
        }

        ExpectSilence();
    }

    [Fact]
    public void Without_a_rate_everything_is_heard_at_once()
    {
        EnterInLineMode("flood.rate=0");

        Receive(string.Concat(Enumerable.Range(0, 1000).Select(number => $"{number}\n")));

        for (var number = 0; number < 1000; number++)
            Assert.Equal($"{number}", Room.ExpectMsg<ClientMessage.Say>().Text);
    }
}
