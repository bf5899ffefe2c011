using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Terminal;

/// <summary>Messages that change on the screen, and the input that changes them.</summary>
public sealed class EditingSpecs : ViewSpec
{
    private static ViewProtocol.ShowMessage Message(string text, long id, bool own = false) =>
        new(Event.Message(text, id: id), own);

    private static EditProtocol.ShowChange Edited(string text, long id, long target) =>
        new(Event.Message(text, id: id, kind: MessageKind.Edited) with { Target = target });

    private static EditProtocol.ShowChange Recalled(long id, long target) =>
        new(Event.Message("", id: id, kind: MessageKind.Recalled) with { Target = target });

    private static EditProtocol.SetEditable Editable(string text, bool isLate = false) =>
        new(new Editable(5, text), isLate ? DateTime.Now.AddSeconds(-1) : DateTime.Now.AddMinutes(5));

    private void Press(ConsoleKey key) => Terminal.Press(Keys.Of(key));

    [Fact]
    public void A_message_changes_in_place_and_a_recalled_one_leaves_a_line()
    {
        Show(Message("see you at 3", 1), Message("hm", 2, own: true), Message("ok", 3));

        Show(Edited("see you at 4", 4, 1), Recalled(5, 2), Recalled(6, 99));

        Assert.Equal(
            """
                  — Thursday, 10 August 2023 —
            16:02   Bob: see you at 4 (edited)
            16:02 * You took a message back
            16:02   Bob: ok
            """,
            Above);
        Show(Edited("late", 3, 1), Edited("never", 7, 2));
        Assert.Contains("see you at 4 (edited)\n16:02 * You took", Above);
    }

    [Fact]
    public void An_action_stays_one_and_files_are_gone()
    {
        Show(
            new ViewProtocol.ShowMessage(
                TranscriptMessage.Of(Event.Message("waves", id: 1, kind: MessageKind.Acted)), Own: false),
            Message("a.txt", 2) with
            {
                Message = Event.Message("a.txt", id: 2, kind: MessageKind.File) with
                {
                    File = new ChatFile(1, "a.txt", 3, null),
                },
            });

        Show(Edited("nods", 3, 1), Recalled(4, 2));

        Assert.EndsWith("16:02   * Bob nods (edited)\n16:02 * Bob took a message back", Above);
    }

    [Fact]
    public void The_view_stays_where_it_was_scrolled_to()
    {
        Show([.. Enumerable.Range(1, 40).Select(id => (object)Message($"m{id}", id))]);
        Assert.EndsWith("m40", Above);
        Press(ConsoleKey.PageUp);
        var before = Above;

        Show(Edited(string.Join('\n', "a", "b", "c"), 41, 40), Edited("x\ny", 42, 1));
        Assert.Equal(before, Above);
        Assert.EndsWith("m31", before);
        Show(Edited("changed", 43, 31));

        Assert.EndsWith("changed (edited)", Above);
        Assert.Equal(before.Split('\n').SkipLast(1), Above.Split('\n').SkipLast(1));
    }

    [Fact]
    public void A_search_finds_the_new_text_and_not_the_mark()
    {
        Show(Message("apple", 1), Message("pear", 2), Message("apple", 3));
        Show(new ViewProtocol.Search("apple"));
        Assert.Contains("1 of 2", Status);

        Show(Edited("plum", 4, 3), Edited("apple pie", 5, 2));
        Assert.Contains("of 2", Status);
        Show(new ViewProtocol.Search("edited"));

        Assert.StartsWith(" “edited”", Status);
        Assert.Contains("not found", Status);
    }

    [Fact]
    public void Changes_of_other_windows_are_not_unread()
    {
        Show(
            new ViewProtocol.ShowWindows([(1, 1), (2, 2)], 1),
            new ViewProtocol.In(2, Message("hello", 1)),
            new ViewProtocol.ShowWindows([(1, 1), (2, 2)], 2),
            new ViewProtocol.ShowWindows([(1, 1), (2, 2)], 1),
            new ViewProtocol.In(2, Edited("hi", 2, 1)));
        var tabs = Screen.Split('\n')[^3];

        Assert.DoesNotContain("(1)", tabs);
        Show(new ViewProtocol.ShowWindows([(1, 1), (2, 2)], 2));
        Assert.Contains("Bob: hi (edited)", Screen);
        Assert.Equal(0, Terminal.Rings);
    }

