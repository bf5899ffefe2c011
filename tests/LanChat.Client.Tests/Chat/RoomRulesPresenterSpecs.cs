using LanChat.Client.Chat;
using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

public sealed class RoomRulesPresenterSpecs
{
    private static readonly Place Here = new("Kitchen", "10.0.0.1:8001", "Ann", Link.Connected);

    private readonly RoomRulesPresenter _rules = new();

    public RoomRulesPresenterSpecs() => _rules.Reset(hasRooms: true);

    /// <summary>The remarks that the event shows.</summary>
    private string Remarks(RoomEvent roomEvent, Uri? site = null) => string.Join(
        '|', _rules.Handle(roomEvent, Here, site)!.OfType<ViewProtocol.ShowRemark>().Select(show => show.Text));

    private static RoomEvent.RoleShown Role(Role role, params string[] may) => new(role, may);

    private static RoomEvent.SettingsShown Settings(params (string Name, string Value)[] changes)
    {
        Assert.True(new RoomSettings().TryWith(
            changes.Select(change => KeyValuePair.Create(change.Name, change.Value)), out var settings));
        return new RoomEvent.SettingsShown(settings);
    }

    private static RoomEvent.EntryRequestsShown Asks(params string[] nicknames) =>
        new([.. nicknames.Select(nickname => new Member(nickname, Event.Another))], Event.Mine, default);

    [Fact]
    public void What_guests_may_do_is_told_first_and_is_not_the_user_s_role()
    {
        Assert.Equal("", Remarks(Role(Protocol.Role.Guest, "speak")));
        Assert.Equal("Your role in this room: owner.", Remarks(Role(Protocol.Role.Owner, "speak", "archive")));
        Assert.True(_rules.Permissions.Allow("archive"));

        _rules.Reset(hasRooms: true);
        Assert.Equal("", Remarks(Role(Protocol.Role.Guest)));
        Assert.Equal("", Remarks(Role(Protocol.Role.Owner)));
        Assert.Equal("Your role in this room: guest.", Remarks(Role(Protocol.Role.Guest)));
        Assert.False(_rules.Permissions.Allow("archive"));
    }

    [Fact]
    public void On_entering_only_the_topic_is_shown_and_then_each_change()
    {
        Assert.Equal("Topic: soup", Remarks(Settings(("topic", "soup"), ("slow", "10s"))));
        Assert.Equal("", Remarks(Settings(("topic", "soup"), ("slow", "10s"))));

        Assert.Equal(
            "This room has no topic.|Setting changed: slow = 20s",
            Remarks(Settings(("slow", "20s"), ("notice", "Be kind."))));
    }

    [Fact]
    public void Each_who_asks_to_enter_is_told_once_and_calls_the_user()
    {
        Assert.Equal("Ben (10.0.0.2) asks to enter. /admit Ben or /reject Ben", Remarks(Asks("Ben")));
        Assert.Equal("", Remarks(Asks("Ben")));
        Assert.Equal("", Remarks(Asks()));

        Assert.Single(_rules.Handle(Asks("Ben"), Here, null)!.OfType<ViewProtocol.Call>());
    }

    [Fact]
    public void An_invitation_is_a_link_and_a_command()
    {
        var given = new RoomEvent.InvitationGiven("AB-12", "our room", 3, new DateTime(2026, 11, 30, 9, 5, 0))
        {
            Server = Event.Mine,
        };

        Assert.Equal(
            """
            Invitation for 3 people, until 2026-11-30 09:05. Whoever has it can enter:
            http://10.0.0.1:8080/#room=our%20room&code=AB-12
            lanchat --connect 10.0.0.1:8001 --room "Kitchen" --code AB-12
            """,
            Remarks(given, new Uri("http://10.0.0.1:8080")),
            ignoreLineEndingDifferences: true);
        Assert.DoesNotContain("http", Remarks(given));
    }

    [Fact]
    public void The_link_of_an_invitation_is_shown_as_a_QR_code_below_it()
    {
        var given = new RoomEvent.InvitationGiven("AB-12", "our room", 3, new DateTime(2026, 11, 30, 9, 5, 0))
        {
            Server = Event.Mine,
        };

        Assert.Equal(
            new ViewProtocol.ShowQrCode("http://10.0.0.1:8080/#room=our%20room&code=AB-12"),
            _rules.Handle(given, Here, new Uri("http://10.0.0.1:8080"))!.Last());
        Assert.IsType<ViewProtocol.ShowRemark>(Assert.Single(_rules.Handle(given, Here, null)!));
    }
}
