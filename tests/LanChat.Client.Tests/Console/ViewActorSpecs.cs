using Akka.Actor;
using LanChat.Client.Console;
using LanChat.Client.Discovery;
using LanChat.Protocol;
using Spectre.Console;

namespace LanChat.Client.Tests.Console;

public sealed class ViewActorSpecs : Spec
{
    private readonly FakeTerminal _terminal = new(width: 40, height: 12);
    private readonly IActorRef _view;

    public ViewActorSpecs()
    {
        _view = Sys.ActorOf(ViewActor.Props(_terminal, new Ink(ColorSystem.EightBit), TestActor));
        Settle(_view);
    }

    /// <summary>The screen when all that was told is drawn: a frame is drawn by a message of the view to itself.</summary>
    private string Screen
    {
        get
        {
            Settle(_view);
            Settle(_view);
            return _terminal.Screen;
        }
    }

    private void Show(params object[] messages)
    {
        foreach (var message in messages) _view.Tell(message);
    }

    private static ListedRoom Room(int number, string name) =>
        new(number, Said.Name(name), new PeerAddress("10.0.0.1", 8000 + number));

    [Fact]
    public void Rooms_stand_above_what_is_typed_and_change_in_their_place()
    {
        Show(new ViewProtocol.Prompt("Room: "), new ViewProtocol.ShowRooms([]));
        Assert.Equal("Listening for rooms …\nRoom: |", Screen);

        _terminal.Press("1");
        Show(new ViewProtocol.ShowRooms([Room(1, "Ours"), Room(2, "物联网")]));
        Assert.Equal("Rooms near you:\n 1  Ours           10.0.0.1:8001\n 2  物联网         10.0.0.1:8002\nRoom: 1|", Screen);

        Show(ViewProtocol.HideRooms.Instance);
        Assert.Equal("Room: 1|", Screen);
    }

    [Fact]
    public void Of_more_rooms_than_fit_as_many_are_shown_as_the_screen_is_high()
    {
        Show(new ViewProtocol.Prompt("Room: "), new ViewProtocol.ShowRooms([.. Enumerable.Range(1, 50).Select(number => Room(number, "R"))]));

        var lines = Screen.Split('\n');
        Assert.Equal(_terminal.Height - 1, lines.Length);
        Assert.Equal("… and 42 more", lines[^2]);
    }

    [Fact]
    public void Messages_come_in_above_what_is_being_typed_and_do_not_disturb_it()
    {
        Show(new ViewProtocol.Prompt("Ann> "));
        _terminal.Press("half 中");
        _terminal.Press(Keys.Of(ConsoleKey.LeftArrow));
        Show(
            new ViewProtocol.ShowMessage(Said.Message("hello 你好"), Own: false),
            new ViewProtocol.ShowMessage(Said.Message("hi", nickname: "Ann"), Own: true));

        Assert.Equal("16:02:44   Bob: hello 你好\n16:02:44 ▸ Ann: hi\nAnn> half |中", Screen);
        _terminal.Press("文");
        Assert.EndsWith("Ann> half 文|中", Screen);
    }

    [Fact]
    public void What_was_entered_is_told_and_can_be_recalled()
    {
        _terminal.Press("hello 😀");
        _terminal.Press(Keys.Enter);

        Assert.Equal("hello 😀", ExpectMsg<ViewProtocol.Typed>().Text);
        Assert.Equal("|", Screen);
        _terminal.Press(Keys.Of(ConsoleKey.UpArrow));
        Assert.Equal("hello 😀|", Screen);
    }

    [Fact]
    public void What_may_be_completed_stands_above_what_is_typed_until_it_is()
    {
        Show(new ViewProtocol.Prompt("> "), new ViewProtocol.ShowRemark("before"), new ViewProtocol.OfferNames(["小糖豆", "小 明"]));

        _terminal.Press("@小");
        Assert.Equal("before\n▸ 小糖豆\n  小 明\n> @小|", Screen);
        _terminal.Press(Keys.Of(ConsoleKey.DownArrow));
        _terminal.Press(Keys.Of(ConsoleKey.Tab));
        _terminal.Press(":smirk");

        Assert.Equal("before\n▸ :smirk:      😏\n  :smirk_cat:  😼\n> @\"小 明\" :smirk|", Screen);
        _terminal.Press(Keys.Of(ConsoleKey.Tab));
        Assert.Equal("before\n> @\"小 明\" 😏|", Screen);
    }

    [Fact]
    public void An_interrupt_is_told()
    {
        _terminal.Press(Keys.Control(ConsoleKey.C));

        ExpectMsg<ViewProtocol.Interrupted>();
    }

    [Fact]
    public void Everything_else_that_can_be_shown_is_printed()
    {
        Show(
            new ViewProtocol.ShowEntered("Ours", "localhost:1", "Ann"),
            new ViewProtocol.ShowNotice("notice"),
            new ViewProtocol.ShowMembers(["Ann"], 1),
            new ViewProtocol.ShowRemark("remark"),
            new ViewProtocol.ShowProblem("problem"));

        Assert.Equal("── Ours (localhost:1) ── you are Ann\n┃ notice\n1 here: Ann\nremark\nproblem\n|", Screen);
    }

    [Fact]
    public void A_burst_of_messages_is_few_frames()
    {
        Show(new ViewProtocol.Prompt("> "));
        Settle(_view);
        var gate = new ManualResetEventSlim();
        _terminal.Blocked = gate;
        _terminal.Press("x");
        for (var i = 0; i < 1000; i++) Show(new ViewProtocol.ShowRemark($"{i}"));
        gate.Set();

        Assert.EndsWith("998\n999\n> x|", Screen);
        Assert.InRange(_terminal.Writes, 2, 10);
    }

    [Fact]
    public void When_all_is_shown_that_is_told_to_whoever_waits_for_it()
    {
        var gate = new ManualResetEventSlim();
        var waiting = CreateTestProbe();
        _terminal.Blocked = gate;
        Show(new ViewProtocol.ShowRemark("hello"), new ViewProtocol.WhenShown(waiting.Ref, "shown"));

        waiting.ExpectNoMsg(TimeSpan.FromMilliseconds(50));
        gate.Set();

        waiting.ExpectMsg("shown");
        Assert.Equal("hello\n|", Screen);
    }

    [Fact]
    public void A_resize_draws_what_is_typed_to_the_new_width()
    {
        Show(new ViewProtocol.Prompt("> "));
        _terminal.Press("0123456789012345678901234567");
        Assert.Equal("> 0123456789012345678901234567|", Screen);

        _terminal.Resize(60);
        _terminal.Press("8901234567890123456");

        Assert.Equal("> 01234567890123456789012345678901234567890123456|", Screen);
    }

    [Fact]
    public void Closing_shows_all_there_is_and_leaves_the_screen_in_order()
    {
        Show(new ViewProtocol.Prompt("> "), new ViewProtocol.ShowRemark("last word"), ViewProtocol.Close.Instance);

        ExpectMsg<ViewProtocol.Closed>();
        Assert.Equal("last word\n|", Screen);
        Show(new ViewProtocol.ShowRemark("too late"));
        Assert.Equal("last word\n|", Screen);
    }

    [Fact]
    public void Being_stopped_leaves_the_screen_in_order_as_well()
    {
        Show(new ViewProtocol.Prompt("> "), new ViewProtocol.ShowRemark("word"));
        Assert.Equal("word\n> |", Screen);

        Watch(_view);
        Sys.Stop(_view);
        ExpectTerminated(_view);

        Assert.Equal("word\n|", _terminal.Screen);
    }
}
