using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.ServerRooms;

/// <summary>A room with a port of its own, for clients that know no rooms.</summary>
public sealed partial class RoomPortSpecs
{
    [Fact]
    public async Task A_room_with_a_port_is_announced_and_entered_by_a_client_that_knows_no_rooms()
    {
        using var listener = new UdpClient(new IPEndPoint(IPAddress.Any, 0));
        var port = FreePort.Tcp();
        await using var server = await ServerProgram.Start(
            $"lanchat.server.rooms.ports=\"{port}\"",
            "lanchat.server.raw.spacing=250ms",
            "lanchat.discovery.interval=100ms",
            $"lanchat.discovery.port={((IPEndPoint)listener.Client.LocalEndPoint!).Port}");
        await OpenRoomWithPort(server);

        var lobby = await Announced(listener, found => PortOf(found) == server.Port && found["rooms"] is not null);
        var room = await Announced(listener, found => PortOf(found) == port);
        Assert.Equal(["厨房"], lobby["rooms"]!.AsArray().Select(listed => (string)listed![0]!));
        Assert.Equal("厨房", (string)room["name"]!);
        Assert.Null(room["rooms"]);

        using var inRoom = await OlderClient.Connect(new IPEndPoint(IPAddress.Loopback, port));
        using var inLobby = await OlderClient.Connect(server.EndPoint);
        var (entered, expected) = (await Enter(inRoom, "kim"), await Enter(inLobby, "lou"));
        Assert.Equal("""{"code":0,"msg":"消息记录","data":[]}""", entered[0]); // the lobby's has ada in it
        Assert.Equal(expected[1..], entered[1..]);
        await inRoom.Send("soup");
        await inLobby.Send("no soup");
        Assert.Equal("soup", await NextSaid(inRoom));
        Assert.Equal("no soup", await NextSaid(inLobby));
        await Announced(listener, found => PortOf(found) == port && (int)found["members"]! == 1);
    }

    private static async Task OpenRoomWithPort(ServerProgram server)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (ada, _) = await RichClient.EnterRoom(server.EndPoint, "ada", key: key);
        using var _ = ada;
        var opened = await ada.Ask(new JsonObject
        {
            ["open"] = "厨房",
            ["set"] = new JsonObject { ["port"] = "on" },
        });
        Assert.Equal(13, (int)opened["code"]!);
    }

    private static int PortOf(JsonNode announcement) => (int)announcement["port"]!;

    private static async Task<JsonNode> Announced(UdpClient listener, Func<JsonNode, bool> isIt)
    {
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        while (true)
        {
            var datagram = await listener.ReceiveAsync(timeout.Token);
            if (JsonNode.Parse(Encoding.UTF8.GetString(datagram.Buffer)) is { } found && isIt(found)) return found;
        }
    }

    /// <summary>
    /// Enters and returns the frames that follow, but for what differs in two rooms: names, numbers
    /// and times.
    /// </summary>
    private static async Task<string[]> Enter(OlderClient client, string name)
    {
        await client.Send(name);
        var frames = new string[4];
        for (var index = 0; index < frames.Length; index++)
        {
            var frame = (await client.Next()).Replace(name, "NAME", StringComparison.Ordinal);
            frames[index] = Number().Replace(frame, "0");
        }

        return frames;
    }

    private static async Task<string> NextSaid(OlderClient client)
    {
        while (true)
        {
            var frame = JsonNode.Parse(await client.Next())!;
            if ((int)frame["code"]! == 1 && (string)frame["data"]![0]!["nickname"]! is not "系统消息")
                return (string)frame["data"]![0]!["message"]!;
        }
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
