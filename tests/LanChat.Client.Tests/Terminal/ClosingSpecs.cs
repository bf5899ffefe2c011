using LanChat.Client.Views;

namespace LanChat.Client.Tests.Terminal;

/// <summary>How the view leaves the terminal.</summary>
public sealed class ClosingSpecs : ViewSpec
{
    [Fact]
    public void Closing_gives_the_screen_back_and_says_once_more_what_went_wrong_at_last()
    {
        Show(new ViewProtocol.ShowProblem("known"));
        Terminal.Press(Keys.Control(ConsoleKey.C));
        Show(
            new ViewProtocol.ShowRemark("word"),
            new ViewProtocol.ShowProblem("last word"),
            ViewProtocol.Close.Instance);

        ExpectMsg<ViewProtocol.Interrupted>();
        ExpectMsg<ViewProtocol.Closed>();
        Assert.Equal("last word\r\n", Terminal.AfterClosing);
        Show(new ViewProtocol.ShowRemark("too late"));
        Settle(View);
        Settle(View);
        Assert.Equal("last word\r\n", Terminal.AfterClosing);
    }

    [Fact]
    public void Being_stopped_gives_the_screen_back_as_well()
    {
        Show(new ViewProtocol.Prompt("> "));
        Assert.Null(Terminal.AfterClosing);

        Watch(View);
        Sys.Stop(View);
        ExpectTerminated(View);

        Assert.Equal("", Terminal.AfterClosing);
    }
}
