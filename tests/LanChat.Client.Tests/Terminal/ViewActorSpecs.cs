using LanChat.Client.Terminal.Input;
using LanChat.Client.Views;
using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Terminal;

public sealed class ViewActorSpecs : ViewSpec
{
    private static ListedRoom Room(int number, string name) =>
        new(number, Event.Name(name), new PeerAddress("10.0.0.1", 8000 + number));

    [Fact]
    public void Rooms_are_shown_above_the_input_and_updated_in_place()
    {
        Show(new ViewProtocol.Prompt("Room: "), new ViewProtocol.ShowRooms([], IsChoosing: true));
        Assert.Equal("Rooms near you\n  Searching …", Above);

        Terminal.Press("1");
        Show(new ViewProtocol.ShowRooms([Room(1, "Ours"), Room(2, "物联网")], IsChoosing: true));
        Assert.Equal(
            "Rooms near you\n▸1 ● Ours                 10.0.0.1:8001\n 2 ● 物联网               10.0.0.1:8002", Above);
        Assert.Equal("Room: 1|", Typed);

        Show(new ViewProtocol.ShowRooms([Room(1, "Ours")], IsChoosing: false));
        Assert.Equal("", Above);
    }

    [Fact]
    public void Problems_in_the_join_prompt_are_shown_below_the_rooms()
    {
        Show(
            new ViewProtocol.ShowRooms(
                [.. Enumerable.Range(1, 50).Select(number => Room(number, "R"))], IsChoosing: true),
            new ViewProtocol.ShowProblem("There is no room 51."));

        var lines = Above.Split('\n');
        Assert.Equal("… and 47 more", lines[4].Trim());
        Assert.Equal("There is no room 51.", lines[^1]);
    }

    [Fact]
    public void Messages_do_not_disturb_the_input()
    {
        Show(new ViewProtocol.Prompt("Ann> "));
        Terminal.Press("half 中");
        Terminal.Press(Keys.Of(ConsoleKey.LeftArrow));
        Show(
            new ViewProtocol.ShowMessage(Event.Message("hello 你好"), Own: false),
            new ViewProtocol.ShowMessage(Event.Message("hi", nickname: "Ann"), Own: true));

        Assert.Equal("      — Thursday, 10 August 2023 —\n16:02   Bob: hello 你好\n16:02 ▸ Ann: hi", Above);
        Assert.Equal("Ann> half |中", Typed);
        Terminal.Press("文");
        Assert.Equal("Ann> half 文|中", Typed);
    }

    [Fact]
    public void Only_changed_rows_are_written()
    {
        Show(new ViewProtocol.Prompt("> "), new ViewProtocol.ShowRemark("one"), new ViewProtocol.ShowRemark("two"));
        _ = Screen;

        Terminal.Press("x");

        Assert.Equal("> x|", Typed);
        Assert.DoesNotContain("one", Terminal.LastWrite);
        Assert.DoesNotContain("two", Terminal.LastWrite);
        Terminal.Press(Keys.Control(ConsoleKey.L));
        Assert.Equal("one\ntwo", Above);
        Assert.Contains("one", Terminal.LastWrite);
    }

    [Fact]
    public void Entered_input_is_reported_and_can_be_recalled()
    {
        Terminal.Press("hello 😀");
        Terminal.Press(Keys.Enter);

        Assert.Equal("hello 😀", ExpectMsg<ViewProtocol.LineEntered>().Text);
        Assert.Equal("|", Typed);
        Show(ViewProtocol.InputHandled.Instance);
        Terminal.Press(Keys.Of(ConsoleKey.UpArrow));
        Assert.Equal("hello 😀|", Typed);
    }

    [Fact]
    public void Pasted_text_is_one_input_of_several_lines()
    {
        Show(new ViewProtocol.Prompt("> "));

        Terminal.Paste("one\r\ntwo\rthree\e[31m\n");
        Assert.EndsWith("\n> one\n  two\n  three[31m|", Screen);
        ExpectNoMsg(TimeSpan.Zero);
        Terminal.Press(Keys.Enter);

        Assert.Equal("one\ntwo\nthree[31m", ExpectMsg<ViewProtocol.LineEntered>().Text);
        Assert.Equal("> |", Typed);
    }

    [Fact]
    public void A_paste_that_is_too_long_is_refused_and_reported()
    {
        Terminal.Paste(new string('x', LineEditor.MaxLength + 1));

        Assert.StartsWith("Not pasted", Above);
        Assert.Equal("|", Typed);
    }

