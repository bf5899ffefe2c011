using LanChat.Client.Scripting;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Scripting;

public sealed class TailActorSpecs : ScriptSpec
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public TailActorSpecs() => Begin(TailActor.Props(Job, new TailLines(10, ScriptText.Of, _ => { }), MakeChild));

    [Fact]
    public void What_was_said_and_is_said_is_printed()
    {
        Receive(Event.Welcome, new RoomEvent.HistoryShown([Event.Message("before", id: 1)]));
        Receive(Event.By(Event.Another, "now", 2), Event.By(Event.Mine, "also now", 3));

        Assert.Equal("[16:02:44] Bob: before\n[16:02:45] Bob: now\n[16:02:46] Bob: also now\n", Printed.Text);
        ExpectRunning();
    }

    [Fact]
    public void Nothing_more_is_heard_while_the_output_takes_nothing()
    {
        Printed.Gate = new TaskCompletionSource();
        Tell(new SessionProtocol.EventsReceived([Event.Welcome, Event.By(Event.Another, "now")], []));
        ExpectSilence(Child, Command);

        Printed.Gate.SetResult();

        Child.ExpectMsg<SessionProtocol.EventsHandled>();
    }

    [Fact]
    public void When_nobody_reads_the_output_any_more_it_ends_though_nothing_is_said()
    {
        Receive(Event.Welcome);
        ExpectRunning();
        CloseOutput();

        Advance(DataOutput.PollInterval);

        ExpectExit(ExitCode.OutputClosed);
    }

    [Fact]
    public void When_nobody_reads_what_was_printed_it_ends_at_once()
    {
        Receive(Event.Welcome);
        CloseOutput();

        Tell(new SessionProtocol.EventsReceived([Event.By(Event.Another, "now")], []));

        ExpectExit(ExitCode.OutputClosed);
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_a_failure()
    {
        Printed.Gate = new TaskCompletionSource();
        Tell(new SessionProtocol.EventsReceived([Event.Welcome, Event.By(Event.Another, "now")], []));

        Printed.Gate.SetException(new IOException("No space left"));

        ExpectExit(1, "The output cannot be written: No space left\n");
    }

    [Fact]
    public void A_room_that_cannot_be_entered_is_a_failure()
    {
        Tell(new SessionProtocol.Lost("Nobody answers.", Pause, []));

        ExpectExit(1, "Nobody answers.\n");
    }

    [Fact]
    public void A_room_that_refuses_is_a_failure()
    {
        Finish(new SessionProtocol.Ended(Refusal.NicknameReserved, [], []));

        ExpectExit(1, $"{Refusal.NicknameReserved.Sentence()}\n");
    }

    [Fact]
    public void A_lost_connection_is_told_once_and_being_back_too_and_what_was_missed_is_printed()
    {
        Receive(Event.Welcome, new RoomEvent.HistoryShown([]), Event.By(Event.Another, "one", 1));
        Tell(new SessionProtocol.Lost("Lost.", Pause, []));
        Tell(new SessionProtocol.Lost("Nobody answers.", Pause, []));
        Tell(new SessionProtocol.Lost("Nobody answers.", Pause, []));
        Receive(Event.Welcome, new RoomEvent.HistoryShown([Event.Message("one", id: 1), Event.Message("two", id: 2)]));

        Assert.Equal("[16:02:44] Bob: one\n[16:02:45] Bob: two\n", Printed.Text);
        Assert.Equal(
            "Lost. Trying again in 2 s.\nNobody answers. Trying again in 2 s.\nBack in Our room.\n", Errors.ToString()
                .ReplaceLineEndings("\n"));
        ExpectRunning();
    }
}
