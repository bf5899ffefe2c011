using LanChat.Client.Scripting;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Scripting;

public sealed class MembersActorSpecs : ScriptSpec
{
    private static readonly RoomEvent.MembersShown Both = new([Event.Welcome.You, new Member("小 明", Event.Another)]);

    public MembersActorSpecs() => Begin(MembersActor.Props(Job, ScriptText.Of, MakeChild));

    [Fact]
    public void Other_members_are_printed_before_it_leaves()
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
    public void Events_while_leaving_are_ignored()
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
    public void A_closed_output_is_the_exit_code()
    {
        CloseOutput();
        Tell(new SessionProtocol.EventsReceived([Event.Welcome, Both], []));
        Finish(new SessionProtocol.Ended(null, [], []));

        ExpectExit(ExitCode.OutputClosed);
    }

    [Fact]
    public void An_output_error_is_a_failure()
    {
        Printed.Gate = new TaskCompletionSource();
        Tell(new SessionProtocol.EventsReceived([Event.Welcome, Both], []));

        Printed.Gate.SetException(new IOException("No space left"));

        ExpectExit(1, "The output cannot be written: No space left\n");
    }

    [Fact]
    public void A_connection_lost_before_the_member_list_is_a_failure()
    {
        Receive(Event.Welcome);
        Tell(new SessionProtocol.Lost("Lost.", TimeSpan.FromSeconds(2), []));

        ExpectExit(1, "Lost.\n");
    }

    [Fact]
    public void A_refused_join_is_a_failure()
    {
        Finish(new SessionProtocol.Ended(Refusal.NicknameReserved, [], []));

        ExpectExit(1, $"{Refusal.NicknameReserved.Sentence()}\n");
    }
}
