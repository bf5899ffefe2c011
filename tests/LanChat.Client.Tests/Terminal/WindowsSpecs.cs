using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Terminal;

public sealed class WindowsSpecs : ViewSpec
{
    private const int Ours = 1;
    private const int Lab = 2;

    public WindowsSpecs()
    {
        Arrange(active: Ours);
        foreach (var (window, name) in new[] { (Ours, "Ours"), (Lab, "物联网 Lab") })
        {
            In(window, new ViewProtocol.ShowPlace(new Place(name, $"10.0.0.1:800{window}", "ann", Link.Connected)));
            In(window, new ViewProtocol.Prompt($"{window}> "));
        }
    }

    private string Tabs => Screen.Split('\n')[^3];

    private void Arrange(int active) => Show(new ViewProtocol.ShowWindows([(Ours, 1), (Lab, 2)], active));

    private void In(int window, object shown) => Show(new ViewProtocol.In(window, shown));

    private void Say(int window, string text, bool forMe = false, MessageKind kind = MessageKind.Said) =>
        In(window, new ViewProtocol.ShowMessage(Event.Message(text, kind: kind), Own: false, forMe));

    [Fact]
    public void Each_window_has_its_transcript_and_inactive_ones_count_messages()
    {
        Say(Ours, "one");
        Say(Lab, "two");
        Say(Lab, "bob came", kind: MessageKind.Joined);
        Assert.Equal(" 1 Ours  2 物联网 Lab +1", Tabs);
        Assert.Contains("one", Screen);
        Assert.DoesNotContain("two", Screen);

        Say(Lab, "ann?", forMe: true);
        Assert.Equal(" 1 Ours  2 物联网 Lab +2!", Tabs);

        Arrange(active: Lab);
        Assert.Equal(" 1 Ours  2 物联网 Lab", Tabs);
        Assert.Contains("Bob: two", Screen);
        Assert.DoesNotContain("one", Screen);
    }

    [Fact]
    public void Each_window_keeps_its_input_and_history()
    {
        Terminal.Press("first");
        Arrange(active: Lab);
        Assert.Equal("2> |", Typed);
        Terminal.Press("second");
        Terminal.Press(Keys.Enter);
        ExpectMsg<ViewProtocol.LineEntered>();
        Show(ViewProtocol.InputHandled.Instance);

        Arrange(active: Ours);
        Assert.Equal("1> first|", Typed);
        Terminal.Press(Keys.Of(ConsoleKey.UpArrow));
        Assert.Equal("1> first|", Typed);
        Arrange(active: Lab);
        Terminal.Press(Keys.Of(ConsoleKey.UpArrow));
        Assert.Equal("2> second|", Typed);
    }

    [Fact]
    public void Keys_pressed_during_a_switch_go_to_the_new_window()
    {
        Terminal.Press(Keys.Alt('2'));
        Terminal.Press("hello");
        Terminal.Press(Keys.Enter);
        Terminal.Paste("pasted");

        Assert.Equal(2, ExpectMsg<ViewProtocol.SwitchTo>().Number);
        Assert.Equal("1> |", Typed);
        Arrange(active: Lab);
        Show(ViewProtocol.InputHandled.Instance);
        Assert.Equal("hello", ExpectMsg<ViewProtocol.LineEntered>().Text);
        Assert.Equal("2> |", Typed);
        Show(ViewProtocol.InputHandled.Instance);
        Assert.Equal("2> pasted|", Typed);
    }

    [Fact]
    public void Keys_switch_windows()
    {
        ConsoleKey[] keys = [ConsoleKey.F2, ConsoleKey.F6, ConsoleKey.Escape, ConsoleKey.F1];
        foreach (var key in keys.Select(one => Keys.Of(one)))
        {
            Terminal.Press(key);
            Show(ViewProtocol.InputHandled.Instance);
            Settle(View);
        }

        Assert.Equal(0, ExpectMsg<ViewProtocol.SwitchTo>().Number);
        Assert.Equal(1, ExpectMsg<ViewProtocol.SwitchBy>().Step);
        ExpectMsg<ViewProtocol.Back>();
        Assert.Equal("/help", ExpectMsg<ViewProtocol.LineEntered>().Text);
    }

    [Fact]
    public void A_key_switches_to_unread_windows_mentions_first()
    {
        Show(new ViewProtocol.ShowWindows([(Ours, 1), (Lab, 2), (3, 3)], Ours));
        Terminal.Press(Keys.Alt('a'));
        Say(Lab, "hi");
        Say(3, "ann?", forMe: true);
        _ = Screen;
        Terminal.Press(Keys.Alt('a'));
        Assert.Equal(3, ExpectMsg<ViewProtocol.SwitchTo>().Number);

        Show(new ViewProtocol.ShowWindows([(Ours, 1), (Lab, 2), (3, 3)], 3), ViewProtocol.InputHandled.Instance);
        Terminal.Press(Keys.Alt('a'));
        Assert.Equal(2, ExpectMsg<ViewProtocol.SwitchTo>().Number);
    }

    [Fact]
    public void The_notice_is_that_of_the_active_room()
    {
        Terminal.Resize(40, 20);
        In(Ours, new ViewProtocol.ShowNotice("be kind"));
        Assert.StartsWith(" be kind\n", Screen);

        Arrange(active: Lab);
        Assert.DoesNotContain("be kind", Screen);
    }

    [Fact]
    public void A_closed_window_ignores_messages_and_one_window_has_no_tabs()
    {
        Show(new ViewProtocol.ShowWindows([(Lab, 2)], Lab));
        Say(Ours, "too late");
        Assert.DoesNotContain("too late", Screen);
        Assert.DoesNotContain("2 物", Screen);

        Show(new ViewProtocol.ShowWindows([(Lab, 2)], ViewProtocol.JoinPrompt));
        Assert.Equal(" 2 物联网 Lab", Tabs);
        Show(new ViewProtocol.ShowWindows([], ViewProtocol.JoinPrompt));
        Assert.Equal("\n\n\n\n\n\n\n\n\n\n choosing a room\n|", Screen);
    }

    [Fact]
    public void The_join_prompt_has_no_member_list()
    {
        Terminal.Resize(80, 12);
        Assert.Contains("│ 0 here", Screen);
        Arrange(active: ViewProtocol.JoinPrompt);
        Assert.DoesNotContain("│", Screen);
    }

    [Fact]
    public void Side_panes_can_be_folded_and_unfolded()
    {
        Terminal.Resize(100, 20);
        Show(new ViewProtocol.ShowRooms([], IsChoosing: false));
        In(Ours, new ViewProtocol.ShowPresent(["ann"]));
        Assert.Contains("Rooms near you", Screen);
        Assert.Contains("│ ann", Screen);

        Terminal.Press(Keys.Of(ConsoleKey.F7));
        Assert.DoesNotContain("Rooms near you", Screen);
        Terminal.Press(Keys.Of(ConsoleKey.F8));
        Assert.DoesNotContain("│", Screen);
        Terminal.Press(Keys.Of(ConsoleKey.F8));
        Assert.Contains("│ ann", Screen);
        Terminal.Press(Keys.Of(ConsoleKey.F7));
        Assert.Contains("Rooms near you", Screen);
        Show(new ViewProtocol.Fold(Foldable.Rooms), new ViewProtocol.Fold(Foldable.Members));
        Assert.DoesNotContain("│", Screen);
    }
}
