using LanChat.Client.Terminal.Input;
using LanChat.Client.Views;
using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Tests.PlainText;

public sealed class PlainViewActorSpecs : PlainViewSpec
{
    private static readonly ListedRoom Room = new(1, Event.Name("Our room"), new PeerAddress("10.0.0.9", 8001), 3);

    [Fact]
    public void The_question_follows_the_rooms_there_are()
    {
        Show(Active(ViewProtocol.JoinPrompt), new ViewProtocol.ShowRooms([Room], true));
        ShowIn(ViewProtocol.JoinPrompt, new ViewProtocol.Prompt("Room or HOST:PORT: "));

        Assert.Equal("room 1: Our room, 10.0.0.9:8001, 3 people\nquestion: Room or HOST:PORT\n", Printed);
    }

    [Fact]
    public void A_question_is_asked_where_it_is_answered_and_once()
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
    public void A_line_waits_until_the_one_before_is_understood()
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
    public void The_end_of_the_input_is_the_wish_to_leave_after_all_that_was_typed()
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
    public void A_line_that_is_too_long_is_told_and_not_said()
    {
        Type(new string('x', LineEditor.MaxLength + 1) + "\nshort\n");

        Assert.Equal("short", ExpectMsg<ViewProtocol.LineEntered>().Text);
        Assert.Equal("problem: Not sent: longer than 16384 characters.\n", Printed);
    }

    [Fact]
    public void What_happens_in_a_room_out_of_sight_names_the_room()
    {
        Show(Active(2));
        ShowIn(1, Place("First"), new ViewProtocol.ShowMessage(Event.Message("hi"), false));
        ShowIn(2, Place("Second"), new ViewProtocol.ShowMessage(Event.Message("ho"), false));
        Show(Active(1));

        Assert.Equal("in First: 16:02:44 Bob: hi\n16:02:44 Bob: ho\nroom: First\n", Printed);
    }

    [Fact]
    public void It_rings_for_what_is_said_to_the_user()
    {
        Show(Active(1));
        ShowIn(1, new ViewProtocol.ShowMessage(
            Event.Message("ann?"), false, ForMe: true), new ViewProtocol.Call("Our room", "Bob: ann?"));

        Assert.Equal("16:02:44 Bob, for you: ann?\n\a", Printed);
    }

    [Fact]
    public void What_takes_a_screen_is_refused()
    {
        Show(new ViewProtocol.Search("x"), new ViewProtocol.Scroll(1));

        Assert.Equal("problem: That needs the full screen; scroll back in the terminal instead.\n", Printed);
    }

    [Fact]
    public void What_waits_until_all_is_shown_is_told_at_once()
    {
        Show(new ViewProtocol.ShowRemark("so"), new ViewProtocol.WhenShown(TestActor, "shown"));

        ExpectMsg("shown");
        Assert.Equal("note: so\n", Printed);
    }

    private static ViewProtocol.ShowWindows Active(int window) => new([(1, 1), (2, 2)], window);

    private static ViewProtocol.ShowPlace Place(string room) =>
        new(new Place(room, "10.0.0.9:8001", "ann", Link.Connected));
}
