using System.Net;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using LanChat.EndToEnd.Tests.Web;

namespace LanChat.EndToEnd.Tests.Faults;

/// <summary>
/// A server that is killed between a request to change a message and its answer: afterwards there
/// are the change and its effect, or neither.
/// </summary>
[Collection(FaultsCollection.Name)]
public sealed class ChangeSpecs : IDisposable
{
    private const int FilesAtOnce = 5;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-change-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task After_a_kill_there_are_the_change_and_its_effect_or_neither()
    {
        var (done, undone) = (0, 0);
        var server = await Start();
        for (var kill = 0; kill < FaultScale.Of(3, 50); kill++)
        {
            var (ann, welcome) = await Enter(server, "ann");
            using var client = ann;
            var token = (string)welcome["data"]!["files"]!["token"]!;
            var text = (long)(await client.Ask(new JsonObject { ["say"] = "before" }))["data"]!["id"]!;
            var links = new List<(long Id, string Link)>();
            for (var count = 0; count < FilesAtOnce; count++)
                links.Add(await Share(server, client, token, $"{kill}-{count}.txt"));

            await client.Send(new JsonObject { ["edit"] = text, ["text"] = "after", ["ref"] = $"edit{kill}" });
            foreach (var (id, _) in links) await client.Send(new JsonObject { ["recall"] = id });
            await Task.Delay(Random.Shared.Next(12)); // the moment of the kill
            var acknowledged = Acknowledged(client);
            await server.DisposeAsync();
            server = await Start();

            var (reader, _) = await Enter(server, "reader");
            using var readerClient = reader;
            var page = await readerClient.Ask(new JsonObject { ["history"] = true, ["limit"] = 200 });
            var shown = page["data"]!["messages"]!.AsArray().ToDictionary(message => (long)message!["id"]!, message => message!);
            var hasChange = shown[text]["edited"] is not null;
            Assert.Equal(hasChange ? "after" : "before", (string)shown[text]["message"]!);
            var told = await acknowledged;
            foreach (var (id, link) in links)
            {
                using var http = new HttpClient { BaseAddress = server.Page };
                using var answer = await http.GetAsync(new Uri(link, UriKind.Relative));
                var isGone = shown[id]["gone"] is not null;
                Assert.Equal(isGone ? HttpStatusCode.NotFound : HttpStatusCode.OK, answer.StatusCode);
                if (told.Contains(id)) Assert.True(isGone, "what was told is done");
                _ = isGone ? done++ : undone++;
            }

        }

        await server.DisposeAsync();
        Assert.Equal(FaultScale.Of(3, 50) * FilesAtOnce, done + undone);
    }

    /// <summary>The messages whose recall the client was told, until its connection ends.</summary>
    private static async Task<HashSet<long>> Acknowledged(RichClient client)
    {
        var told = new HashSet<long>();
        while (await client.NextFrame() is { } frame)
        {
            if ((int)frame["code"]! == 1 && (string)frame["data"]![0]!["kind"]! == "recalled")
                told.Add((long)frame["data"]![0]!["of"]!);
        }

        return told;
    }

    private static async Task<(long Id, string Link)> Share(
        ServerProgram server, RichClient client, string token, string name)
    {
        var tus = new TusClient(server.Page, token);
        using var created = await tus.Create(name, 2, "text/plain");
        using var piece = await tus.Append(tus.LocationOf(created), 0, "hi"u8.ToArray());
        while (true)
        {
            var message = await client.NextMessage();
            if ((string)message["kind"]! == "file") return ((long)message["id"]!, (string)message["file"]!["link"]!);
        }
    }

    private static Task<(RichClient Client, JsonNode First)> Enter(ServerProgram server, string name) =>
        RichClient.EnterRoom(server.EndPoint, name);

    private Task<ServerProgram> Start() => ServerProgram.StartWithPage(
        "lanchat.server.history.durability=committed", $"lanchat.server.data.folder=\"{_data.FullName}\"");
}
