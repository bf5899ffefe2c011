using System.Diagnostics;
using System.Net;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

public sealed class FloodSpecs
{
    private static readonly IPAddress Elsewhere = IPAddress.Parse("127.0.0.2");

    private static string Lines(int count) =>
        string.Concat(Enumerable.Range(0, count).Select(number => $"flood {number}\n"));

    [Fact]
    public async Task A_flooding_client_is_slowed_and_disconnected_without_delaying_others()
    {
        await using var server = await ServerProgram.Start(
            "lanchat.server.flood.rate=10", "lanchat.server.flood.patience=2s");
        using var calm = await LineClient.Enter(server.EndPoint, "calm");
        using var flooder = await SocketClient.Connect(server.EndPoint, from: Elsewhere);
        await flooder.Send("flooder\n");
        await calm.Receive("【flooder】加入");
        var watch = Stopwatch.StartNew();
        await flooder.Send(Lines(5000));
        await calm.Receive("flood 10");

        for (var i = 0; i < 5; i++)
        {
            var asked = Stopwatch.StartNew();
            await calm.Type($"calm {i}");
            await calm.Receive($"calm {i}");
            Assert.True(asked.Elapsed < TimeSpan.FromSeconds(1), $"it took {asked.Elapsed}");
        }

        var last = -1;
        while (await calm.NextFrame(1) is var frame && (string)frame["data"]![0]!["message"]! is var text
            && !text.Contains("【flooder】下线了", StringComparison.Ordinal))
            last = text.StartsWith("flood ", StringComparison.Ordinal) ? int.Parse(text["flood ".Length..]) : last;

        // The nickname takes the first of the burst of 20 tokens.
        Assert.InRange(last, 30, 20 + (10 * watch.Elapsed.TotalSeconds));
        Assert.Contains("more than anybody may", await flooder.ReceiveAll());
    }

    [Fact]
    public async Task Messages_beyond_the_burst_are_delayed_and_all_published()
    {
        await using var server = await ServerProgram.Start(
            "lanchat.server.flood.burst=5", "lanchat.server.flood.rate=100");
        using var calm = await LineClient.Enter(server.EndPoint, "calm");
        using var script = await SocketClient.Connect(server.EndPoint);
        await script.Send("script\n" + Lines(100));
        script.EndSending();

        for (var number = 0; number < 100; number++) Assert.Equal(("script", $"flood {number}"), await calm.NextSaid());
        await calm.Receive("【script】下线了");
    }

    [Fact]
    public async Task The_line_tool_paces_itself_and_is_not_disconnected_for_a_long_file()
    {
        await using var server = await ServerProgram.Start(
            "lanchat.server.flood.burst=4", "lanchat.server.flood.rate=20", "lanchat.server.flood.patience=1s");
        using var calm = await LineClient.Enter(server.EndPoint, "calm");
        await using var tool = RunningProgram.Start(
            "lanchat", ["--connect", $"127.0.0.1:{server.Port}", "--nick", "tool"]);
        await tool.Input.WriteAsync(Lines(50));
        tool.Input.Close();

        for (var number = 0; number < 50; number++) Assert.Equal(("tool", $"flood {number}"), await calm.NextSaid());
        Assert.Equal(0, await tool.ExitCode());
    }
}
