using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Databases;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Faults;

[Collection(FaultsCollection.Name)]
public sealed class KilledSpecs : IDisposable
{
    private const int Speakers = 3;
    private const int MostLines = 2500;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-killed-");
    private readonly Random _random = new(1);

    public void Dispose() => _data.Delete(recursive: true);

    private Task<ServerProgram> Start() => ServerProgram.Start(
        "lanchat.server.history.durability=committed", $"lanchat.server.data.folder={_data.FullName}",
        "lanchat.server.room.history-size=10000");

    [Fact]
    public Task Nothing_that_anybody_saw_is_missing_or_there_twice_after_a_kill() =>
        KillAgainAndAgain(Start, Extent.Of(5, 100));

    [PostgresFact]
    public async Task Nor_is_it_where_PostgreSQL_keeps_it()
    {
        using var room = new PostgresRoom();
        await KillAgainAndAgain(() => ServerProgram.Start(room.Settings(PostgresRoom.Database)), Extent.Of(3, 20));
    }

    private async Task KillAgainAndAgain(Func<Task<ServerProgram>> start, int times)
    {
        var seen = new SortedDictionary<long, string>();
        for (var time = 0; time < times; time++)
        {
            await using var server = await start();
            Check(seen, await History(server));
            seen = await TalkUntilKilled(server);
            Assert.NotEmpty(seen);
        }

        await using var last = await start();
        Check(seen, await History(last));
        await Afterwards.AnybodyIsServed(last);
    }

    /// <summary>
    /// Numbers without gaps, so nothing twice and nothing out of order; and everything that was
    /// seen is as it was seen.
    /// </summary>
    private static void Check(SortedDictionary<long, string> seen, List<(long Id, string Text)> kept)
    {
        for (var index = 1; index < kept.Count; index++) Assert.Equal(kept[index - 1].Id + 1, kept[index].Id);
        var texts = kept.ToDictionary(message => message.Id, message => message.Text);
        foreach (var (id, text) in seen.Where(known => kept.Count > 0 && known.Key >= kept[0].Id))
            Assert.Equal(text, texts.GetValueOrDefault(id));
        if (seen.Count > 0) Assert.InRange(kept[^1].Id, seen.Keys.Last(), long.MaxValue);
    }

    private static async Task<List<(long Id, string Text)>> History(ServerProgram server)
    {
        using var client = await RichClient.Enter(server.EndPoint, "historian");
        return [.. Messages(await client.NextFrame(0))];
    }

    private static IEnumerable<(long Id, string Text)> Messages(JsonNode frame) =>
        frame["data"]!.AsArray().Select(message => ((long)message!["id"]!, (string)message["message"]!));

    /// <summary>What anybody has read when the server is no more.</summary>
    private async Task<SortedDictionary<long, string>> TalkUntilKilled(ServerProgram server)
    {
        var seen = new ConcurrentDictionary<long, string>();
        var talk = Enumerable.Range(0, Speakers).Select(number => Talk(server, $"speaker {number}", seen)).ToArray();
        await Eventually.Holds(() => seen.Count >= 10, () => string.Join('\n', server.Program.Errors));
        await Task.Delay(_random.Next(300)); // when it strikes is up to chance
        server.Program.Signal(RunningProgram.Kill);
        await Task.WhenAll(talk);
        await server.Program.ExitCode();
        return new SortedDictionary<long, string>(seen);
    }

    private static async Task Talk(ServerProgram server, string name, ConcurrentDictionary<long, string> seen)
    {
        using var client = await RichClient.Enter(server.EndPoint, name);
        var speaking = Speak(client, name);
        while (await client.NextFrame() is { } frame)
        {
            if ((int)frame["code"]! != 1) continue;
            foreach (var (id, text) in Messages(frame)) Assert.Equal(text, seen.GetOrAdd(id, text));
        }

        await speaking;
    }

    private static async Task Speak(RichClient client, string name)
    {
        try
        {
            for (var number = 0; number < MostLines; number++) await client.Say($"{name}: {number}");
        }
        catch (SocketException)
        {
            // The server is gone.
        }
    }
}
