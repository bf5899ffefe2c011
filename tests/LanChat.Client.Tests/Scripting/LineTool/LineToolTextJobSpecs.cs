using LanChat.Client.Scripting.LineTool;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Scripting.LineTool;

public sealed class LineToolTextJobSpecs : LineToolSpec
{
    private protected override LineToolJob With(LineToolJob job) => job with { Text = "two\nlines", To = "Bob" };

    [Fact]
    public void A_text_is_told_whole_before_the_input_and_when_all_came_back_it_leaves_with_0()
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
