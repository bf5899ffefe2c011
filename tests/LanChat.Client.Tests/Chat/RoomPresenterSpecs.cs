using LanChat.Client.Chat;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

public sealed class RoomPresenterSpecs
{
    private static readonly PeerAddress MineLater = new("10.0.0.1", 2002);
    private readonly RoomPresenter _presenter =
        new(new RoomAddress(new ServerAddress("localhost", 8001)), new PrivateMessageLog());

    private object[] Show(RoomEvent roomEvent) => [.. _presenter.Handle(roomEvent)];

    private static RoomEvent.HistoryShown History(params ChatMessage[] messages) => new(messages);

    [Fact]
    public void Joining_shows_the_room_and_the_given_nickname()
    {
        Assert.False(_presenter.IsConnected);

        Assert.Equal(
            [new ViewProtocol.ShowEntered("Our room", "localhost:8001", "Ann_2"), new ViewProtocol.Prompt("Ann_2> ")],
            Show(Event.WelcomeAs("Ann_2")));
        Assert.True(_presenter.IsConnected);
    }

    [Fact]
    public void A_taken_nickname_is_given_as_the_reason_for_another()
    {
        var shown = Show(Event.WelcomeAs("Ann_2") with { Taken = "Ann" });

        Assert.Contains(new ViewProtocol.ShowProblem(
            "“Ann” is taken. You are Ann_2; /nick NAME to change."), shown);
    }

    [Fact]
    public void Another_log_is_reported_and_its_first_message_is_new()
    {
        Show(Event.Welcome with { Log = "0123456789abcdef" });
        Show(History(Event.Message("old", id: 20)));

        var shown = Show(Event.Welcome with { Log = "fedcba9876543210" });

        Assert.Equal(ViewProtocol.DropMessageIds.Instance, shown[0]);
        Assert.IsType<ViewProtocol.ShowProblem>(shown[1]);
        Assert.Equal("first", Assert.IsType<ViewProtocol.ShowMessage>(
            Assert.Single(Show(History(Event.Message("first", id: 1))))).Message.Text);
    }

    [Fact]
    public void Messages_are_shown_and_the_user_s_own_are_recognized()
    {
        Show(Event.Welcome);

        Assert.Equal([new ViewProtocol.ShowMessage(Event.Message("hi"), Own: false)], Show(
            new RoomEvent.Spoken(Event.Message("hi"))));
        var own = Event.Message("hello", Event.Mine, id: 2);
        Assert.Equal([new ViewProtocol.ShowMessage(own, Own: true)], Show(new RoomEvent.Spoken(own)));
    }

    [Fact]
    public void The_number_of_missed_messages_is_shown()
    {
        Show(Event.Welcome);

        Assert.Equal(
            [new ViewProtocol.ShowRemark("75 messages not shown.")],
            Show(new RoomEvent.Missed(10, 86, 75)));
    }

    [Fact]
    public void Changes_in_the_history_are_news_only_for_messages_that_were_there_before()
    {
        Show(Event.Welcome);
        var first = History(Event.Message("1"), Event.Message("2", id: 2), Change(3, 1), Change(4, 0));
        Assert.Equal(["1", "2"], Texts(first));
        Assert.Equal(4, _presenter.Last);

        var missed = History(Event.Message("5", id: 5), Change(6, 5), Change(7, 2));
        Assert.Equal(["5", "changed 2"], Texts(missed));
        Assert.Empty(Texts(missed));
        Assert.Equal(7, _presenter.Last);

        string[] Texts(RoomEvent told) => [.. Show(told).Select(shown => shown switch
        {
            ViewProtocol.ShowMessage show => show.Message.Text,
            EditProtocol.ShowChange change => $"changed {change.Change.Target}",
            _ => "",
        }).Where(text => text.Length > 0)];
    }

    [Fact]
    public void A_message_that_was_taken_back_says_so()
    {
        Show(Event.Welcome);

        var shown = Assert.IsType<ViewProtocol.ShowMessage>(Assert.Single(
            Show(History(Event.Message("", id: 1) with { IsGone = true }))));

        Assert.Equal("* Bob took a message back", shown.Message.Text);
    }

    private static ChatMessage Change(long id, long target) =>
        Event.Message("new", id: id, kind: MessageKind.Edited) with { Target = target };

    [Fact]
    public void A_mention_is_marked_and_a_live_one_notifies_the_user()
    {
        Show(Event.Welcome);

        var old = Event.Message("old words for Ann");
        Assert.Equal([new ViewProtocol.ShowMessage(old, Own: false, ForMe: true)], Show(History(old)));
        var said = Event.Message("ann?", id: 2);
        Assert.Equal(
            [new ViewProtocol.ShowMessage(
                said, Own: false, ForMe: true), new ViewProtocol.Call("Our room", "Bob: ann?")],
            Show(new RoomEvent.Spoken(said)));
        var own = Event.Message("I am Ann", Event.Mine, id: 3);
        Assert.Equal([new ViewProtocol.ShowMessage(own, Own: true)], Show(new RoomEvent.Spoken(own)));
        var message = Event.Message("Ann came", id: 4, kind: MessageKind.Joined);
        Assert.Equal([new ViewProtocol.ShowMessage(message, Own: false)], Show(new RoomEvent.Spoken(message)));
    }

