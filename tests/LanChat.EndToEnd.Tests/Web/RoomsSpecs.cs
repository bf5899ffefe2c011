using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Web;

public sealed class RoomsSpecs
{
    private static readonly HttpClient Browser = new();

    [Fact]
    public async Task The_own_room_is_listed_first_and_once_whatever_is_announced()
    {
        await using var server = await ServerProgram.StartWithPage("lanchat.discovery.interval=200ms");
        using var forger = new UdpClient(new IPEndPoint(IPAddress.Parse("127.0.0.66"), 0)) { EnableBroadcast = true };
        await using var other = await ServerProgram.StartWithPage(
            $"lanchat.discovery.port={server.DiscoveryPort}", "lanchat.discovery.interval=200ms",
            "lanchat.server.room.name=\"The other room\"");
        var (rooms, rounds) = (new JsonArray(), 0);

        await Eventually.Holds(
            async () =>
            {
                for (var number = 0; number < 300; number++)
                    await Announce(
                        forger, server, $"made up {number}", $"10.7.{number / 200}.{number % 200 + 1}", 8001);
                await Announce(forger, server, "Forged", "127.0.0.1", server.Port);
                await Announce(forger, server, "Forged", "127.0.0.1", other.Port);
                rooms = JsonNode.Parse(await Browser.GetStringAsync(new Uri(server.Page, "/rooms")))!.AsArray();
                return ++rounds >= 5 && rooms.Any(room => (string)room!["name"]! == "The other room");
            },
            () => $"the other room is not listed: {rooms}");

        Assert.Equal(
            ("Our room", server.Port, true),
            ((string)rooms[0]!["name"]!, (int)rooms[0]!["port"]!, (bool)rooms[0]!["own"]!));
        Assert.Single(rooms, room => (int)room!["port"]! == server.Port);
        Assert.DoesNotContain(rooms, room => (string)room!["name"]! == "Forged");
        Assert.InRange(rooms.Count, 3, 20);
    }

    private static async Task Announce(UdpClient from, ServerProgram server, string name, string ip, int port) =>
        await from.SendAsync(
        Encoding.UTF8.GetBytes($$"""{"name": "{{name}}", "ip": "{{ip}}", "port": {{port}}}"""), new IPEndPoint(
            IPAddress.Parse("127.255.255.255"), server.DiscoveryPort));

    [Fact]
    public async Task Other_rooms_are_listed_with_their_pages()
    {
        await using var other = await ServerProgram.StartWithPage("lanchat.server.room.name=\"The other room\"");
        await using var server = await ServerProgram.StartWithPage($"lanchat.discovery.port={other.DiscoveryPort}");
        JsonNode? found = null;

        await Eventually.Holds(
            async () =>
            {
                var rooms = JsonNode.Parse(await Browser.GetStringAsync(new Uri(server.Page, "/rooms")))!.AsArray();
                found = rooms.SingleOrDefault(room => (string)room!["name"]! == "The other room");
                return found is not null;
            },
            () => "the other room is not listed");

        Assert.Matches("^[0-9a-f]{16}$", (string)found!["log"]!);
        Assert.Equal(
            (other.Port, other.Page, 0),
            ((int)found!["port"]!, new Uri((string)found["page"]!), (int)found["members"]!));
    }
}
