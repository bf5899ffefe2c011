using System.Text;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

/// <summary>
/// A client of the older system: sends without line ends and takes the result of one receive for
/// one frame.
/// </summary>
public sealed class RawClientSpecs : IAsyncLifetime
{
    // Long enough that these tests read in time even on a busy machine.
    private const string Spacing = "lanchat.server.raw.spacing=250ms";

    private ServerProgram _server = null!;

    public async Task InitializeAsync() => _server = await ServerProgram.Start(Spacing);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Every_frame_arrives_alone_without_a_line_end()
    {
        using var client = await Connect();
        await client.Send("old client");
        int[] entrance =
            [await CodeOfNext(client), await CodeOfNext(client), await CodeOfNext(client), await CodeOfNext(client)];
        Assert.Equal([0, 4, 2, 1], entrance);

        await client.Send("one read, one message");

        var said = await NextSaid(client);
        Assert.Equal("one read, one message", (string)said["message"]!);
        Assert.Equal("old client", (string)said["nickname"]!);
    }

    [Fact]
    public async Task A_burst_is_spaced_so_that_every_frame_is_read_alone()
    {
        using var talker = await LineClient.Enter(_server.EndPoint, "talker");
        using var raw = await Connect();
        await raw.Send("raw");
        await talker.Receive("【raw】加入");
        await talker.Type(string.Join('\n', Enumerable.Range(1, 8).Select(number => $"line {number}")));

        for (var number = 1; number <= 8; number++)
        {
            var said = await NextSaid(raw);
            while ((string)said["nickname"]! != "talker") said = await NextSaid(raw);
            Assert.Equal($"line {number}", (string)said["message"]!);
        }
    }

    [Fact]
    public async Task A_character_split_between_two_reads_arrives_whole()
    {
        using var listener = await LineClient.Enter(_server.EndPoint, "listener");
        using var raw = await SocketClient.Connect(_server.EndPoint);
        await raw.Send("cutter");
        await listener.Receive("cutter");
        var bytes = Encoding.UTF8.GetBytes("前😀");

        await raw.Send(bytes[..5]);
        await raw.Send(bytes[5..]);

        Assert.Equal("前😀", (string)(await listener.Receive("前"))["message"]!);
    }

    private Task<OlderClient> Connect() => OlderClient.Connect(_server.EndPoint, most: 64 * 1024);

    private static async Task<int> CodeOfNext(OlderClient client) => (int)JsonNode.Parse(await client.Next())!["code"]!;

    private static async Task<JsonNode> NextSaid(OlderClient client)
    {
        while (true)
        {
            var frame = await client.Next();
            Assert.DoesNotContain('\n', frame);
            var parsed = JsonNode.Parse(frame)!;
            if ((int)parsed["code"]! == 1 && (string)parsed["data"]![0]!["nickname"]! != "系统消息")
                return parsed["data"]![0]!;
        }
    }
}
