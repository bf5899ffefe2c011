using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

/// <summary>
/// A server without a history store: messages are shown or counted, and message ids of an earlier
/// server are ignored.
/// </summary>
public sealed class MemoryHistorySpecs
{
    private static async Task<(string Log, long[] Shown, long Missed)> Entrance(
        ServerProgram server, string name, long? since, string? log)
    {
        using var client = await RichClient.Enter(server.EndPoint, name, since, log);
        var welcome = (await client.NextFrame(3))["data"]!;
        var (shown, missed) = (new List<long>(), 0L);
        while (await client.NextFrame(0, 4, 12) is var frame && (int)frame["code"]! is not 4 and var code)
        {
            if (code == 12) missed += (long)frame["data"]!["count"]!;
            else shown.AddRange(frame["data"]!.AsArray().Select(message => (long)message!["id"]!));
        }

        return ((string)welcome["log"]!, [.. shown], missed);
    }

    private static async Task<string> Talk(ServerProgram server, int lines)
    {
        using var bob = await RichClient.Enter(server.EndPoint, "bob");
        var welcome = (await bob.NextFrame(3))["data"]!;
        for (var number = 1; number <= lines; number++) await bob.Say($"line {number}");
        while (!(await bob.NextFrame(1))["data"]!.AsArray().Any(
            message => (string)message!["message"]! == $"line {lines}")) ;
        return (string)welcome["log"]!;
    }

    [Fact]
    public async Task Message_ids_of_an_earlier_log_are_ignored()
    {
        string old;
        await using (var before = await ServerProgram.Start()) old = await Talk(before, 5);
        await using var server = await ServerProgram.Start();
        var log = await Talk(server, 20);
        Assert.NotEqual(old, log);

        foreach (var claimed in new[] { null, old, "" })
        {
            var (entered, shown, missed) = await Entrance(server, "ann", since: 6, claimed);

            Assert.Equal(log, entered);
            Assert.True(shown.Length >= 21 && missed == 0, $"{shown.Length} shown, {missed} missed");
        }
    }

    [Fact]
    public async Task Beyond_memory_the_available_messages_are_shown_and_the_rest_counted()
    {
        await using var server = await ServerProgram.Start(
            "lanchat.server.room.history-size=5", "lanchat.server.room.history-size-raw=5");
        var log = await Talk(server, 30);

        var (_, shown, missed) = await Entrance(server, "ann", since: 1, log);

        // 30 lines after bob's join, and his leave if the server had noticed it when ann joined.
        Assert.InRange(shown.Length, 10, 15);
        Assert.InRange(shown[^1], 31, 32);
        Assert.Equal(shown[^1] - 1, shown.Length + missed);
        Assert.Equal(shown.Order(), shown);
    }
}