    [Fact]
    public void A_page_that_was_read_again_shows_what_was_missed()
    {
        Show(Message("one", 1), Message("two", 2));
        Show(new EditProtocol.Refresh(
        [
            new(Event.Message("uno", id: 1) with { Edited = 7 }, false),
            new(Event.Message("", id: 2) with { IsGone = true }, false),
            Message("not shown", 3),
        ]));

        Assert.EndsWith("Bob: uno (edited)\n16:02 * Bob took a message back", Above);
    }

    [Fact]
    public void Up_on_an_empty_line_edits_the_last_message_and_Enter_saves_it()
    {
        Show(new ViewProtocol.Prompt("ann> "), Editable("see you"));
        Press(ConsoleKey.UpArrow);
        Assert.Equal("edit> see you|", Typed);

        Terminal.Press(" at 4");
        Terminal.Press(Keys.Enter);

        Assert.Equal(new ViewProtocol.LineEntered("see you at 4") { Edits = 5 }, ExpectMsg<ViewProtocol.LineEntered>());
        Show(ViewProtocol.InputHandled.Instance);
        Assert.Equal("ann> |", Typed);
    }

    [Fact]
    public void Escape_and_Ctrl_C_cancel_and_give_back_what_was_typed()
    {
        Show(new ViewProtocol.Prompt("ann> "));
        Terminal.Press("half");
        Show(new EditProtocol.Begin(new Editable(5, "see you")));
        Assert.Equal("edit> see you|", Typed);
        Terminal.Press("!");
        Press(ConsoleKey.Escape);
        Assert.Equal("ann> half|", Typed);

        Show(new EditProtocol.Begin(new Editable(5, "see you")));
        Terminal.Press(Keys.Control(ConsoleKey.C));
        Assert.Equal("ann> half|", Typed);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_message_that_was_not_changed_is_not_sent()
    {
        Show(new ViewProtocol.Prompt("ann> "), Editable("see you"));
        Press(ConsoleKey.UpArrow);
        Terminal.Press(Keys.Enter);

        Assert.Equal("ann> |", Typed);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_second_Up_goes_on_to_the_lines_entered_before()
    {
        Show(new ViewProtocol.Prompt("ann> "), Editable("see you"));
        Enter("/who");
        Press(ConsoleKey.UpArrow);
        Press(ConsoleKey.UpArrow);
        Assert.Equal("ann> /who|", Typed);
        Press(ConsoleKey.DownArrow);
        Assert.Equal("ann> |", Typed);

        Press(ConsoleKey.UpArrow);
        Press(ConsoleKey.DownArrow);
        Assert.Equal("ann> |", Typed);
        Press(ConsoleKey.UpArrow);
        Terminal.Press("x");
        Press(ConsoleKey.UpArrow);
        Assert.Equal("edit> see youx|", Typed);
    }

    [Fact]
    public void Other_keys_and_messages_that_are_too_old_leave_Up_to_the_input_history()
    {
        Show(new ViewProtocol.Prompt("ann> "), Editable("see you"));
        Enter("/who");
        Terminal.Press(Keys.Control(ConsoleKey.P));
        Assert.Equal("ann> /who|", Typed);
        Terminal.Press(Keys.Control(ConsoleKey.N));
        Terminal.Press(Keys.AltOf(ConsoleKey.UpArrow));
        Assert.Equal("ann> /who|", Typed);
        Terminal.Press(Keys.Control(ConsoleKey.N));

        Show(Editable("see you", isLate: true));
        Press(ConsoleKey.UpArrow);
        Assert.Equal("ann> /who|", Typed);
    }

    [Fact]
    public void A_refused_line_waits_until_the_edit_is_over()
    {
        Show(new ViewProtocol.Prompt("ann> "), new EditProtocol.Begin(new Editable(5, "see you")));
        Show(new ViewProtocol.RestoreInput("/edit see them"));
        Assert.Equal("edit> see you|", Typed);
        Press(ConsoleKey.Escape);

        Assert.Equal("ann> /edit see them|", Typed);
    }

    private void Enter(string line)
    {
        Terminal.Press(line);
        Terminal.Press(Keys.Enter);
        ExpectMsg<ViewProtocol.LineEntered>();
        Show(ViewProtocol.InputHandled.Instance);
        _ = Screen;
    }
}
