using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

public sealed class RetentionSpecs : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-forget-");

    public void Dispose() => _data.Delete(recursive: true);

    private Task<ServerProgram> Start(params string[] more) => ServerProgram.Start(
        [
            "lanchat.server.history.durability=committed",
            $"lanchat.server.data.folder={_data.FullName}",
            "lanchat.server.room.history-size=10",
            .. more,
        ]);

    private static IEnumerable<long> Ids(JsonNode frame) =>
        frame["data"]!.AsArray().Select(message => (long)message!["id"]!);

    [Theory]
    [InlineData("lanchat.server.history.keep-age=1s")]
    [InlineData("lanchat.server.history.keep-size=4KiB")]
    public async Task Pruned_messages_are_a_gap_and_the_shown_history_is_not_pruned(string bound)
    {
        await using (var before = await Start())
        {
            using var ann = await RichClient.Enter(before.EndPoint, "Ann");
            for (var number = 1; number <= 600; number++) await ann.Say($"line {number}");
            while (!(await ann.NextFrame(1))["data"]!.AsArray().Any(
                message => (string)message!["message"]! == "line 600")) ;
            Assert.Equal(0, await before.Stop());
        }

        // Message 1 is Ann's join.
        await using var server = await Start(bound);
        JsonNode? missed = null;
        JsonNode? shown = null;
        await Eventually.Holds(
            () =>
            {
                using var back = RichClient.Enter(server.EndPoint, "back", since: 5).Result;
                var first = back.NextFrame(0, 12).Result;
                if ((int)first["code"]! != 12) return false;
                (missed, shown) = (first["data"], back.NextFrame(0).Result);
                return (long)missed!["before"]! >= 560;
            },
            () => $"{missed}");

        Assert.Equal(
            (5, Ids(shown!).First(), Ids(shown!).First() - 6),
            ((long)missed!["after"]!, (long)missed["before"]!, (long)missed["count"]!));
        // The attempts above have joined and left as well.
        var ids = Ids(shown!).ToArray();
        Assert.InRange(ids.Length, 10, 200);
        Assert.Equal(Enumerable.Range((int)ids[0], ids.Length).Select(id => (long)id), ids);
    }
}