    [Fact]
    public void A_private_message_notifies_its_recipient_but_not_its_sender()
    {
        Show(Event.Welcome);

        var received = new RoomEvent.PrivateMessage(
            Event.Message("psst", kind: MessageKind.Private), new Member("Ann", Event.Mine));
        Assert.Equal(new ViewProtocol.Call("Our room", "Bob: (private to Ann) psst"), Show(received)[^1]);
        var said = new RoomEvent.PrivateMessage(
            Event.Message("psst", Event.Mine, kind: MessageKind.Private), new Member("Bob", Event.Another));
        Assert.False(Assert.IsType<ViewProtocol.ShowMessage>(Assert.Single(Show(said))).ForMe);
    }

    [Fact]
    public void The_place_follows_the_connection_state()
    {
        Assert.Equal(new Place("localhost:8001", "localhost:8001", null, Link.Connecting), _presenter.Place);
        Show(Event.Welcome);
        Assert.Equal(new Place("Our room", "localhost:8001", "Ann", Link.Connected), _presenter.Place);
        _ = _presenter.HandleLoss("Lost.", TimeSpan.FromSeconds(1)).ToArray();
        Assert.Equal(new Place("Our room", "localhost:8001", "Ann", Link.Lost), _presenter.Place);
    }

    [Fact]
    public void The_latency_is_cleared_when_the_connection_is_lost()
    {
        Show(Event.Welcome);
        _presenter.Latency = TimeSpan.FromMilliseconds(12);
        Assert.Equal(TimeSpan.FromMilliseconds(12), _presenter.Place.Latency);
        _ = _presenter.HandleLoss("Lost.", TimeSpan.FromSeconds(1)).ToArray();
        Assert.Null(_presenter.Place.Latency);
        Show(Event.Welcome);
        Assert.Null(_presenter.Place.Latency);
    }

    [Fact]
    public void System_messages_are_nobody_s_own()
    {
        Show(Event.Welcome);

        var message = Event.Message("Ann came", Event.Mine, kind: MessageKind.Joined);

        Assert.Equal([new ViewProtocol.ShowMessage(message, Own: false)], Show(new RoomEvent.Spoken(message)));
    }

    [Fact]
    public void After_a_reconnection_only_missed_messages_are_shown()
    {
        var (one, two, three) =
            (Event.Message("one", Event.Mine), Event.Message("two", id: 2), Event.Message("three", id: 3));
        Show(Event.Welcome);
        Assert.Equal(2, Show(History(one, two)).Length);
        _ = _presenter.HandleLoss("Lost.", TimeSpan.FromSeconds(1)).ToArray();
        Show(Event.WelcomeAs("Ann", MineLater));

        Assert.Equal([new ViewProtocol.ShowMessage(three, Own: false)], Show(History(one, two, three)));
    }

    [Fact]
    public void The_user_s_messages_from_an_earlier_connection_are_still_their_own()
    {
        Show(Event.Welcome);
        Show(Event.WelcomeAs("Ann", MineLater));

        Assert.Equal([new ViewProtocol.ShowMessage(Event.Message("x", Event.Mine), Own: true)], Show(
            History(Event.Message("x", Event.Mine))));
    }

    [Fact]
    public void Rejoining_is_a_remark_unless_the_nickname_changed()
    {
        Show(Event.Welcome);

        Assert.IsType<ViewProtocol.ShowRemark>(Show(Event.Welcome)[0]);
        Assert.IsType<ViewProtocol.ShowEntered>(Show(Event.WelcomeAs("Ann_2"))[0]);
    }

    [Fact]
    public void A_notice_is_shown_only_if_it_changed()
    {
        Assert.Equal([new ViewProtocol.ShowNotice("one")], Show(new RoomEvent.NoticeShown("one")));
        Assert.Empty(Show(new RoomEvent.NoticeShown("one")));
        Assert.Equal([new ViewProtocol.ShowNotice("two")], Show(new RoomEvent.NoticeShown("two")));
    }

    [Fact]
    public void Members_are_shown_on_joining_and_counted_if_there_are_many()
    {
        var many = Enumerable.Range(0, 30).Select(i => new Member($"n{i}", new PeerAddress("10.0.0.1", i))).ToArray();

        var shown = Assert.Single(Show(new RoomEvent.MembersShown(many)).OfType<ViewProtocol.ShowMembers>());

        Assert.Equal((MemberPresenter.MaxNamesOnJoin, 30), (shown.Nicknames.Count, shown.Total));
        Assert.Empty(Show(new RoomEvent.MembersShown(many)).OfType<ViewProtocol.ShowMembers>());
    }

    [Fact]
    public void A_refusal_is_shown() =>
        Assert.Equal(
            [new ViewProtocol.ShowProblem(Refusal.UnknownRequest.Sentence())],
            Show(Event.Refusal(Refusal.UnknownRequest)));

    [Fact]
    public void The_same_failure_is_shown_once_and_each_attempt_in_the_prompt()
    {
        Show(Event.Welcome);

        Assert.Equal(
            [new ViewProtocol.ShowProblem("Lost. Trying again in 1 s."), new ViewProtocol.Prompt("(again in 1 s) > ")],
            _presenter.HandleLoss("Lost.", TimeSpan.FromSeconds(0.8)));
        Assert.False(_presenter.IsConnected);
        Assert.Equal(
            [new ViewProtocol.Prompt("(again in 2 s) > ")], _presenter.HandleLoss("Lost.", TimeSpan.FromSeconds(2)));
        Assert.Equal(2, _presenter.HandleLoss("Nobody answers.", TimeSpan.FromSeconds(4)).Count());

        Show(Event.Welcome);
        Assert.Equal(2, _presenter.HandleLoss("Nobody answers.", TimeSpan.FromSeconds(1)).Count());
    }
}
