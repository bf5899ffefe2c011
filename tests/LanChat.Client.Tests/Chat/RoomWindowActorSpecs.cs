using Akka.Actor;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

public sealed class RoomWindowActorSpecs : ChatSpec
{
    private readonly IActorRef _session;

    public RoomWindowActorSpecs()
    {
        StartChat("localhost:9000", "Ann");
        _session = ExpectSession();
        Receive(_session, Event.Welcome, new RoomEvent.MembersShown([Event.Welcome.You]));
        ExpectPrompt("Ann> ");
        ExpectShown<ViewProtocol.ShowMembers>();
        ExpectShown<ViewProtocol.WhenShown>();
    }

    private void Lose(params string[] unacknowledged) => Tell(Session, _session,
        new SessionProtocol.Lost(
            "Lost.", TimeSpan.FromSeconds(2), [.. unacknowledged.Select(text => new OutgoingRequest(text))]));

    [Fact]
    public void Input_is_sent_as_a_message()
    {
        Type("hello");
        Type("//slash");

        Assert.Equal(new OutgoingRequest("hello"), Session.ExpectMsg<SessionProtocol.Send>().Request);
        Assert.Equal(
            new OutgoingRequest(
                new ClientMessage.Say("/slash"), "//slash"), Session.ExpectMsg<SessionProtocol.Send>().Request);
    }

    [Fact]
    public void Unknown_commands_and_empty_lines_are_not_sent()
    {
        Type("/nope");
        Type("   ");
        Type("");

        ExpectProblem("/nope");
        ExpectSilence(Session);
    }

    [Fact]
    public void Events_are_shown_before_the_session_reads_on()
    {
        Receive(_session, new RoomEvent.Spoken(Event.Message("hi")));

        Assert.Equal("hi", ExpectShown<ViewProtocol.ShowMessage>().Message.Text);
        Assert.Equal(new ViewProtocol.WhenShown(
            _session, SessionProtocol.EventsHandled.Instance), ExpectShown<ViewProtocol.WhenShown>());
        ExpectSilence(Session);
    }

