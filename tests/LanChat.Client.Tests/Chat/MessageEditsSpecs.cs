using Akka.Actor;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

/// <summary>Commands that change the user's messages.</summary>
public sealed class MessageEditsSpecs : ChatSpec
{
    private readonly IActorRef _session;

    public MessageEditsSpecs()
    {
        StartChat("localhost:9000", "Ann");
        _session = ExpectSession();
        Receive(_session, Event.Welcome, Role(TimeSpan.FromMinutes(15)));
    }

    private static RoomEvent.RoleShown Role(TimeSpan edits) =>
        new(Protocol.Role.Guest, ["speak"]) { Edits = edits };

    private static RoomEvent.Spoken Change(long id, long target, MessageKind kind, string text = "") => new(
        Event.Message(text, Event.Mine, id, kind) with { Target = target });

    private OutgoingRequest ExpectSent() => Session.ExpectMsg<SessionProtocol.Send>().Request;

    private void Say(string text, long id) => Receive(_session, Event.By(Event.Mine, text, id));

    [Fact]
    public void The_last_message_is_changed_or_taken_back()
    {
        Say("see you at 3", 5);
        Receive(_session, Event.By(Event.Another, "ok", 6));

        Type("/edit see you at 4 :smile:");
        Type("/s/3/5/");
        Type("/recall");

        Assert.Equal(
            new OutgoingRequest(new ClientMessage.Edit(5, "see you at 4 😄"), "/edit see you at 4 :smile:"),
            ExpectSent());
        Assert.Equal(new OutgoingRequest(new ClientMessage.Edit(5, "see you at 5"), "/s/3/5/"), ExpectSent());
        Assert.Equal(new OutgoingRequest(new ClientMessage.Recall(5), "/recall"), ExpectSent());
    }

    [Fact]
    public void What_is_gone_is_not_the_last_message_and_a_file_has_no_text()
    {
        Say("one", 5);
        Say("two", 6);
        Receive(_session, new RoomEvent.Spoken(Event.Message("a.txt", Event.Mine, 7, MessageKind.File) with
        {
            File = new ChatFile(1, "a.txt", 3, null),
        }));
        Receive(_session, Change(8, 6, MessageKind.Recalled), Change(9, 5, MessageKind.Edited, "uno"));

        Type("/s/uno/eins/");
        Type("/recall");
        Type("/s/two/zwei/");

        Assert.Equal(new ClientMessage.Edit(5, "eins"), ExpectSent().Message);
        Assert.Equal(new ClientMessage.Recall(7), ExpectSent().Message);
        ExpectProblem("does not contain \"two\"");
        ExpectSilence(Session);
    }

    [Fact]
    public void Without_a_text_the_message_is_put_into_the_input_and_its_new_text_is_sent()
    {
        Say("see you", 5);

        Type("/edit");
        Assert.Equal(new Editable(5, "see you"), FishShown<EditProtocol.Begin>(_ => true).Message);
        Edit(5, "/see them");

        Assert.Equal(new OutgoingRequest(new ClientMessage.Edit(5, "/see them"), "/edit /see them"), ExpectSent());
        Edit(5, " ");
        ExpectProblem("/recall takes it back");
    }

    [Fact]
    public void The_view_is_told_what_can_be_changed_and_until_when()
    {
        Say("see you", 5);
        var said = FishShown<EditProtocol.SetEditable>(last => last.Message is not null);
        Assert.Equal(new Editable(5, "see you"), said.Message);
        Assert.Equal(TimeSpan.FromMinutes(15), said.Until - Event.Message("", id: 5).Time);

        Receive(_session, Change(6, 5, MessageKind.Recalled));
        Assert.Null(FishShown<EditProtocol.SetEditable>(_ => true).Message);
    }

    [Fact]
    public void Who_has_said_nothing_or_may_not_is_told_so()
    {
        Receive(_session, Event.By(Event.Another, "hi", 5));
        Type("/recall");
        ExpectProblem("You have said nothing here");

        Say("one", 6);
        Receive(_session, Role(TimeSpan.Zero));
        Type("/edit two");
        ExpectProblem("doesn't let you change messages");
        ExpectSilence(Session);
    }

