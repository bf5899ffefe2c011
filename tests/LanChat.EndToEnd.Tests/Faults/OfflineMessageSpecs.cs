using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Faults;

public sealed class OfflineMessageSpecs : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-words-");
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose()
    {
        _key.Dispose();
        _data.Delete(recursive: true);
    }

    private Task<ServerProgram> Start() =>
        ServerProgram.Start(
            "lanchat.server.history.durability=committed", $"lanchat.server.data.folder={_data.FullName}");

    private static async Task Kill(ServerProgram server)
    {
        server.Program.Signal(RunningProgram.Kill);
        await server.Program.ExitCode();
    }

    private static async Task<(long Number, string Text)> NextOfflineMessage(RichClient client)
    {
        while (true)
        {
            var message = (await client.NextFrame(1))["data"]![0]!;
            if (message["waited"] is { } number) return ((long)number, (string)message["message"]!);
        }
    }

    [Fact]
    public async Task Offline_messages_survive_kills_until_they_are_delivered()
    {
        await using var first = await Start();
        (await RichClient.Enter(first.EndPoint, "Ann", _key)).Client.Dispose();
        using var ben = await RichClient.Enter(first.EndPoint, "Ben");
        using var line = await LineClient.Enter(first.EndPoint, "Cat");
        await ben.NextFrame(2);
        while ((await Members(ben)).Contains("Ann")) continue;
        await ben.Send(new JsonObject { ["tell"] = "one", ["to"] = "Ann", ["ref"] = "r1" });
        Assert.Equal("Ann", (string)(await ben.NextFrame(15))["data"]!["to"]!);
        await line.Type("@Ann two");
        await line.Receive("Ann is not here; what you said waits for them.");
        await Kill(first);

        await using var second = await Start();
        using var again = await RichClient.Enter(second.EndPoint, "Ben");
        await again.Send(new JsonObject { ["tell"] = "one", ["to"] = "Ann", ["ref"] = "r1" });
        Assert.Equal("r1", (string)(await again.NextFrame(13))["data"]!["ref"]!);
        using var stranger = await RichClient.Enter(second.EndPoint, "Ann");
        Assert.Equal("Ann_2", (string)(await stranger.NextFrame(3))["data"]!["nick"]!);
        var (ann, _) = await RichClient.Enter(second.EndPoint, "Ann", _key);
        var message = await NextOfflineMessage(ann);
        Assert.Equal("one", message.Text);
        Assert.Equal("two", (await NextOfflineMessage(ann)).Text);
        await ann.Send(new JsonObject { ["had"] = message.Number });
        Assert.Equal("two", (await NextOfflineMessage(ann)).Text);
        await Kill(second);
        ann.Dispose();

        await using var third = await Start();
        (ann, _) = await RichClient.Enter(third.EndPoint, "Ann", _key);
        message = await NextOfflineMessage(ann);
        Assert.Equal("two", message.Text);
        await ann.Send(new JsonObject { ["had"] = message.Number });
        await Members(ann);
        await Kill(third);
        ann.Dispose();

        await using var last = await Start();
        (ann, _) = await RichClient.Enter(last.EndPoint, "Ann", _key);
        await ann.NextFrame(2);
        await ann.Send(new JsonObject { ["list"] = true });
        while (await ann.NextFrame() is { } frame && (int)frame["code"]! != 2)
            Assert.Null(frame["data"]![0]!["waited"]);
        ann.Dispose();
    }

    private static async Task<string[]> Members(RichClient client)
    {
        await client.Send(new JsonObject { ["list"] = true });
        return [.. (await client.NextFrame(2))["data"]!.AsArray().Select(member => (string)member![0]!)];
    }
}
