using LanChat.Client.Chat;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

public sealed class RoomPresenterAwaySpecs
{
    private static readonly Member Ann = Event.Welcome.You;
    private static readonly Member Bob = new("Bob", Event.Another);
    private readonly RoomPresenter _presenter =
        new(new RoomAddress(new ServerAddress("localhost", 8001)), new PrivateMessageLog());

    public RoomPresenterAwaySpecs()
    {
        Show(Event.Welcome);
        Show(new RoomEvent.MembersShown([Ann, Bob]));
    }

    private object[] Show(RoomEvent roomEvent) => [.. _presenter.Handle(roomEvent)];

    private object[] Away(Member who, string text) => Show(new RoomEvent.AwayShown([new Absence(who, text)]));

    private static string[] Offered(object[] shown) =>
        [.. Assert.Single(shown.OfType<ViewProtocol.ShowPresent>()).Away];

    private static string Remark(object[] shown) => Assert.Single(shown.OfType<ViewProtocol.ShowRemark>()).Text;

    [Fact]
    public void Away_members_are_offered_under_their_current_nickname_until_they_are_back()
    {
        Assert.Equal(["Bob"], Offered(Away(Bob, "at lunch")));
        var bobby = Bob with { Nickname = "Bobby" };
        Assert.Equal(["Bobby"], Offered(Show(new RoomEvent.MembersChanged([], [bobby], [Bob]))));
        Assert.Empty(Offered(Away(bobby, "")));
    }

    [Fact]
    public void Only_the_user_s_own_away_changes_are_remarked_on()
    {
        Assert.Empty(Away(Bob, "at lunch").OfType<ViewProtocol.ShowRemark>());
        Assert.Equal("You are away: asleep", Remark(Away(Ann, "asleep")));
        Assert.Equal("You are back.", Remark(Away(Ann, "")));
        Assert.Equal("You are not away.", Remark(Away(Ann, "")));
    }

    [Fact]
    public void A_private_message_to_an_away_member_is_answered_with_a_remark()
    {
        var privateMessage = new RoomEvent.PrivateMessage(
            Event.Message("psst", Event.Mine, kind: MessageKind.Private), new Member("Bob", new PeerAddress("", 0)));
        Assert.Empty(Show(privateMessage).OfType<ViewProtocol.ShowRemark>());

        Away(Bob, "at lunch");

        Assert.Equal("Bob is away: at lunch", Remark(Show(privateMessage)));
        var received = new RoomEvent.PrivateMessage(Event.Message("psst", kind: MessageKind.Private), Ann);
        Assert.Empty(Show(received).OfType<ViewProtocol.ShowRemark>());
    }

    [Fact]
    public void Rejoining_resets_the_away_state_of_everybody()
    {
        Away(Bob, "at lunch");
        Assert.Empty(Show(Event.Welcome).OfType<ViewProtocol.ShowProblem>());
        Assert.Empty(Offered(Show(new RoomEvent.MembersShown([Ann, Bob]))));

        Away(Ann, "asleep");

        Assert.Contains(
            "reset by reconnecting", Assert.Single(Show(Event.Welcome).OfType<ViewProtocol.ShowProblem>()).Text);
    }
}
