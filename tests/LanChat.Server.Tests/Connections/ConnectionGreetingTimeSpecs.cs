using Akka.IO;
using LanChat.Protocol;

namespace LanChat.Server.Tests.Connections;

public sealed class ConnectionGreetingTimeSpecs : ConnectionSpec
{
    [Fact]
    public void Who_says_no_name_is_told_so_and_closed()
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
    public void Who_dribbles_a_name_has_no_more_time_than_others()
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
    public void Who_has_said_a_name_has_all_the_time_of_the_world()
    {
        EnterInLineMode("limits.greeting=10s");

        Advance(TimeSpan.FromDays(1));

        ExpectSilence();
    }
}
