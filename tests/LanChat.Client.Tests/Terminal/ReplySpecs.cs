using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Terminal;

/// <summary>Replies on the screen, and the input that replies.</summary>
public sealed class ReplySpecs : ViewSpec
{
    public ReplySpecs() => Show(
        new ViewProtocol.Prompt("ann> "),
        new ViewProtocol.ShowPlace(new Place("Our room", "10.0.0.9:8001", "ann", Link.Connected)),
        new ViewProtocol.ShowPresent([]));

    private static ViewProtocol.ShowMessage Message(string text, long id, bool own = false) =>
        new(Event.Message(text, id: id, nickname: own ? "ann" : "Bob"), own);

    private static ViewProtocol.ShowMessage Reply(string text, long id, long original, string? quote) => new(
        Event.Message(text, id: id) with { Re = original, Quote = quote is null ? null : new Quote("ann", quote) },
        Own: false);

    private static EditProtocol.ShowChange Change(MessageKind kind, long id, long target, string text = "") =>
        new(Event.Message(text, id: id, kind: kind, nickname: "ann") with { Target = target });

    private void Press(ConsoleKey key) => Terminal.Press(Keys.Of(key));

    private void PressAltR() => Terminal.Press(Keys.Alt('r'));

    [Fact]
    public void A_reply_stands_below_what_it_replies_to_as_that_is_now()
    {
        Show(Message("see you at 3", 1, own: true), Reply("yes", 2, 1, "see you at 3"), Reply("hm", 3, 99, null));
        Assert.EndsWith(
            """
            16:02 ▸ ann: see you at 3
                    ↪ ann: see you at 3
            16:02   Bob: yes
                    ↪
            16:02   Bob: hm
            """,
            Above);

        Show(Change(MessageKind.Edited, 4, 1, "see you at 4, in the kitchen of the other house"));
        Assert.Contains("\n        ↪ ann: see you at 4, in the kit…\n16:02   Bob: yes", Above);
        Show(Change(MessageKind.Recalled, 5, 1), Change(MessageKind.Edited, 6, 99, "what?"));
        Assert.Contains("\n        ↪ a message that was taken back\n16:02   Bob: yes\n", Above);
        Assert.EndsWith("↪ ann: what?\n16:02   Bob: hm", Above);
    }

    [Fact]
    public void An_older_change_changes_no_quote_and_what_was_read_again_does()
    {
        Show(Message("3", 1), Reply("yes", 9, 1, "3"), Change(MessageKind.Edited, 8, 1, "5"));
        Show(Change(MessageKind.Edited, 7, 1, "4"));
        Assert.Contains("↪ Bob: 5\n", Above);

        var again = Event.Message("6", id: 1) with { Edited = 10 };
        Show(new EditProtocol.Refresh([new ViewProtocol.ShowMessage(again, Own: false)]));

        Assert.Contains("↪ Bob: 6\n", Above);
    }

    [Fact]
    public void Alt_R_replies_to_the_last_message_of_somebody_else()
    {
        Show(Message("see you at 3", 1), Message("me too", 2, own: true));
        Terminal.Press("ye");
        PressAltR();
        Assert.Equal("re Bob> ye|", Typed);
        Assert.StartsWith(" ↪ Bob: see", Status);
        Assert.Contains("Enter sends · Esc cancels", Status);

        Terminal.Press("s");
        Terminal.Press(Keys.Enter);

        Assert.Equal("/re 1 yes", ExpectMsg<ViewProtocol.LineEntered>().Text);
        Show(ViewProtocol.InputHandled.Instance);
        Assert.Equal("ann> |", Typed);
        Press(ConsoleKey.UpArrow);
        Assert.Equal("ann> yes|", Typed);
    }

    [Fact]
    public void Escape_ends_a_reply_and_keeps_what_was_typed()
    {
        Show(Message("see you", 1));
        PressAltR();
        Terminal.Press("yes");
        Press(ConsoleKey.Escape);
        Assert.Equal("ann> yes|", Typed);

        PressAltR();
        Terminal.Press(Keys.Control(ConsoleKey.C));
        Assert.Equal("re Bob> |", Typed);
        Terminal.Press(Keys.Control(ConsoleKey.C));
        Assert.Equal("ann> |", Typed);
        PressAltR();
        Terminal.Press(Keys.Enter);
        Assert.Equal("ann> |", Typed);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void When_scrolled_it_is_the_newest_message_that_is_visible_as_a_whole()
    {
        Show([.. Enumerable.Range(1, 30).Select(id => (object)Message($"m{id}\nm{id}", id, own: id % 2 == 0))]);
        _ = Screen;
        Press(ConsoleKey.PageUp);
        Assert.EndsWith("ann: m26", Above);
        PressAltR();

        Assert.StartsWith(" ↪ Bob: m25", Status);
    }

    [Fact]
    public void At_a_search_hit_it_is_the_hit()
    {
        Show(Message("see you", 1), Message("hello", 2), Message("bye", 3), new ViewProtocol.Search("you"));
        _ = Screen;
        PressAltR();

        Assert.StartsWith(" ↪ Bob: see", Status);
        Show(Change(MessageKind.Recalled, 4, 1));
        Assert.StartsWith(" ↪ a message", Status);
    }

    [Fact]
    public void Without_a_message_Alt_R_says_so_and_while_editing_it_does_nothing()
    {
        Show(Message("mine", 1, own: true));
        PressAltR();
        Assert.Contains("Nobody else has said anything", Above);

        Show(Message("yours", 2), new EditProtocol.Begin(new Editable(1, "mine")));
        PressAltR();
        Assert.Equal("edit> mine|", Typed);
    }
}
