using LanChat.Client.Chat;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

/// <summary>Replies of the room, private messages and actions.</summary>
public sealed class RoomPresenterReplySpecs
{
    private static readonly Member Bob = new("Bob", Event.Another);
    private readonly RoomPresenter _presenter =
        new(new RoomAddress(new ServerAddress("localhost", 8001)), new PrivateMessageLog());

    public RoomPresenterReplySpecs() => Show(Event.Welcome);

    private object[] Show(RoomEvent roomEvent) => [.. _presenter.Handle(roomEvent)];

    private object[] Ignore(bool on) => Show(new RoomEvent.IgnoringChanged(on, Event.Mine, default));

    private static string[] Offered(object[] shown) =>
        [.. Assert.Single(shown.OfType<ViewProtocol.ShowPresent>()).Names];

    [Fact]
    public void Muting_the_room_is_remarked_on_and_shown_in_the_prompt()
    {
        var shown = Ignore(true);
        Assert.Contains("Room muted", Assert.IsType<ViewProtocol.ShowRemark>(shown[0]).Text);
        Assert.Equal(new ViewProtocol.Prompt("Ann (muted)> "), shown[1]);

        Assert.Equal(
            [new ViewProtocol.ShowRemark("Room unmuted."), new ViewProtocol.Prompt("Ann> ")],
            Ignore(false));
    }

    [Fact]
    public void A_reconnection_that_unmutes_the_room_is_reported()
    {
        Ignore(true);
        _ = _presenter.HandleLoss("Lost.", TimeSpan.FromSeconds(1)).ToArray();

        var shown = Show(Event.Welcome);

        Assert.Contains("The room is unmuted", Assert.Single(shown.OfType<ViewProtocol.ShowProblem>()).Text);
        Assert.Equal(new ViewProtocol.Prompt("Ann> "), shown[^1]);
        Assert.Empty(Show(Event.Welcome).OfType<ViewProtocol.ShowProblem>());
    }

    [Fact]
    public void A_rename_is_remarked_on_and_shown_in_the_prompt()
    {
        Assert.Equal(
            [new ViewProtocol.ShowRemark("You are Anna now."), new ViewProtocol.Prompt("Anna> ")],
            Show(new RoomEvent.NameChanged(new Member("Anna", Event.Mine))));

        Assert.Equal(new ViewProtocol.ShowRemark("Back in Our room."), Show(Event.WelcomeAs("Anna"))[0]);
    }

    [Fact]
    public void A_requested_member_list_is_shown_in_full()
    {
        var many = Enumerable.Range(0, 30).Select(i => new Member($"n{i}", new PeerAddress("10.0.0.1", i))).ToArray();
        Show(new RoomEvent.MembersShown(many));

        var shown = Show(new RoomEvent.MembersListed([.. many, Bob], Event.Mine, default));

        var list = Assert.Single(shown.OfType<ViewProtocol.ShowMembers>());
        Assert.Equal((31, "Bob", 31), (list.Nicknames.Count, list.Nicknames[^1], list.Total));
    }

    [Fact]
    public void Members_are_offered_for_completion_under_their_current_nicknames()
    {
        Assert.Equal(["Ann", "Bob"], Offered(Show(new RoomEvent.MembersShown([Event.Welcome.You, Bob]))));
        Assert.Equal(
            ["Ann", "Bob B"],
            Offered(Show(new RoomEvent.MembersChanged([], [Bob with { Nickname = "Bob B" }], [Bob]))));
        Assert.Equal(["Ann"], Offered(Show(new RoomEvent.MembersChanged([], [], [Bob with { Nickname = "Bob B" }]))));
    }

    [Fact]
    public void A_private_message_is_marked_and_the_user_s_own_is_recognized()
    {
        var shown = Show(new RoomEvent.PrivateMessage(
            Event.Message("psst", Event.Mine, id: 0, kind: MessageKind.Private), Bob));

        var message = Assert.IsType<ViewProtocol.ShowMessage>(Assert.Single(shown));
        Assert.Equal(("(private to Bob) psst", true), (message.Message.Text, message.Own));
    }

    [Fact]
    public void An_action_in_the_history_is_in_the_third_person()
    {
        var act = Event.Message("waves", kind: MessageKind.Acted);

        var shown = Show(new RoomEvent.HistoryShown([act]));

        Assert.Equal("* Bob waves", Assert.IsType<ViewProtocol.ShowMessage>(Assert.Single(shown)).Message.Text);
    }
}
