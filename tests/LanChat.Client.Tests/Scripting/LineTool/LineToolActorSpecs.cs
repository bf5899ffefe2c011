using LanChat.Client.Scripting.LineTool;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Scripting.LineTool;

public sealed class LineToolActorSpecs : LineToolSpec
{
    [Fact]
    public void Every_line_is_said_and_when_all_came_back_it_leaves_with_0()
    {
        Feed("one\n\ntwo");
        EndInput();
        var (one, two) = (ExpectSent("one"), ExpectSent("two"));
        Assert.Equal((1, 3), (one.Number, two.Number));
        Join();

        Echo(one);
        ExpectSilence(Session, Tool);
        Echo(two);

        Session.ExpectMsg<SessionProtocol.Leave>();
        End();
        ExpectExit(0);
    }

    [Fact]
    public void With_no_input_it_enters_and_leaves()
    {
        EndInput();
        Settle(Tool);
        ExpectSilence(Session, Tool);
        Join();

        Session.ExpectMsg<SessionProtocol.Leave>();
    }

    [Fact]
    public void While_the_input_is_open_it_stays()
    {
        Feed("one\n");
        var one = ExpectSent("one");
        Join();
        Echo(one);
        ExpectSilence(Session, Tool);

        Feed("two\n");
        Echo(ExpectSent("two"));
        EndInput();

        Session.ExpectMsg<SessionProtocol.Leave>();
    }

    [Fact]
    public void Only_so_many_lines_are_under_way()
    {
        Feed(string.Concat(Enumerable.Range(1, LineToolActor.MaxPending + 10).Select(number => $"{number}\n")));
        var lines = Enumerable.Range(1, LineToolActor.MaxPending).Select(number => ExpectSent($"{number}")).ToArray();
        ExpectSilence(Session, Tool);
        Join();

        Echo(lines[0]);
        ExpectSent($"{LineToolActor.MaxPending + 1}");
        ExpectSilence(Session, Tool);
    }

    [Fact]
    public void What_others_say_is_printed_and_what_one_says_oneself_is_not()
    {
        Join();
        Receive(
        [
            new RoomEvent.HistoryShown([Event.Message("long ago")]), Event.By(Event.Mine, "mine", 2),
            Event.By(Event.Another, "hello", 3),
            new RoomEvent.Spoken(
                Event.Message("Bob is here", kind: MessageKind.Joined)), Event.By(Event.Another, "你好\e", 4),
        ]);
        Session.ExpectMsg<SessionProtocol.EventsHandled>();

        Assert.Equal("[16:02:46] Bob: hello\n[16:02:47] Bob: 你好␛\n", Printed.Text);
    }

    [Fact]
    public void Private_words_acts_and_files_of_others_are_printed_and_marked()
    {
        Join();
        Receive(
        [
            new RoomEvent.PrivateMessage(Event.Message("psst", kind: MessageKind.Private), Event.Welcome.You),
            new RoomEvent.Spoken(Event.Message("waves", kind: MessageKind.Acted)),
            new RoomEvent.Spoken(Event.Message("[file] a.txt, 3 bytes", kind: MessageKind.File)),
            new RoomEvent.Spoken(Event.Message("waves", Event.Mine, kind: MessageKind.Acted)),
        ]);
        Session.ExpectMsg<SessionProtocol.EventsHandled>();

        Assert.Equal(
            "[16:02:44] Bob: (private to Ann) psst\n[16:02:44] Bob: * Bob waves\n[16:02:44] Bob: [file] a.txt, 3 "
                + "bytes\n",
            Printed.Text);
    }

    [Fact]
    public void A_line_is_said_as_it_is_whatever_it_would_mean_in_a_terminal()
    {
        Feed("/quit\n@Bob :smile:\n//x\n");

        foreach (var text in new[] { "/quit", "@Bob :smile:", "//x" })
            Assert.Equal(new ClientMessage.Say(text), ExpectSent(text).Message);
    }

    [Fact]
    public void Nothing_more_is_heard_while_the_output_takes_nothing()
    {
        Join();
        Printed.Gate = new TaskCompletionSource();
        Receive([Event.By(Event.Another, "hello")]);
        EndInput();
        ExpectSilence(Session, Tool);

        Printed.Gate.SetResult();

        Session.ExpectMsg<SessionProtocol.EventsHandled>();
        Session.ExpectMsg<SessionProtocol.Leave>();
    }

    [Fact]
    public void Another_name_than_was_asked_for_is_told()
    {
        EndInput();
        Join("Ann_2");
        Session.ExpectMsg<SessionProtocol.Leave>();
        End();

        ExpectExit(0, "You are Ann_2 here.\n");
    }

    [Fact]
    public void A_line_that_cannot_be_sent_is_told_and_the_code_is_1()
    {
        Feed("bad\ngood\n");
        EndInput();
        Join();
        Tell(new SessionProtocol.Declined(new OutgoingRequest("bad", 1), "it is bad"));
        Receive([Event.By(Event.Mine, "good")], new OutgoingRequest("good", 2));
        Session.FishForMessage<SessionProtocol.Leave>(_ => true);
        End();

        ExpectExit(1, "Line 1 was not sent: it is bad.\n");
    }
}
