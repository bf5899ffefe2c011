using Akka.IO;
using LanChat.Protocol;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Connections;

public sealed class ConnectionGreetingTimeSpecs : ConnectionSpec
{
    [Fact]
    public void A_client_without_a_nickname_is_disconnected_after_the_timeout()
    {
        Connect("limits.greeting=10s");
        Settle(Connection);
        Advance(9_999);
        ExpectSilence();

        Advance(1);

        Assert.Contains(Refusal.GreetingTimedOut.Text, ExpectWrite());
        Socket.ExpectMsg<Tcp.ConfirmedClose>();
        ExpectSilence();
    }

    [Fact]
    public void A_slow_nickname_does_not_extend_the_timeout()
    {
        Connect("limits.greeting=1s");
        for (var i = 0; i < 9; i++)
        {
            Receive("x");
            ExpectReading();
            Settle(Connection);
            Advance(111);
        }

        Advance(1);

        Assert.Contains(Refusal.GreetingTimedOut.Text, ExpectWrite());
    }

    [Fact]
    public void A_client_is_not_disconnected_because_the_room_takes_long_to_answer()
    {
        Connect("limits.greeting=1s");
        Receive("Ann\n");
        ExpectJoin();
        Settle(Connection);

        Advance(2_500);

        ExpectSilence();
        Reply(new RoomProtocol.JoinRejected(Refusal.NicknameTaken with { Closes = false }));
        Assert.Contains(Refusal.NicknameTaken.Text, ExpectWrite());
        ExpectReading();
        Advance(1_000);
        Assert.Contains(Refusal.GreetingTimedOut.Text, ExpectWrite());
    }

    [Fact]
    public void After_joining_there_is_no_greeting_timeout()
    {
        EnterInLineMode("limits.greeting=10s");

        Advance(TimeSpan.FromDays(1));

        ExpectSilence();
    }
}