    [Fact]
    public void A_command_about_a_message_under_way_waits_for_it()
    {
        Say("before", 5);
        Type("wrong");
        var wrong = ExpectSent();
        Type("/recall");
        Type("more");
        var more = ExpectSent();
        ExpectSilence(Session);

        Tell(Session, _session, new SessionProtocol.EventsReceived(
            [Event.By(Event.Mine, "wrong", 6), Event.By(Event.Mine, "more", 7)], [wrong, more]));

        Assert.Equal(new ClientMessage.Recall(6), ExpectSent().Message);
    }

    [Fact]
    public void Such_a_command_is_shown_as_unsent_while_offline()
    {
        Tell(Session, _session, new SessionProtocol.Lost("Lost.", TimeSpan.FromSeconds(2), []));
        Type("wrong");
        var wrong = ExpectSent();
        Type("/edit right");
        FishShown<ViewProtocol.ShowWaiting>(waiting => waiting.Lines.SequenceEqual(["wrong", "/edit right"]));

        Tell(Session, _session, new SessionProtocol.EventsReceived(
            [Event.Welcome, Role(TimeSpan.FromMinutes(15)), Event.By(Event.Mine, "wrong", 6)], [wrong]));

        FishShown<ViewProtocol.ShowWaiting>(waiting => waiting.Lines.Count == 0);
        Assert.Equal(new ClientMessage.Edit(6, "right"), ExpectSent().Message);
    }

    [Fact]
    public void A_command_about_a_message_that_was_refused_changes_no_other()
    {
        Say("before", 5);
        Type("wrong");
        var wrong = ExpectSent();
        Type("/recall");

        Tell(Session, _session, new SessionProtocol.Declined(wrong, "the room is muted"));

        ExpectProblem("the room doesn't have that message: /recall");
        ExpectSilence(Session);
    }

    [Fact]
    public void A_refused_change_comes_back_into_the_input()
    {
        Say("one", 5);
        Type("/edit two");
        Tell(Session, _session, new SessionProtocol.Declined(ExpectSent(), Refusal.TooLate.Clause()));

        ExpectProblem("Not done, because it is too old to be changed: /edit two");
        Assert.Equal("/edit two", FishShown<ViewProtocol.RestoreInput>(_ => true).Typed);
    }

    [Fact]
    public void A_change_shows_no_message_and_notifies_nobody()
    {
        Receive(_session, Event.By(Event.Another, "hi", 5));
        Receive(_session, new RoomEvent.Spoken(
            Event.Message("hi Ann", id: 6, kind: MessageKind.Edited) with { Target = 5 }));
        Receive(_session, Event.By(Event.Another, "end", 7));

        var shown = new List<object>();
        View.FishForMessage(message =>
        {
            var inner = message is ViewProtocol.In there ? there.Shown : message;
            shown.Add(inner);
            return inner is ViewProtocol.ShowMessage { Message.Text: "end" };
        });
        var change = Assert.Single(shown.OfType<EditProtocol.ShowChange>());
        Assert.Equal((5, "hi Ann", true), (change.Change.Target, change.Change.Text, change.ForMe));
        Assert.Equal(2, shown.OfType<ViewProtocol.ShowMessage>().Count());
        Assert.Empty(shown.OfType<ViewProtocol.Call>());
    }

    [Fact]
    public void Messages_before_a_gap_are_read_again()
    {
        Receive(_session, Event.Welcome with { LongestPage = 100 });
        Say("one", 5);
        Receive(_session, new RoomEvent.Missed(5, 50, 44), new RoomEvent.HistoryShown([Event.Message("new", id: 50)]));

        var read = Assert.IsType<ClientMessage.ReadHistory>(ExpectSent().Message);
        Assert.Equal((6, 100), (read.Before, read.Limit));
        Receive(_session, new RoomEvent.HistoryPage(
            read.Tag, [Event.Message("uno", Event.Mine, 5) with { Edited = 20 }], true, true));

        Assert.Equal("uno", Assert.Single(FishShown<EditProtocol.Refresh>(_ => true).Messages).Message.Text);
    }
}