    [Fact]
    public void A_file_is_shared_or_its_refusal_reported()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "hello");
        Type($"/file {path}");

        var line = Session.ExpectMsg<SessionProtocol.Send>().Request;
        Assert.Equal(
            new OutgoingRequest(new ClientMessage.Share(Path.GetFileName(path), "hello", null), $"/file {path}"), line);
        Tell(Session, _session, new SessionProtocol.Declined(line, "it is too large"));
        ExpectProblem($"Not sent, because it is too large: /file {path}");

        File.Delete(path);
        Type($"/file {path}");
        ExpectProblem($"File not found: {path}");
    }

    [Fact]
    public void Help_is_shown_on_demand()
    {
        Type("/help");

        Assert.Equal(Client.Chat.Help.Text(RoomPermissions.None), ExpectShown<ViewProtocol.ShowHelp>().Text);
    }

    [Fact]
    public void A_lost_connection_is_reported_with_unacknowledged_messages()
    {
        Lose("one", "two");

        ExpectProblem("Lost. Trying again in 2 s.");
        ExpectPrompt("(again in 2 s) > ");
        ExpectProblem("May not have arrived: one");
        ExpectProblem("May not have arrived: two");
    }

    [Fact]
    public void Input_during_a_disconnection_is_shown_as_waiting()
    {
        Lose();
        ExpectPrompt("(again in 2 s) > ");

        Type("hello");

        var shown = ExpectShown<ViewProtocol.ShowWaiting>();
        Assert.Equal(["hello"], shown.Lines);
        Assert.Contains("hello", shown.InWords);
        Assert.Equal("hello", Session.ExpectMsg<SessionProtocol.Send>().Request.Text);
    }

    [Fact]
    public void Resent_messages_wait_with_new_input_until_they_are_acknowledged()
    {
        var lost = new OutgoingRequest("lost");
        Tell(Session, _session, new SessionProtocol.Lost("Lost.", TimeSpan.FromSeconds(2), []) { Resent = [lost] });
        Assert.Equal(["lost"], FishShown<ViewProtocol.ShowWaiting>(_ => true).Lines);
        Type("typed");
        Assert.Equal(["lost", "typed"], ExpectShown<ViewProtocol.ShowWaiting>().Lines);
        var typed = Session.ExpectMsg<SessionProtocol.Send>().Request;

        Tell(Session, _session, new SessionProtocol.Lost("Lost.", TimeSpan.FromSeconds(4), []) { Resent = [lost] });
        Assert.Equal(["lost", "typed"], FishShown<ViewProtocol.ShowWaiting>(_ => true).Lines);
        Tell(Session, _session, new SessionProtocol.EventsReceived([Event.Welcome], [lost]));
        Assert.Equal(["typed"], FishShown<ViewProtocol.ShowWaiting>(_ => true).Lines);
        Tell(Session, _session, new SessionProtocol.Declined(typed, "it is too long"));
        Assert.Empty(FishShown<ViewProtocol.ShowWaiting>(_ => true).Lines);
    }

    [Fact]
    public void A_declined_message_is_reported()
    {
        Session.Send(_session, new SessionProtocol.Declined(new OutgoingRequest("hello"), "it is too long"));

        ExpectProblem("Not sent, because it is too long: hello");
    }

    [Fact]
    public void The_connection_state_is_shown()
    {
        Lose();
        FishShown<ViewProtocol.ShowPlace>(shown => shown.Place?.Link == Link.Lost);
        Receive(_session, Event.Welcome);
        FishShown<ViewProtocol.ShowPlace>(shown => shown.Place?.Link == Link.Connected);
    }

    [Fact]
    public void Discovered_rooms_are_shown_inside_a_room_as_well()
    {
        List("Ours");

        var shown = ExpectShown<ViewProtocol.ShowRooms>();
        Assert.Equal(("Ours", false), (Assert.Single(shown.Rooms).Name.Text, shown.IsChoosing));
    }

    [Fact]
    public void Input_of_several_lines_is_one_message()
    {
        Type("one\n/quit\n@two");

        Assert.Equal("one\n/quit\n@two", Session.ExpectMsg<SessionProtocol.Send>().Request.Text);
    }

    [Fact]
    public void Leaving_the_only_room_shows_the_room_list()
    {
        Type("/part");

        Session.ExpectMsg<SessionProtocol.Leave>();
        ExpectActive(0);
        FishShown<ViewProtocol.ShowRooms>(shown => shown.IsChoosing);
        Type("/ls");
        ExpectProblem("You are not in a room.");
        Type("/part");
        ExpectProblem("You are not in a room.");
    }

    [Fact]
    public void A_session_that_was_left_is_no_longer_shown()
    {
        Type("/part");
        Session.ExpectMsg<SessionProtocol.Leave>();
        ExpectActive(0);
        FishShown<ViewProtocol.ShowRooms>(_ => true);

        Receive(_session, new RoomEvent.Spoken(Event.Message("hi")));
        Session.ExpectMsg<SessionProtocol.EventsHandled>();
        Session.Send(_session, new SessionProtocol.Declined(new OutgoingRequest("refused"), "it is too long"));
        Assert.Contains("refused", Assert.IsType<ViewProtocol.ShowProblem>(
            View.FishForMessage(message => message is not ViewProtocol.InputHandled)).Text);
        End(_session, null, "not sent");

        ExpectProblem("Not sent: not sent");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Quitting_leaves_the_room_and_reports_unsent_messages(bool byCommand)
    {
        if (byCommand) Type("/quit");
        else Interrupt();
        Session.ExpectMsg<SessionProtocol.Leave>();
        if (byCommand) View.FishForMessage<ViewProtocol.InputHandled>(_ => true);
        ExpectSilence(View);

        End(_session, null, "never sent");

        ExpectProblem("Not sent: never sent");
        ExpectExit();
    }

    [Fact]
    public void A_second_quit_does_not_wait()
    {
        Interrupt();
        Interrupt();

        ExpectExit();
    }
}
