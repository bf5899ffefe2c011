using LanChat.Client.Chat;
using LanChat.Client.Sessions;
using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

public sealed class RoomNumberingSpecs
{
    private readonly RoomNumbering _numbering = new();

    private static ListedRoom Room(string name, int port) =>
        new(port, Event.Name(name), new PeerAddress("10.0.0.1", port));

    private static RoomWindow Window(int number, int port) => new(
        number, number, new RoomAddress(new ServerAddress("10.0.0.1", port)));

    private string Shown(ListedRoom[] received, params RoomWindow[] windows)
    {
        var numbers = _numbering.Number(
            [.. received.Select(room => new RoomNumbering.Numbered(Identity(room), windows.FirstOrDefault(
                window => window.Server == ServerAddress.Of(room.Address))))],
            windows);
        return string.Join(' ', received.OrderBy(room => numbers[Identity(room)]).Select(
            room => $"{numbers[Identity(room)]}{room.Name}"));
    }

    private static string Identity(ListedRoom room) => room.Log ?? $"{room.Address}";

    private readonly ListedRoom[] _three = [Room("A", 1), Room("B", 2), Room("C", 3)];

    [Fact]
    public void Rooms_are_numbered_in_order_of_discovery_and_keep_their_numbers()
    {
        Assert.Equal("1A 2B 3C", Shown(_three));
        Assert.Equal("1A 3C", Shown([_three[0], _three[2]]));
        Assert.Equal("1A 2D 3C", Shown([_three[0], Room("D", 9), _three[2]]));
    }

    [Fact]
    public void A_joined_room_has_the_number_of_its_window()
    {
        Shown(_three);

        Assert.Equal("1A 2B 3C", Shown(_three, Window(2, 2)));
        Assert.Equal("1C 2B 3A", Shown(_three, Window(1, 3), Window(2, 2)));
        Assert.Equal("1C 2B 3A", Shown(_three));
    }

    [Fact]
    public void Numbers_of_windows_are_not_given_to_other_rooms()
    {
        Assert.Equal("2A 3B 4C", Shown(_three, Window(1, 4000)));
        Assert.Equal("2A 3B 4C", Shown(_three));
    }

    [Fact]
    public void A_room_with_the_same_log_id_keeps_its_number_at_another_address()
    {
        var (here, there) =
            (Room("A", 1) with { Log = "0123456789abcdef" }, Room("A", 7) with { Log = "0123456789abcdef" });
        Assert.Equal("1A 2B", Shown([here, _three[1]]));

        Assert.Equal("1A 2B", Shown([_three[1], there]));
    }
}
