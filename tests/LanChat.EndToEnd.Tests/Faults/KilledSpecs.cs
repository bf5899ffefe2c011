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

    private Task<ServerProgram> Start(params string[] settings) => ServerProgram.Start(
    [
        "lanchat.server.history.durability=committed", $"lanchat.server.data.folder={_data.FullName}",
        "lanchat.server.room.history-size=10000", .. settings,
    ]);

    [Fact]
    public Task After_a_kill_no_message_that_was_received_is_missing_or_duplicated() =>
        KillRepeatedly(() => Start(), FaultScale.Of(5, 100));

    [PostgresFact]
    public async Task After_a_kill_no_message_is_missing_or_duplicated_in_PostgreSQL()
    {
        using var room = new PostgresRoom();
        await KillRepeatedly(() => ServerProgram.Start(room.Settings(PostgresRoom.Database)), FaultScale.Of(3, 20));
    }

    [Fact]
    public async Task After_a_kill_no_message_is_missing_or_duplicated_in_any_of_three_rooms()
    {
        string?[] rooms = [null, "Kitchen", "Workshop"];
        var seen = rooms.Select(_ => new SortedDictionary<long, string>()).ToArray();
        var times = FaultScale.Of(2, 30);
        for (var time = 0; time <= times; time++)
        {
            await using var server = await Start("lanchat.server.rooms.open=all", "lanchat.server.rooms.idle=1s");
            if (time == 0) await Open(server, "Kitchen", "Workshop");
            for (var at = 0; at < rooms.Length; at++) AssertPersisted(seen[at], await History(server, rooms[at]));
            if (time == times) break;
            seen = await TalkUntilKilled(server, rooms);
            Assert.All(seen, Assert.NotEmpty);
        }
    }

    private static async Task Open(ServerProgram server, params string[] rooms)
    {
        var (client, _) = await RichClient.EnterRoom(server.EndPoint, "opener");
        foreach (var room in rooms)
            Assert.Equal(13, (int)(await client.Ask(new JsonObject { ["open"] = room }))["code"]!);
        client.Dispose();
    }

    private async Task KillRepeatedly(Func<Task<ServerProgram>> start, int times)
    {
        var seen = new SortedDictionary<long, string>();
        for (var time = 0; time < times; time++)
        {
            await using var server = await start();
            AssertPersisted(seen, await History(server, room: null));
            seen = Assert.Single(await TalkUntilKilled(server, [null]));
            Assert.NotEmpty(seen);
        }

        await using var last = await start();
        AssertPersisted(seen, await History(last, room: null));
        await ServerHealth.AssertClientIsServed(last);
    }

    /// <summary>
    /// Asserts that ids have no gaps, so nothing is duplicated or out of order, and that every
    /// received message is persisted unchanged.
    /// </summary>
    private static void AssertPersisted(SortedDictionary<long, string> seen, List<(long Id, string? Text)> kept)
    {
        for (var index = 1; index < kept.Count; index++) Assert.Equal(kept[index - 1].Id + 1, kept[index].Id);
        var texts = kept.ToDictionary(message => message.Id, message => message.Text ?? "");
        foreach (var (id, text) in seen.Where(pair => kept.Count > 0 && pair.Key >= kept[0].Id))
            Assert.Equal(text, texts.GetValueOrDefault(id));
        if (seen.Count > 0) Assert.InRange(kept[^1].Id, seen.Keys.Last(), long.MaxValue);
    }

    private static async Task<List<(long Id, string? Text)>> History(ServerProgram server, string? room)
    {
        var (client, _) = await RichClient.EnterRoom(server.EndPoint, "historian", room);
        using (client) return [.. Messages(await client.NextFrame(0))];
    }

    /// <summary>System messages have no text.</summary>
    private static IEnumerable<(long Id, string? Text)> Messages(JsonNode frame) =>
        frame["data"]!.AsArray().Select(message => ((long)message!["id"]!, (string?)message["message"]));

    /// <summary>Returns every message received in each room before the server was killed.</summary>
    private async Task<SortedDictionary<long, string>[]> TalkUntilKilled(ServerProgram server, string?[] rooms)
    {
        var seen = rooms.Select(_ => new ConcurrentDictionary<long, string>()).ToArray();
        var sending = rooms.SelectMany((room, at) => Enumerable.Range(0, Speakers)
            .Select(number => Talk(server, room, $"speaker {number}", seen[at]))).ToArray();
        await Eventually.Holds(
            () => seen.All(room => room.Count >= 10), () => string.Join('\n', server.Program.Errors));
        await Task.Delay(_random.Next(300)); // a random time before the kill
        server.Program.Signal(RunningProgram.Kill);
        await Task.WhenAll(sending);
        await server.Program.ExitCode();
        return [.. seen.Select(room => new SortedDictionary<long, string>(room))];
    }

    private static async Task Talk(
        ServerProgram server, string? room, string name, ConcurrentDictionary<long, string> seen)
    {
        var (client, _) = await RichClient.EnterRoom(server.EndPoint, name, room);
        using var owned = client;
        var speaking = Speak(client, name);
        while (await client.NextFrame() is { } frame)
        {
            if ((int)frame["code"]! != 1) continue;
            foreach (var (id, text) in Messages(frame)) Assert.Equal(text ?? "", seen.GetOrAdd(id, text ?? ""));
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
            // The server has ended.
        }
    }
}
