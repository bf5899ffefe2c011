using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Dialects;

public sealed class AwaySpecs
{
    private const int Away = 10;

    private static async Task<LineClient> EnterRich(ServerProgram server, string name)
    {
        var client = await LineClient.Connect(server.EndPoint);
        await client.Type($$"""{"hello": 1, "nick": "{{name}}"}""");
        await client.Receive($"【{name}】");
        return client;
    }

    [Fact]
    public async Task Away_is_sent_to_rich_clients_and_confirmed_to_line_clients()
    {
        await using var server = await ServerProgram.Start();
        using var ann = await LineClient.Enter(server.EndPoint, "ann");
        using var ben = await EnterRich(server, "ben");

        await ann.Type("/away at lunch");
        await ann.Receive("You are away: at lunch");
        Assert.Equal(("ann", "at lunch"), Only(await ben.NextFrame(Away)));

        await ben.Type("""{"away": "asleep"}""");
        Assert.Equal(("ben", "asleep"), Only(await ben.NextFrame(Away)));
        await ben.Type("""{"say": "good night"}""");
        Assert.Equal(("ben", "good night"), await ann.NextSaid());

        await ann.Type("/away");
        await ann.Receive("You are back.");
        Assert.Equal(("ann", ""), Only(await ben.NextFrame(Away)));
        await ann.Type($"/away {new string('x', 201)}");
        await ann.Receive("too long");
    }

    private static (string Name, string Text) Only(JsonNode frame)
    {
        var away = Assert.Single(frame["data"]!.AsArray())!;
        return ((string)away[0]!, (string)away[2]!);
    }
}
