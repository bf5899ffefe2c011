using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

/// <summary>A session in a room of a server.</summary>
public sealed class SessionRoomSpecs() : SessionSpec(new RoomEntry("Kitchen", "sesame", "CODE"))
{
    private const string Room = ",\"room\":\"Kitchen\",\"password\":\"sesame\"";
    private const string RoomByCode = Room + ",\"code\":\"CODE\"";

    private static readonly Welcomed Kitchen =
        new("Kitchen", new Member("Ann", Event.Mine), 1000) { HasRooms = true };

    private void JoinKitchen()
    {
        Open(room: RoomByCode);
        Receive(Kitchen);
        ExpectMsg<SessionProtocol.EventsReceived>();
        MarkHandled();
    }

    private void ExpectEnd(Refusal reason)
    {
        Assert.Equal(reason.Code, ExpectMsg<SessionProtocol.Ended>().Refusal?.Code);
        Connection.ExpectMsg<Relay.Stopped>();
    }

    [Fact]
    public void The_room_is_named_again_on_each_connection_but_an_invitation_is_used_up()
    {
        JoinKitchen();
        Fail();
        Reconnect(ExpectLost());

        Open(room: Room);
    }

    [Fact]
    public void Who_has_to_be_admitted_waits_for_as_long_as_it_takes()
    {
        Open(room: RoomByCode);
        Receive(Event.Refusal(Refusal.EntryAsked with { Closes = false }));
        ExpectMsg<SessionProtocol.EventsReceived>();
        MarkHandled();

        Advance(TimeSpan.FromHours(1));
        Receive(Kitchen);

        Assert.Equal([Kitchen], ExpectMsg<SessionProtocol.EventsReceived>().Events);
    }

    [Fact]
    public void Who_is_rejected_does_not_ask_again()
    {
        Open(room: RoomByCode);
        Receive(Event.Refusal(Refusal.EntryAsked with { Closes = false }));
        ExpectMsg<SessionProtocol.EventsReceived>();
        MarkHandled();

        Receive(Event.Refusal(Refusal.EntryClosed));

        ExpectEnd(Refusal.EntryClosed);
    }

    public static TheoryData<string> Final =>
        ["archived", "no-such-room", "entry-closed", "entry-password", "entry-trusted", "entry-named"];

    [Theory]
    [MemberData(nameof(Final))]
    public void Who_was_inside_does_not_come_back_to_a_room_that_lets_nobody_in(string code)
    {
        JoinKitchen();

        Receive(Event.Refusal(new Refusal(code, "No.")));

        ExpectEnd(new Refusal(code, "No."));
    }

    [Fact]
    public void A_server_with_one_room_only_does_not_have_it()
    {
        Open(room: RoomByCode);

        Receive(Event.Welcome);

        ExpectEnd(Refusal.NoSuchRoom);
    }

    [Fact]
    public void Unless_it_is_that_room()
    {
        Open(room: RoomByCode);

        Receive(Kitchen with { Room = "KITCHEN", HasRooms = false });

        Assert.Single(ExpectMsg<SessionProtocol.EventsReceived>().Events);
    }
}
