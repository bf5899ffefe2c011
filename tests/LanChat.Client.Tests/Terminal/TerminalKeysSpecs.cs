using LanChat.Client.Views;
using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Terminal;

/// <summary>Keys and the mouse wheel, as in other terminal programs.</summary>
public sealed class TerminalKeysSpecs : ViewSpec
{
    private static ListedRoom Room(int number, string name) =>
        new(number, Event.Name(name), new PeerAddress("10.0.0.1", 8000 + number));

    private void Press(ConsoleKey key) => Terminal.Press(Keys.Of(key));

    [Theory]
    [InlineData("half a sentence")]
    [InlineData(" ")]
    [InlineData("字")]
    public void Ctrl_C_clears_the_input_first_and_it_can_be_recalled(string typed)
    {
        Terminal.Press(typed);
        Terminal.Press(Keys.Control(ConsoleKey.C));
        Assert.Equal("|", Typed);
        ExpectNoMsg(TimeSpan.Zero);

        Press(ConsoleKey.UpArrow);
        Assert.Equal($"{typed}|", Typed);
        Terminal.Press(Keys.Control(ConsoleKey.C));
        Terminal.Press(Keys.Control(ConsoleKey.C));
        ExpectMsg<ViewProtocol.Interrupted>();
    }

    [Fact]
    public void Ctrl_C_clears_pasted_text()
    {
        Terminal.Paste(string.Join('\n', Enumerable.Range(1, 50)));
        Terminal.Press(Keys.Control(ConsoleKey.C));

        Assert.Equal("|", Typed);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Ctrl_Z_suspends_the_program_and_resuming_redraws_the_screen()
    {
        Show(new ViewProtocol.Prompt("> "), new ViewProtocol.ShowRemark("the talk"));
        Terminal.Press("half");
        Assert.Equal("> half|", Typed);

        Terminal.Press(Keys.Control(ConsoleKey.Z));
        _ = Screen;
        Assert.Equal(1, Terminal.Suspensions);
        Terminal.Restore();

        Assert.Equal(("the talk", "> half|"), (Above, Typed));
    }

    [Fact]
    public void The_wheel_scrolls_the_transcript_and_not_the_input_history()
    {
        Terminal.Press("before");
        Terminal.Press(Keys.Enter);
        Show(ViewProtocol.InputHandled.Instance);
        for (var number = 1; number <= 30; number++) Show(new ViewProtocol.ShowRemark($"{number}"));
        Assert.EndsWith("30", Above);

        Terminal.Scroll(3);
        Assert.EndsWith("\n27", Above);
        Assert.Equal("|", Typed);
        Terminal.Scroll(-1);
        Assert.EndsWith("\n28", Above);
        Terminal.Scroll(-100);
        Assert.EndsWith("\n30", Above);
    }

    [Fact]
    public void Arrows_and_Enter_choose_a_room()
    {
        Show(new ViewProtocol.ShowRooms([Room(1, "Ours"), Room(2, "Yours"), Room(4, "Theirs")], IsChoosing: true));
        Assert.StartsWith("Rooms near you\n▸1 ● Ours", Above);

        Press(ConsoleKey.DownArrow);
        Press(ConsoleKey.DownArrow);
        Press(ConsoleKey.DownArrow);
        Assert.Contains("\n▸4 ● Theirs", Above);
        Show(new ViewProtocol.ShowRooms([Room(1, "Ours"), Room(3, "New"), Room(4, "Theirs")], IsChoosing: true));
        Terminal.Press(Keys.Enter);

        Assert.Equal("4", ExpectMsg<ViewProtocol.LineEntered>().Text);
    }

    [Fact]
    public void Enter_chooses_the_only_room()
    {
        Show(new ViewProtocol.ShowRooms([], IsChoosing: true));
        Press(ConsoleKey.DownArrow);
        Terminal.Press(Keys.Enter);
        Assert.Equal("", ExpectMsg<ViewProtocol.LineEntered>().Text);
        Show(ViewProtocol.InputHandled.Instance, new ViewProtocol.ShowRooms([Room(7, "Ours")], IsChoosing: true));

        Terminal.Press(Keys.Enter);

        Assert.Equal("7", ExpectMsg<ViewProtocol.LineEntered>().Text);
    }

    [Fact]
    public void Input_takes_precedence_over_the_selected_room()
    {
        Show(new ViewProtocol.ShowRooms([Room(1, "Ours")], IsChoosing: true));
        Terminal.Press("10.0.0.9");
        Terminal.Press(Keys.Enter);

        Assert.Equal("10.0.0.9", ExpectMsg<ViewProtocol.LineEntered>().Text);
    }

    [Fact]
    public void An_unsent_message_is_restored_unless_there_is_other_input()
    {
        Show(new ViewProtocol.RestoreInput("@bob, look"));
        Assert.Equal("@bob, look|", Typed);

        Terminal.Press("!");
        Show(new ViewProtocol.RestoreInput("another"));

        Assert.Equal("@bob, look!|", Typed);
    }
}