    [Fact]
    public void Completions_are_shown_above_the_input_until_one_is_chosen()
    {
        Show(
            new ViewProtocol.Prompt("> "),
            new ViewProtocol.ShowRemark("before"),
            new ViewProtocol.ShowPresent(["小糖豆", "小 明"]));

        Terminal.Press("@小");
        Assert.EndsWith("\n▸ 小糖豆\n  小 明\n choosing a room\n> @小|", Screen);
        Terminal.Press(Keys.Of(ConsoleKey.DownArrow));
        Terminal.Press(Keys.Of(ConsoleKey.Tab));
        Terminal.Press(":smirk");

        Assert.EndsWith("\n▸ :smirk:      😏\n  :smirk_cat:  😼\n choosing a room\n> @\"小 明\" :smirk|", Screen);
        Terminal.Press(Keys.Of(ConsoleKey.Tab));
        Assert.Equal("before", Above);
        Assert.Equal("> @\"小 明\" 😏|", Typed);
    }

    [Fact]
    public void An_interrupt_is_reported()
    {
        Terminal.Press(Keys.Control(ConsoleKey.C));

        ExpectMsg<ViewProtocol.Interrupted>();
    }

    [Fact]
    public void Other_messages_are_shown_in_the_transcript()
    {
        Show(
            new ViewProtocol.ShowEntered("Ours", "localhost:1", "Ann"),
            new ViewProtocol.ShowNotice("notice"),
            new ViewProtocol.ShowMembers(["Ann"], 1),
            new ViewProtocol.ShowRemark("remark"),
            new ViewProtocol.ShowProblem("problem"));

        Assert.Equal("── Ours (localhost:1) ── you are Ann\n┃ notice\n1 here: Ann\nremark\nproblem", Above);
    }

    [Fact]
    public void A_wide_screen_has_rooms_members_and_the_notice()
    {
        Show(
            new ViewProtocol.ShowRooms([Room(1, "物联网"), Room(2, "Yours")], IsChoosing: false),
            new ViewProtocol.ShowPlace(new Place("物联网", "10.0.0.1:8001", "Ann", Link.Connected)),
            new ViewProtocol.ShowNotice("be\r\nkind"),
            new ViewProtocol.ShowPresent(["Ann", "小糖豆"]));
        Terminal.Resize(100, 20);

        var lines = Screen.Split('\n');
        Assert.Equal(" be · kind", lines[0]);
        Assert.Equal($"{"Rooms near you",-22} │ {"┃ be",-54} │ 2 here", lines[1]);
        Assert.Equal($"{"1 ● 物联网",-19} │ {"┃ kind",-54} │ Ann", lines[2]);
        Assert.Equal($"{"2 ● Yours",-22} │ {"",-54} │ 小糖豆", lines[3]);
        Assert.Equal(" ● 物联网 · 2 here · 10.0.0.1:8001", Status);

        Terminal.Resize(40, 12);
        Assert.Equal("┃ be\n┃ kind", Above);
        Assert.Equal(" ● 物联网 · 2 here · 10.0.0.1:8001", Status);
    }

    [Fact]
    public void New_messages_are_counted_while_scrolled_back()
    {
        for (var i = 1; i <= 30; i++) Show(new ViewProtocol.ShowRemark($"{i}"));
        Assert.EndsWith("29\n30", Above);

        Terminal.Press(Keys.Of(ConsoleKey.PageUp));
        Assert.EndsWith("\n21", Above);
        Show(new ViewProtocol.ShowRemark("31"), new ViewProtocol.ShowRemark("32"));
        Assert.EndsWith("\n21", Above);
        Assert.EndsWith("2 new · PgDn", Status);

        Terminal.Press(Keys.ControlOf(ConsoleKey.Home));
        Assert.StartsWith("1\n2\n", Above);
        Terminal.Press(Keys.ControlOf(ConsoleKey.End));
        Assert.EndsWith("31\n32", Above);
        Assert.Equal(" choosing a room", Status);
    }

    [Fact]
    public void A_burst_of_messages_is_drawn_in_few_frames()
    {
        Show(new ViewProtocol.Prompt("> "));
        Settle(View);
        var gate = new ManualResetEventSlim();
        Terminal.Blocked = gate;
        Terminal.Press("x");
        for (var i = 0; i < 1000; i++) Show(new ViewProtocol.ShowRemark($"{i}"));
        gate.Set();

        Assert.EndsWith("998\n999", Above);
        Assert.InRange(Terminal.Writes, 2, 10);
    }

    [Fact]
    public void Waiting_for_display_is_answered_after_the_write()
    {
        var gate = new ManualResetEventSlim();
        var waiting = CreateTestProbe();
        Terminal.Blocked = gate;
        Show(new ViewProtocol.ShowRemark("hello"), new ViewProtocol.WhenShown(waiting.Ref, "shown"));

        waiting.ExpectNoMsg(TimeSpan.FromMilliseconds(50));
        gate.Set();

        waiting.ExpectMsg("shown");
        Assert.Equal("hello", Above);
    }

    [Fact]
    public void A_resize_redraws_everything()
    {
        Show(new ViewProtocol.Prompt("> "), new ViewProtocol.ShowRemark("word"));
        Terminal.Press("0123456789");
        Assert.Equal("> 0123456789|", Typed);

        Terminal.Resize(10, 6);

        Assert.Equal("word\n\n\n choosing…\n> 0123456\n  789|", Screen);
    }
}
