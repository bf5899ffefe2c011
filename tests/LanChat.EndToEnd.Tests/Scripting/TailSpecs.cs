using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Scripting;

public sealed class TailSpecs
{
    private static RunningProgram Tail(ServerProgram server, params string[] rest) =>
        RunningProgram.Start("lanchat", ["tail", "--connect", $"{server.EndPoint}", "--nick", "tail", .. rest]);

    private static async Task<string> NextLine(RunningProgram program)
    {
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        return await program.Output.ReadLineAsync(timeout.Token)
            ?? throw new EndOfStreamException(string.Join('\n', program.Errors));
    }

    private static async Task<JsonNode> NextObject(RunningProgram program) => JsonNode.Parse(await NextLine(program))!;

    [Theory]
    [InlineData(RunningProgram.HangUp, 129)]
    [InlineData(RunningProgram.Interrupt, 130)]
    [InlineData(RunningProgram.Terminate, 143)]
    public async Task History_and_messages_are_printed_as_JSON_until_a_signal(int signal, int code)
    {
        await using var server = await ServerProgram.Start();
        using var ann = await LineClient.Enter(server.EndPoint, "ann");
        await ann.Type("before");
        await ann.Receive("before");

        await using var tail = Tail(server, "--json", "-n", "1");
        var before = await NextObject(tail);
        await ann.Receive("【tail】");
        await ann.Type("\e[31m 世界 😀");
        await ann.Type("@tail psst");
        var (now, privateMessage) = (await NextObject(tail), await NextObject(tail));

        Assert.Equal(
            ("before", "ann", "said"), ((string)before["text"]!, (string)before["nick"]!, (string)before["kind"]!));
        Assert.Equal(("\e[31m 世界 😀", $"{ann.Local}"), ((string)now["text"]!, (string)now["from"]!));
        Assert.True((long)now["id"]! > (long)before["id"]!);
        Assert.Equal(
            ("psst", "tail", "private"),
            ((string)privateMessage["text"]!, (string)privateMessage["to"]!, (string)privateMessage["kind"]!));
        tail.Signal(signal);
        Assert.Equal(code, await tail.ExitCode());
        Assert.Empty(tail.Errors);
    }

    [Fact]
    public async Task With_SIGHUP_ignored_it_goes_on_without_a_terminal()
    {
        await using var server = await ServerProgram.Start();
        using var ann = await LineClient.Enter(server.EndPoint, "ann");
        await using var tail = RunningProgram.Start(
            "lanchat", ["tail", "--connect", $"{server.EndPoint}", "--nick", "tail", "-n", "0"], "sh", "-c",
            "trap '' HUP; exec \"$0\" \"$@\"");
        await ann.Receive("【tail】");

        tail.Signal(RunningProgram.HangUp);
        await ann.Type("still there?");

        Assert.EndsWith("] ann: still there?", await NextLine(tail));
    }

    [Fact]
    public async Task Control_characters_in_messages_are_not_written_to_the_terminal()
    {
        await using var server = await ServerProgram.Start();
        using var ann = await LineClient.Enter(server.EndPoint, "ann");
        await ann.Type("\e[31m\a");
        await ann.Receive("31m");

        await using var tail = Tail(server, "-n", "1");

        Assert.EndsWith("] ann: ␛[31m␇", await NextLine(tail));
    }

    [Fact]
    public async Task A_closed_output_ends_it_although_no_message_arrives()
    {
        await using var server = await ServerProgram.Start();
        using var ann = await LineClient.Enter(server.EndPoint, "ann");
        await ann.Type("first");
        await ann.Receive("first");

        var run = await ScriptRun.InBash(
            "\"$0\" \"$@\" | head -n 1; echo \"${PIPESTATUS[0]}\"",
            "tail", "--connect", $"{server.EndPoint}", "--nick", "tail", "-n", "1");

        Assert.EndsWith("] ann: first\n141\n", run.Output);
        Assert.Equal("", run.Errors);
    }

    [Fact]
    public async Task A_restarted_server_is_rejoined()
    {
        var server = await ServerProgram.Start();
        await using var tail = Tail(server, "--set", "lanchat.client.reconnect.longest=50ms");
        using (var ann = await LineClient.Enter(server.EndPoint, "ann"))
        {
            Assert.EndsWith(": ann came in", await NextLine(tail), StringComparison.Ordinal);
        }

        await server.Stop();
        await using var again = RunningProgram.Start(
            "lanchat-server",
            [
                "--port",
                $"{server.Port}",
                "--web",
                "off",
                "--memory",
                "--set",
                "lanchat.server.listen.address=127.0.0.1",
                "--set",
                "lanchat.discovery.targets=[\"127.255.255.255\"]",
            ]);
        Assert.Contains("LanChat server", await NextLine(again));
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        while (!(await again.Output.ReadLineAsync(timeout.Token))!.Contains("Ctrl+C", StringComparison.Ordinal))
        {
        }

        // All may have the same second; then only a higher id shows that a message is new.
        using var ben = await LineClient.Enter(server.EndPoint, "ben");
        for (var number = 1; number <= 5; number++) await ben.Type($"hello {number}");
        while (!(await NextLine(tail)).EndsWith("] ben: hello 5", StringComparison.Ordinal))
        {
        }

        Assert.Contains(tail.Errors, error => error.Contains("Trying again in"));
        tail.Signal(RunningProgram.Terminate);
        Assert.Equal(143, await tail.ExitCode());
        Assert.Contains(tail.Errors, error => error.StartsWith("Back in ", StringComparison.Ordinal));
        await server.DisposeAsync();
    }
}
