using LanChat.Client.Scripting.LineTool;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Scripting.LineTool;

public sealed class LineToolTextJobSpecs : LineToolSpec
{
    private protected override LineToolJob With(LineToolJob job) => job with { Text = "two\nlines", To = "Bob" };

    [Fact]
    public void The_text_argument_is_sent_before_the_input()
    {
        Feed("more\n");
        EndInput();
        var (text, more) = (ExpectSent("two\nlines"), ExpectSent("more"));
        Assert.Equal(new ClientMessage.Tell("Bob", "two\nlines"), text.Message);
        Assert.Equal(new ClientMessage.Tell("Bob", "more"), more.Message);

        Join();
        Receive([new RoomEvent.PrivateMessage(
            Event.Message("two\nlines", Event.Mine), new Member("Bob", Event.Another))], text, more);
        Session.ExpectMsg<SessionProtocol.EventsHandled>();
        Session.ExpectMsg<SessionProtocol.Leave>();
        End();

        ExpectExit(0);
    }
}
