using LanChat.Client.Scripting.LineTool;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Scripting.LineTool;

public sealed class LineToolActorSpecs : LineToolSpec
{
    [Fact]
    public void After_all_lines_are_acknowledged_it_leaves_with_code_0()
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
    public void Without_input_it_joins_and_leaves()
    {
        EndInput();
        Settle(Tool);
        ExpectSilence(Session, Tool);
        Join();

        Session.ExpectMsg<SessionProtocol.Leave>();
    }

    [Fact]
    public void It_stays_while_the_input_is_open()
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
    public void The_number_of_pending_lines_is_limited()
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
    public void Messages_of_others_are_printed_and_own_ones_are_not()
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
    public void Private_messages_actions_and_files_of_others_are_printed_with_marks()
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
    public void A_line_is_sent_unchanged_without_commands_or_emoji()
    {
        Feed("/quit\n@Bob :smile:\n//x\n");

        foreach (var text in new[] { "/quit", "@Bob :smile:", "//x" })
            Assert.Equal(new ClientMessage.Say(text), ExpectSent(text).Message);
    }

    [Fact]
    public void Reading_pauses_while_the_output_blocks()
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
    public void A_changed_nickname_is_reported()
    {
        EndInput();
        Join("Ann_2");
        Session.ExpectMsg<SessionProtocol.Leave>();
        End();

        ExpectExit(0, "You are Ann_2 here.\n");
    }

    [Fact]
    public void A_declined_line_is_reported_and_the_exit_code_is_1()
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
