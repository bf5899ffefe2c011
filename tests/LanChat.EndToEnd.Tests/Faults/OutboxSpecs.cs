using System.Net;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Faults;

public sealed class OutboxSpecs : IDisposable
{
    private const int LinesAtATime = 60;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-outbox-");
    private readonly Random _random = new(1);
    private readonly int _port = FreePort.Tcp();
    private readonly List<string> _serverErrors = [];
    private int _typed;

    public void Dispose() => _data.Delete(recursive: true);

    private Task<ServerProgram> Start() => ServerProgram.Start(
        $"lanchat.server.listen.json={_port}", "lanchat.server.history.durability=committed",
        $"lanchat.server.data.folder={_data.FullName}",
        "lanchat.server.room.history-size=10000");

    [Fact]
    public async Task Lines_typed_while_the_server_is_killed_are_sent_once_and_in_order()
    {
        await using var client = Enter();
        for (var time = 0; time < FaultScale.Of(5, 50); time++)
        {
            await using var server = await Start();
            await ReadUntil(client, "you are Ann", "Back in");
            var typing = Type(client);
            await Task.Delay(_random.Next(200)); // a random time before the kill
            server.Program.Signal(RunningProgram.Kill);
            await typing;
            await server.Program.ExitCode();
            _serverErrors.AddRange(server.Program.Errors);
        }

        await using var last = await Start();
        await ReadUntil(client, "Back in");
        await client.Input.WriteLineAsync("the end");
        await ReadUntil(client, ": the end");

        var said = await Said(last);
        string[] expected = [.. Enumerable.Range(0, _typed).Select(number => $"line {number}"), "the end"];
        Assert.True(!expected.Except(said).Any(), LossReport(expected, said, last));
        Assert.Equal(expected, said);
    }

    private string LossReport(string[] expected, string[] said, ServerProgram last)
    {
        _serverErrors.AddRange(last.Program.Errors);
        var files = _data.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => $"{file.Name} {file.Length}");
        return $"{expected.Except(said).Count()} lines are lost; files: {string.Join(", ", files)}; "
            + $"the servers said: {string.Join('\n', _serverErrors)}";
    }

    private RunningProgram Enter() => RunningProgram.Start("lanchat",
    [
        "--plain", "--connect", $"{new IPEndPoint(IPAddress.Loopback, _port)}", "--nick", "Ann", "--set",
        "lanchat.discovery.port=0",
        "--set", "lanchat.client.reconnect.first=20ms", "--set", "lanchat.client.reconnect.longest=100ms", "--set",
        "lanchat.client.limits.waiting=100000",
    ]);

    private async Task Type(RunningProgram client)
    {
        for (var count = 0; count < LinesAtATime; count++)
        {
            await client.Input.WriteLineAsync($"line {_typed++}");
            await client.Input.FlushAsync();
            await Task.Delay(_random.Next(6)); // so that some lines are typed while the server is down
        }
    }

    private static async Task ReadUntil(RunningProgram client, params string[] texts)
    {
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        while (await client.Output.ReadLineAsync(timeout.Token) is { } line)
        {
            if (texts.Any(line.Contains)) return;
        }

        Assert.Fail($"the client has ended: {string.Join('\n', client.Errors)}");
    }

    private static async Task<string[]> Said(ServerProgram server)
    {
        using var client = await RichClient.Enter(server.EndPoint, "historian");
        return [.. (await client.NextFrame(0))["data"]!.AsArray().Where(
            message => (string)message!["kind"]! == "said").Select(message => (string)message!["message"]!)];
    }
}
