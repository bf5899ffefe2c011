using LanChat.Client.Views;

namespace LanChat.Client.Tests.Terminal;

/// <summary>Restoring the terminal when the view closes.</summary>
public sealed class ClosingSpecs : ViewSpec
{
    [Fact]
    public void Closing_restores_the_screen_and_prints_the_last_problem()
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
    public void Stopping_the_actor_restores_the_screen()
    {
        Show(new ViewProtocol.Prompt("> "));
        Assert.Null(Terminal.AfterClosing);

        Watch(View);
        Sys.Stop(View);
        ExpectTerminated(View);

        Assert.Equal("", Terminal.AfterClosing);
    }
}
