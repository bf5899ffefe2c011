using System.Net;
using LanChat.Client.Scripting;
using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Scripting;

public sealed class RoomFinderSpecs
{
    private static readonly RoomFinder Finder = RoomFinder.Of(
        Event.Name("Ours"), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5),
        new HashSet<IPAddress> { IPAddress.Parse("10.0.0.7"), IPAddress.Parse("172.17.0.1") });

    private static IEnumerable<string> Found(params string[] addresses) => Finder
        .Match([.. addresses.Select((address, at) => new ListedRoom(at + 1, Event.Name("Ours"), AddressIn(address)))])
        .Select(room => $"{room.Address}");

    private static PeerAddress AddressIn(string text) => PeerAddress.Of(IPEndPoint.Parse(text));

    [Fact]
    public void A_local_room_announced_on_several_networks_is_one_room() =>
        Assert.Equal(["10.0.0.7:8001"], Found("10.0.0.7:8001", "172.17.0.1:8001", "127.0.0.1:8001"));

    [Fact]
    public void A_remote_room_announced_on_two_networks_is_one_room_if_its_log_id_matches()
    {
        ListedRoom Listed(string address, string log) => new(1, Event.Name("Ours"), AddressIn(address)) { Log = log };

        Assert.Single(
            Finder.Match([Listed("10.0.0.1:8001", "0123456789abcdef"), Listed("10.1.0.1:8001", "0123456789abcdef")]));
        Assert.Equal(2, Finder.Match(
            [Listed("10.0.0.1:8001", "0123456789abcdef"), Listed("10.1.0.1:8001", "fedcba9876543210")]).Count);
    }

    [Fact]
    public void Two_local_ports_are_two_rooms() =>
        Assert.Equal(["10.0.0.7:8001", "10.0.0.7:8002"], Found("10.0.0.7:8001", "10.0.0.7:8002"));

    [Fact]
    public void Remote_rooms_are_distinguished_by_address() =>
        Assert.Equal(["10.0.0.1:8001", "10.0.0.2:8001", "10.0.0.7:8001"], Found(
            "10.0.0.1:8001", "10.0.0.2:8001", "10.0.0.7:8001"));

    [Theory]
    [InlineData("ours", 1)]
    [InlineData("OURS", 1)]
    [InlineData("Ours ours", 0)]
    [InlineData("our", 0)]
    public void The_whole_name_must_match_ignoring_case(string name, int found) =>
        Assert.Equal(found, Finder.Match([new ListedRoom(1, Event.Name(name), Event.Another)]).Count);
}
