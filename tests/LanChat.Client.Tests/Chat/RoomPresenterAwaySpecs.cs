using LanChat.Client.Chat;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

public sealed class RoomPresenterAwaySpecs
{
    private static readonly Member Ann = Event.Welcome.You;
    private static readonly Member Bob = new("Bob", Event.Another);
    private readonly RoomPresenter _presenter = new(new ServerAddress("localhost", 8001));

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
    public void Who_is_away_is_offered_by_the_name_they_have_now_until_they_are_back()
    {
        Assert.Equal(["Bob"], Offered(Away(Bob, "at lunch")));
        var bobby = Bob with { Nickname = "Bobby" };
        Assert.Equal(["Bobby"], Offered(Show(new RoomEvent.MembersChanged([], [bobby], [Bob]))));
        Assert.Empty(Offered(Away(bobby, "")));
    }

    [Fact]
    public void Only_one_s_own_going_and_coming_is_remarked_upon()
    {
        Assert.Empty(Away(Bob, "at lunch").OfType<ViewProtocol.ShowRemark>());
        Assert.Equal("You are away: asleep", Remark(Away(Ann, "asleep")));
        Assert.Equal("You are back.", Remark(Away(Ann, "")));
        Assert.Equal("You are not away.", Remark(Away(Ann, "")));
    }

    [Fact]
    public void Who_privately_speaks_to_somebody_who_is_away_is_told_so()
    {
        var told = new RoomEvent.PrivateMessage(
            Event.Message("psst", Event.Mine, kind: MessageKind.Private), new Member("Bob", new PeerAddress("", 0)));
        Assert.Empty(Show(told).OfType<ViewProtocol.ShowRemark>());

        Away(Bob, "at lunch");

        Assert.Equal("Bob is away: at lunch", Remark(Show(told)));
        var received = new RoomEvent.PrivateMessage(Event.Message("psst", kind: MessageKind.Private), Ann);
        Assert.Empty(Show(received).OfType<ViewProtocol.ShowRemark>());
    }

    [Fact]
    public void A_room_entered_anew_tells_anew_who_is_away_and_does_not_know_it_of_oneself()
    {
        Away(Bob, "at lunch");
        Assert.Empty(Show(Event.Welcome).OfType<ViewProtocol.ShowProblem>());
        Assert.Empty(Offered(Show(new RoomEvent.MembersShown([Ann, Bob]))));

        Away(Ann, "asleep");

        Assert.Contains(
            "reset by reconnecting", Assert.Single(Show(Event.Welcome).OfType<ViewProtocol.ShowProblem>()).Text);
    }
}
