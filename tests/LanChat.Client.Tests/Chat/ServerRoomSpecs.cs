using Akka.Actor;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

/// <summary>Rooms of the server that the user is on.</summary>
public sealed class ServerRoomSpecs : ChatSpec
{
    private const string LobbyLog = "0123456789abcdef";

    private static readonly RoomSummary Lobby = Room("Lobby", 10) with { IsLobby = true };
    private static readonly RoomSummary Kitchen = Room("Kitchen", 20);

    private readonly IActorRef _lobby;

    public ServerRoomSpecs()
    {
        StartChat("10.0.0.1:8001", "Ann");
        _lobby = Enter("Lobby", LobbyLog);
        List(_lobby, Lobby, Kitchen);
        ExpectRooms("1 Lobby, 2 Kitchen", "");
    }

    private static RoomSummary Room(string name, long last) => new(RoomAddress.KeyOf(name), name, 3, last);

    /// <summary>Expects a session, and lets the room welcome it.</summary>
    private IActorRef Enter(string room, string log)
    {
        var session = ExpectSession();
        Receive(session, Welcome(room, log));
        Assert.IsType<ClientMessage.ListRooms>(Session.ExpectMsg<SessionProtocol.Send>().Request.Message);
        return session;
    }

    private static Welcomed Welcome(string room, string log) =>
        new(room, new Member("Ann", Event.Mine), 1000) { HasRooms = true, Log = log, Protocol = 2 };

    private void List(IActorRef session, params RoomSummary[] rooms) =>
        Receive(session, new RoomEvent.RoomsListed(rooms, Event.Mine, default));

    private void ExpectRooms(string server, string nearby) => FishShown<ViewProtocol.ShowRooms>(shown =>
        server == string.Join(", ", shown.ServerRooms.Select(Describe))
        && nearby == string.Join(", ", shown.Rooms.Select(room => $"{room.Number} {room.Name}")));

    private static string Describe(ServerRoom room) =>
        $"{room.Number} {room.Name}" + (room.Unread > 0 ? $" +{room.Unread}" : "");

    private void Answer(IActorRef session, ClientMessage request) => Tell(
        Session, session, new SessionProtocol.EventsReceived([], [new OutgoingRequest(request, "typed")]));

    [Fact]
    public void They_stand_above_those_nearby_and_the_server_itself_is_no_other_room()
    {
        ListWith(LobbyLog, "Lobby", "Yours");

        ExpectRooms("1 Lobby, 2 Kitchen", "3 Yours");
    }

    [Theory]
    [InlineData("/join 2")]
    [InlineData("/join kitchen")]
    [InlineData("/join \"KITCHEN\"")]
    public void One_is_entered_by_number_or_name_in_a_window_of_its_own(string line)
    {
        Type(line);

        ExpectActive(2, 1, 2);
        ExpectSession();
        Assert.Equal(["Ann at 10.0.0.1:8001", "Ann at Kitchen (10.0.0.1:8001)"], Opened);
        Type("/join KITCHEN");
        Type("/join lobby");
        ExpectActive(1, 1, 2);
        Assert.Equal(2, Opened.Count);
    }

    [Fact]
    public void One_that_is_not_listed_is_entered_by_name()
    {
        Type("/join Hidden");

        ExpectActive(2, 1, 2);
        ExpectSession();
        Assert.Equal("Ann at Hidden (10.0.0.1:8001)", Opened[1]);
    }

    [Fact]
    public void One_that_does_not_exist_is_told_once()
    {
        Type("/join Hidden");

        End(ExpectSession(), Refusal.NoSuchRoom);

        ExpectActive(1, 1);
        ExpectProblem("Hidden (10.0.0.1:8001): There is no room of that name.");
    }

    [Fact]
    public void One_that_the_user_opens_is_entered()
    {
        Type("/open Study ask");
        var sent = Session.ExpectMsg<SessionProtocol.Send>().Request;
        Assert.Equal("Study", Assert.IsType<ClientMessage.OpenRoom>(sent.Message).Name);

        Answer(_lobby, sent.Message);

        ExpectActive(2, 1, 2);
        ExpectSession();
        Assert.Equal("Ann at Study (10.0.0.1:8001)", Opened[1]);
    }

    [Fact]
    public void One_can_be_opened_from_the_list_of_rooms()
    {
        Type("/rooms");

        Type("/open Study");

        Assert.IsType<ClientMessage.OpenRoom>(Session.ExpectMsg<SessionProtocol.Send>().Request.Message);
        ExpectActive(1, 1);
    }

    [Fact]
    public void One_with_a_password_asks_for_it_and_hides_what_is_typed()
    {
        Type("/join Kitchen");
        End(ExpectSession(), Refusal.EntryPassword);
        Session.ExpectMsg<Relay.Stopped>();

        FishShown<ViewProtocol.Prompt>(
            prompt => prompt is { Text: "Password of Kitchen (Enter alone cancels): ", IsSecret: true });
        Type("/quit");

        FishShown<ViewProtocol.Prompt>(prompt => !prompt.IsSecret);
        var second = ExpectSession();
        Assert.Equal(new RoomEntry("Kitchen", "/quit"), Entries[^1]);
        End(second, Refusal.EntryPassword);
        ExpectProblem("Kitchen (10.0.0.1:8001): The room's password is missing or wrong.");
        Type("");
        ExpectPrompt("Room or HOST:PORT: ");
        Assert.Equal(3, Opened.Count);
    }

    [Fact]
    public void A_password_that_is_known_is_given_at_once()
    {
        Type("/join \"Kitchen\" sesame");

        ExpectActive(2, 1, 2);
        ExpectSession();
        Assert.Equal(new RoomEntry("Kitchen", "sesame"), Entries[^1]);
    }

    [Fact]
    public void What_was_said_since_the_user_left_is_counted_and_nothing_where_they_never_were()
    {
        Type("/join Kitchen");
        var kitchen = Enter("Kitchen", "fedcba9876543210");
        Receive(kitchen, new RoomEvent.Spoken(Event.Message("hello", id: 20)));
        Type("/part");
        Session.FishForMessage(message => message is SessionProtocol.Leave);
        End(kitchen);

        List(_lobby, Lobby with { Last = 99 }, Kitchen with { Last = 21 }, Room("Study", 50));
        ExpectRooms("1 Lobby, 2 Kitchen, 3 Study", "");
        List(_lobby, Lobby, Kitchen with { Last = 24 });
        ExpectRooms("1 Lobby, 2 Kitchen +3", "");
    }

    [Fact]
    public void Help_lists_only_what_the_user_may_do_there()
    {
        Receive(_lobby, new RoomEvent.RoleShown(Role.Guest, ["speak"]));
        Type("/help");
        Assert.DoesNotContain("/archive", FishShown<ViewProtocol.ShowHelp>(_ => true).Text);

        Receive(_lobby, new RoomEvent.RoleShown(Role.Owner, ["speak", "archive"]));
        Type("/help");
        Assert.Contains("/archive", FishShown<ViewProtocol.ShowHelp>(_ => true).Text);
    }

    [Fact]
    public void They_are_gone_with_the_last_window_of_their_server()
    {
        Type("/part");
        End(_lobby);

        ExpectRooms("", "");
    }
}
