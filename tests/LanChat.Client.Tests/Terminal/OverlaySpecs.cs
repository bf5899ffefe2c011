using LanChat.Client.Views;

namespace LanChat.Client.Tests.Terminal;

/// <summary>What lies over the talk: help, and what was found.</summary>
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
    public void Help_is_leafed_through_and_Escape_closes_it()
    {
        Help(30);
        Assert.StartsWith("help 1\nhelp 2\n", Above);
        Assert.EndsWith("Esc closes", Status);

        Press(ConsoleKey.PageDown);
        Assert.StartsWith("help 10\n", Above);
        Press(ConsoleKey.DownArrow);
        Assert.StartsWith("help 11\n", Above);
        Terminal.Turn(3);
        Assert.StartsWith("help 8\n", Above);
        Terminal.Press(Keys.ControlOf(ConsoleKey.End));
        Assert.EndsWith("help 30", Above);
        Press(ConsoleKey.Escape);

        Assert.Equal("the talk", Above);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void What_is_typed_meanwhile_is_typed_and_closes_it_when_it_is_entered()
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
    public void Ctrl_and_C_closes_it_and_does_not_leave()
    {
        Help(3);
        Terminal.Press(Keys.Control(ConsoleKey.C));

        Assert.Equal("the talk", Above);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void One_of_those_that_were_found_is_gone_to()
    {
        Found("  1  one", "  2  two", "  3  three");
        Assert.Equal("  1  one\n  2  two\n  3  three", Above);

        Press(ConsoleKey.DownArrow, ConsoleKey.DownArrow, ConsoleKey.UpArrow);
        Terminal.Press(Keys.Enter);

        Assert.Equal("/show 2", ExpectMsg<ViewProtocol.LineEntered>().Text);
        Assert.Equal("the talk", Above);
    }

    [Fact]
    public void Behind_the_last_of_them_more_are_wanted()
    {
        Found("  1  one", "  2  two");

        Press(ConsoleKey.DownArrow);
        ExpectNoMsg(TimeSpan.Zero);
        Press(ConsoleKey.DownArrow);

        Assert.Equal("/more", ExpectMsg<ViewProtocol.LineEntered>().Text);
    }

    [Fact]
    public void The_marked_one_is_always_in_sight()
    {
        Found([.. Enumerable.Range(1, 40).Select(number => $"hit {number}")]);
        Press([.. Enumerable.Repeat(ConsoleKey.DownArrow, 25)]);
        Assert.Contains("hit 26", Above);
        Press([.. Enumerable.Repeat(ConsoleKey.UpArrow, 25)]);
        Assert.StartsWith("hit 1\n", Above);
    }

    [Fact]
    public void Where_nothing_was_found_nothing_lies_over_the_talk()
    {
        Show(new ViewProtocol.ShowRemark("the talk"), new ViewProtocol.ShowFound("Found", [], "Nothing was found"));

        Assert.Equal("the talk\nNothing was found", Above);
    }
}
