using LanChat.Client.Scripting;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Scripting;

public sealed class TailActorSpecs : ScriptSpec
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public TailActorSpecs() => Begin(TailActor.Props(Job, new TailLines(10, ScriptText.Of, _ => { }), MakeChild));

    [Fact]
    public void The_history_and_live_messages_are_printed()
    {
        Receive(Event.Welcome, new RoomEvent.HistoryShown([Event.Message("before", id: 1)]));
        Receive(Event.By(Event.Another, "now", 2), Event.By(Event.Mine, "also now", 3));

        Assert.Equal("[16:02:44] Bob: before\n[16:02:45] Bob: now\n[16:02:46] Bob: also now\n", Printed.Text);
        ExpectRunning();
    }

    [Fact]
    public void Reading_pauses_while_the_output_blocks()
    {
        Printed.Gate = new TaskCompletionSource();
        Tell(new SessionProtocol.EventsReceived([Event.Welcome, Event.By(Event.Another, "now")], []));
        ExpectSilence(Child, Command);

        Printed.Gate.SetResult();

        Child.ExpectMsg<SessionProtocol.EventsHandled>();
    }

    [Fact]
    public void A_closed_output_ends_the_command_without_messages()
    {
        Receive(Event.Welcome);
        ExpectRunning();
        CloseOutput();

        Advance(DataOutput.PollInterval);

        ExpectExit(ExitCode.OutputClosed);
    }

    [Fact]
    public void A_closed_output_ends_the_command_on_the_next_message()
    {
        Receive(Event.Welcome);
        CloseOutput();

        Tell(new SessionProtocol.EventsReceived([Event.By(Event.Another, "now")], []));

        ExpectExit(ExitCode.OutputClosed);
    }

    [Fact]
    public void An_output_error_is_a_failure()
    {
        Printed.Gate = new TaskCompletionSource();
        Tell(new SessionProtocol.EventsReceived([Event.Welcome, Event.By(Event.Another, "now")], []));

        Printed.Gate.SetException(new IOException("No space left"));

        ExpectExit(1, "The output cannot be written: No space left\n");
    }

    [Fact]
    public void A_failed_connection_is_a_failure()
    {
        Tell(new SessionProtocol.Lost("Nobody answers.", Pause, []));

        ExpectExit(1, "Nobody answers.\n");
    }

    [Fact]
    public void A_refused_join_is_a_failure()
    {
        Finish(new SessionProtocol.Ended(Refusal.NicknameReserved, [], []));

        ExpectExit(1, $"{Refusal.NicknameReserved.Sentence()}\n");
    }

    [Fact]
    public void A_lost_connection_is_reported_once_and_missed_messages_are_printed()
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
