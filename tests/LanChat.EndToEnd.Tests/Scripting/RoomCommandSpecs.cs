using System.Net;
using System.Net.Sockets;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Scripting;

/// <summary><c>rooms</c>, <c>members</c>, and commands that find a room by its name.</summary>
public sealed class RoomCommandSpecs
{
    private readonly string[] _announced = ["lanchat.discovery.interval=200ms", $"lanchat.discovery.port={FreePort()}"];

    private IEnumerable<string> Announced => _announced.SelectMany(setting => new[] { "--set", setting });

    [Fact]
    public async Task Every_room_is_printed_once()
    {
        await using var one = await ServerProgram.Start(_announced);
        await using var two = await ServerProgram.Start(_announced);

        var lines = await ScriptRun.Of(["rooms", "--wait", "2", .. Announced]);
        var objects = await ScriptRun.Of(["rooms", "--wait", "2", "--json", .. Announced]);

        Assert.Equal((0, ""), (lines.Code, lines.Errors));
        string[] expected = [$"Our room\t127.0.0.1\t{one.Port}", $"Our room\t127.0.0.1\t{two.Port}"];
        Assert.Equal(expected.Order(), lines.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order());
        Assert.Contains(
            $$"""{"name":"Our room","address":"127.0.0.1","port":{{two.Port}},"members":0}""" + "\n", objects.Output);
    }

    [Fact]
    public async Task Without_rooms_the_exit_code_is_1() => Assert.Equal(
        new ScriptRun(1, "", "No room found in 0.5 s."), await ScriptRun.Of(
            ["rooms", "--wait", "0.5", .. Announced]));

    [Fact]
    public async Task Members_are_printed_without_the_command_itself()
    {
        await using var server = await ServerProgram.Start(_announced);
        using var ann = await LineClient.Enter(server.EndPoint, "ann");
        using var ming = await LineClient.Enter(server.EndPoint, "小 明 😀");

        var lines = await ScriptRun.Of(["members", "--room", "our ROOM", "--nick", "who", .. Announced]);
        var objects = await ScriptRun.Of("members", "--connect", $"{server.EndPoint}", "--nick", "who", "--json");

        Assert.Equal(
            new ScriptRun(0, $"ann\t127.0.0.1\t{ann.Local.Port}\n小 明 😀\t127.0.0.1\t{ming.Local.Port}\n", ""), lines);
        Assert.StartsWith(
            $$"""{"nick":"ann","address":"127.0.0.1","port":{{ann.Local.Port}}}""" + "\n", objects.Output);
        Assert.Equal((0, ""), (objects.Code, objects.Errors));
        await ann.Receive("【who】下线了");
    }

    [Fact]
    public async Task Of_two_rooms_of_one_name_neither_is_joined()
    {
        await using var one = await ServerProgram.Start(_announced);
        await using var two = await ServerProgram.Start(_announced);

        var run = await ScriptRun.Of([
            "send",
            "--room",
            "Our room",
            "--nick",
            "x",
            .. Announced,
            "--set",
            "lanchat.discovery.interval=1s",
            "hello",
        ]);

        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.StartsWith("Several rooms are named Our room: 127.0.0.1:", run.Errors);
    }

    [Fact]
    public async Task An_unknown_room_is_reported() => Assert.Equal(
        new ScriptRun(1, "", "No room named Ours found in 0.5 s."),
        await ScriptRun.Of(["send", "--room", "Ours", "--wait", "0.5", "--nick", "x", .. Announced, "hello"]));

    private static int FreePort()
    {
        using var free = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)free.Client.LocalEndPoint!).Port;
    }
}
