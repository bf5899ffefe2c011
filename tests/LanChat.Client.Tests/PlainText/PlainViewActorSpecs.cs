using LanChat.Client.Terminal.Input;
using LanChat.Client.Views;
using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Tests.PlainText;

public sealed class PlainViewActorSpecs : PlainViewSpec
{
    private static readonly ListedRoom Room = new(1, Event.Name("Our room"), new PeerAddress("10.0.0.9", 8001), 3);

    [Fact]
    public void The_question_follows_the_list_of_rooms()
    {
        Show(Active(ViewProtocol.JoinPrompt), new ViewProtocol.ShowRooms([Room], true));
        ShowIn(ViewProtocol.JoinPrompt, new ViewProtocol.Prompt("Room or HOST:PORT: "));

        Assert.Equal("room 1: Our room, 10.0.0.9:8001, 3 people\nquestion: Room or HOST:PORT\n", Printed);
    }

    [Fact]
    public void A_question_is_printed_once_and_only_in_its_window()
    {
        Show(Active(1));
        ShowIn(ViewProtocol.JoinPrompt, new ViewProtocol.Prompt("Room: "));
        ShowIn(1, new ViewProtocol.Prompt("ann> "));
        Assert.Equal("", Printed);

        Show(
            Active(ViewProtocol.JoinPrompt),
            new ViewProtocol.ShowRooms([Room], true),
            new ViewProtocol.ShowRooms([Room], true));
        Assert.Equal("room 1: Our room, 10.0.0.9:8001, 3 people\nquestion: Room\n", Printed);
    }

    [Fact]
    public void A_password_is_not_echoed_while_it_is_asked_for()
    {
        Show(Active(ViewProtocol.JoinPrompt));
        ShowIn(ViewProtocol.JoinPrompt, new ViewProtocol.Prompt("Password: ") { IsSecret = true });
        Assert.Equal("question: Password\n", Printed);
        Assert.Equal([false], Echoes);

        ShowIn(ViewProtocol.JoinPrompt, new ViewProtocol.Prompt("Room: "));
        Assert.Equal("question: Room\n", Printed);
        Assert.Equal([false, true], Echoes);
    }

    [Fact]
    public void A_line_waits_until_the_previous_one_is_handled()
    {
        Type("/join 1\nhel");
        Type("lo\r\n");

        Assert.Equal("/join 1", ExpectMsg<ViewProtocol.LineEntered>().Text);
        Settle(View);
        ExpectNoMsg(0);
        Show(ViewProtocol.InputHandled.Instance);
        Assert.Equal("hello", ExpectMsg<ViewProtocol.LineEntered>().Text);
    }

    [Fact]
    public void The_end_of_input_interrupts_after_all_lines_are_handled()
    {
        Type("bye\n");
        EndInput();

        ExpectMsg<ViewProtocol.LineEntered>();
        Show(ViewProtocol.InputHandled.Instance);
        ExpectMsg<ViewProtocol.Interrupted>();
        Show(ViewProtocol.Close.Instance);
        ExpectMsg<ViewProtocol.Closed>();
    }

    [Fact]
    public void A_line_that_is_too_long_is_reported_and_not_sent()
    {
        Type(new string('x', LineEditor.MaxLength + 1) + "\nshort\n");

        Assert.Equal("short", ExpectMsg<ViewProtocol.LineEntered>().Text);
        Assert.Equal("problem: Not sent: longer than 16384 characters.\n", Printed);
    }

    [Fact]
    public void Messages_in_an_inactive_window_name_their_room()
    {
        Show(Active(2));
        ShowIn(1, Place("First"), new ViewProtocol.ShowMessage(Event.Message("hi"), false));
        ShowIn(2, Place("Second"), new ViewProtocol.ShowMessage(Event.Message("ho"), false));
        Show(Active(1));

        Assert.Equal("in First: 16:02:44 Bob: hi\n16:02:44 Bob: ho\nroom: First\n", Printed);
    }

    [Fact]
    public void The_bell_rings_for_a_mention()
    {
        Show(Active(1));
        ShowIn(1, new ViewProtocol.ShowMessage(
            Event.Message("ann?"), false, ForMe: true), new ViewProtocol.Call("Our room", "Bob: ann?"));

        Assert.Equal("16:02:44 Bob, for you: ann?\n\a", Printed);
    }

    [Fact]
    public void Full_screen_commands_are_refused()
    {
        Show(new ViewProtocol.Search("x"), new ViewProtocol.Scroll(1));

        Assert.Equal("problem: That needs the full screen; scroll back in the terminal instead.\n", Printed);
    }

    [Fact]
    public void Waiting_for_display_is_answered_at_once()
    {
        Show(new ViewProtocol.ShowRemark("so"), new ViewProtocol.WhenShown(TestActor, "shown"));

        ExpectMsg("shown");
        Assert.Equal("note: so\n", Printed);
    }

    private static ViewProtocol.ShowWindows Active(int window) => new([(1, 1), (2, 2)], window);

    private static ViewProtocol.ShowPlace Place(string room) =>
        new(new Place(room, "10.0.0.9:8001", "ann", Link.Connected));
}
