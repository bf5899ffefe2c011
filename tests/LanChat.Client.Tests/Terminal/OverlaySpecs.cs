using LanChat.Client.Views;

namespace LanChat.Client.Tests.Terminal;

/// <summary>Overlays over the transcript: help and search results.</summary>
public sealed class OverlaySpecs : ViewSpec
{
    private void Help(int lines) =>
        Show(new ViewProtocol.ShowRemark("the talk"), new ViewProtocol.ShowHelp(
            string.Join('\n', Enumerable.Range(1, lines).Select(number => $"help {number}"))));

    private void Found(params string[] lines) => Show(
        new ViewProtocol.ShowRemark("the talk"), new ViewProtocol.ShowFound("Found", lines, "more") { HasMore = true });

    private void Press(params ConsoleKey[] keys)
    {
        foreach (var key in keys) Terminal.Press(Keys.Of(key));
    }

    [Fact]
    public void Help_scrolls_and_Escape_closes_it()
    {
        Help(30);
        Assert.StartsWith("help 1\nhelp 2\n", Above);
        Assert.EndsWith("Esc closes", Status);

        Press(ConsoleKey.PageDown);
        Assert.StartsWith("help 10\n", Above);
        Press(ConsoleKey.DownArrow);
        Assert.StartsWith("help 11\n", Above);
        Terminal.Scroll(3);
        Assert.StartsWith("help 8\n", Above);
        Terminal.Press(Keys.ControlOf(ConsoleKey.End));
        Assert.EndsWith("help 30", Above);
        Press(ConsoleKey.Escape);

        Assert.Equal("the talk", Above);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Input_over_help_is_kept_and_Enter_closes_help()
    {
        Help(30);
        Terminal.Press("/who");
        Assert.Equal("/who|", Typed);
        Press(ConsoleKey.Escape);
        Assert.StartsWith("help 1\n", Above);

        Terminal.Press(Keys.Enter);

        Assert.Equal("/who", ExpectMsg<ViewProtocol.LineEntered>().Text);
        Assert.Equal("the talk", Above);
    }

    [Fact]
    public void Ctrl_C_closes_help_and_does_not_quit()
    {
        Help(3);
        Terminal.Press(Keys.Control(ConsoleKey.C));

        Assert.Equal("the talk", Above);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Enter_goes_to_the_selected_result()
    {
        Found("  1  one", "  2  two", "  3  three");
        Assert.Equal("  1  one\n  2  two\n  3  three", Above);

        Press(ConsoleKey.DownArrow, ConsoleKey.DownArrow, ConsoleKey.UpArrow);
        Terminal.Press(Keys.Enter);

        Assert.Equal("/show 2", ExpectMsg<ViewProtocol.LineEntered>().Text);
        Assert.Equal("the talk", Above);
    }

    [Fact]
    public void Down_on_the_last_result_requests_more()
    {
        Found("  1  one", "  2  two");

        Press(ConsoleKey.DownArrow);
        ExpectNoMsg(TimeSpan.Zero);
        Press(ConsoleKey.DownArrow);

        Assert.Equal("/more", ExpectMsg<ViewProtocol.LineEntered>().Text);
    }

    [Fact]
    public void The_selected_result_is_always_visible()
    {
        Found([.. Enumerable.Range(1, 40).Select(number => $"hit {number}")]);
        Press([.. Enumerable.Repeat(ConsoleKey.DownArrow, 25)]);
        Assert.Contains("hit 26", Above);
        Press([.. Enumerable.Repeat(ConsoleKey.UpArrow, 25)]);
        Assert.StartsWith("hit 1\n", Above);
    }

    [Fact]
    public void A_search_without_results_opens_no_overlay()
    {
        Show(new ViewProtocol.ShowRemark("the talk"), new ViewProtocol.ShowFound("Found", [], "Nothing was found"));

        Assert.Equal("the talk\nNothing was found", Above);
    }
}
