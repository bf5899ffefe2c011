using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

public sealed class CatchUpSpecs : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-since-");

    public void Dispose() => _data.Delete(recursive: true);

    private Task<ServerProgram> Start(string durability) => ServerProgram.Start(
        $"lanchat.server.history.durability={durability}", $"lanchat.server.data.folder={_data.FullName}",
        "lanchat.server.history.catch-up=20000");

    private static IEnumerable<(long Id, string Text)> Messages(JsonNode frame) =>
        frame["data"]!.AsArray().Select(message => ((long)message!["id"]!, (string)message["message"]!));

    [Theory]
    [InlineData("committed")]
    [InlineData("relaxed")]
    public async Task A_client_that_reconnects_repeatedly_gets_every_message_once(string durability)
    {
        const int lines = 3000;
        await using var server = await Start(durability);
        var speaking = Speak(server, lines);
        var received = new List<long> { 0 };
        var isDone = false;
        while (!isDone)
        {
            using var client = await RichClient.Enter(server.EndPoint, "comes and goes", since: received[^1]);
            for (var frames = 0; frames < 50 && !isDone; frames++)
            {
                var frame = (await client.NextFrame())!;
                Assert.NotEqual(12, (int)frame["code"]!);
                if ((int)frame["code"]! > 1) continue;
                foreach (var (id, text) in Messages(frame))
                {
                    Assert.Equal(received[^1] + 1, id);
                    received.Add(id);
                    isDone |= text == $"line {lines}";
                }
            }
        }

        await speaking;
        Assert.InRange(received.Count, lines, int.MaxValue);
    }

    private static async Task Speak(ServerProgram server, int lines)
    {
        using var speaker = await RichClient.Enter(server.EndPoint, "speaker");
        var reading = Task.Run(async () =>
        {
            while (await speaker.NextFrame(1) is var frame
                && !Messages(frame).Any(message => message.Text == $"line {lines}")) ;
        });
        for (var number = 1; number <= lines; number++) await speaker.Say($"line {number}");
        await reading;
    }

    [Fact]
    public async Task After_a_restart_the_history_is_complete_and_messages_beyond_the_catch_up_limit_are_a_gap()
    {
        await using (var server = await Start("committed"))
        {
            using var ann = await RichClient.Enter(server.EndPoint, "Ann");
            for (var number = 1; number <= 30; number++) await ann.Say($"line {number}");
            while (!Messages(await ann.NextFrame(1)).Any(message => message.Text == "line 30")) ;
            Assert.Equal(0, await server.Stop());
        }

        await using var again = await ServerProgram.Start(
            "lanchat.server.history.durability=committed", $"lanchat.server.data.folder={_data.FullName}",
            "lanchat.server.history.catch-up=12");
        using var back = await RichClient.Enter(again.EndPoint, "Ann", since: 11);
        var missed = (await back.NextFrame(12))["data"]!;
        var shown = Messages(await back.NextFrame(0)).ToArray();

        // Message 1 is Ann's join, message 32 her leave.
        Assert.Equal(
            (11, shown[0].Id, shown[0].Id - 12),
            ((long)missed["after"]!, (long)missed["before"]!, (long)missed["count"]!));
        Assert.Equal(12, shown.Length);
        Assert.Contains(shown, message => message.Text == "line 30");
    }
}
