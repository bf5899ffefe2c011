using LanChat.Client.Scripting;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Scripting;

public sealed class MembersActorSpecs : ScriptSpec
{
    private static readonly RoomEvent.MembersShown Both = new([Event.Welcome.You, new Member("小 明", Event.Another)]);

    public MembersActorSpecs() => Begin(MembersActor.Props(Job, ScriptText.Of, MakeChild));

    [Fact]
    public void Who_is_there_besides_oneself_is_printed_and_then_it_leaves()
    {
        Receive(Event.Welcome);
        Tell(new SessionProtocol.EventsReceived([Both], []));
        Child.ExpectMsg<SessionProtocol.Leave>();
        ExpectRunning();
        Finish(new SessionProtocol.Ended(null, [], []));

        ExpectExit(0);
        Assert.Equal("小 明\t10.0.0.2\t1002\n", Printed.Text);
    }

    [Fact]
    public void An_empty_room_is_no_failure()
    {
        Tell(new SessionProtocol.EventsReceived([Event.Welcome, new RoomEvent.MembersShown([Event.Welcome.You])], []));
        Child.ExpectMsg<SessionProtocol.Leave>();
        Finish(new SessionProtocol.Ended(null, [], []));

        ExpectExit(0);
        Assert.Equal("", Printed.Text);
    }

    [Fact]
    public void What_comes_while_it_leaves_is_passed_over()
    {
        Tell(new SessionProtocol.EventsReceived([Event.Welcome, Both], []));
        Child.ExpectMsg<SessionProtocol.Leave>();
        Child.ExpectMsg<SessionProtocol.EventsHandled>();
        Receive(Both, Event.By(Event.Another, "hello"));
        Tell(new SessionProtocol.Lost("Lost.", TimeSpan.FromSeconds(2), []));
        Finish(new SessionProtocol.Ended(Refusal.Closing, [], []));

        ExpectExit(0);
        Assert.Equal("小 明\t10.0.0.2\t1002\n", Printed.Text);
    }

    [Fact]
    public void When_nobody_reads_them_that_is_the_code()
    {
        CloseOutput();
        Tell(new SessionProtocol.EventsReceived([Event.Welcome, Both], []));
        Finish(new SessionProtocol.Ended(null, [], []));

        ExpectExit(ExitCode.OutputClosed);
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_a_failure()
    {
        Printed.Gate = new TaskCompletionSource();
        Tell(new SessionProtocol.EventsReceived([Event.Welcome, Both], []));

        Printed.Gate.SetException(new IOException("No space left"));

        ExpectExit(1, "The output cannot be written: No space left\n");
    }

    [Fact]
    public void A_connection_lost_before_the_list_came_is_a_failure()
    {
        Receive(Event.Welcome);
        Tell(new SessionProtocol.Lost("Lost.", TimeSpan.FromSeconds(2), []));

        ExpectExit(1, "Lost.\n");
    }

    [Fact]
    public void A_room_that_refuses_is_a_failure()
    {
        Finish(new SessionProtocol.Ended(Refusal.NicknameReserved, [], []));

        ExpectExit(1, $"{Refusal.NicknameReserved.Sentence()}\n");
    }
}
