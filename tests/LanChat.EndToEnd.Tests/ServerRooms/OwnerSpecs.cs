using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.ServerRooms;

/// <summary>The first owner of a server, and the server's own console.</summary>
public sealed class OwnerSpecs : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-owner-");
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private ServerProgram _server = null!;

    private IPEndPoint Server => _server.EndPoint;

    public async Task InitializeAsync() => _server = await Start();

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _key.Dispose();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task Of_two_who_send_the_code_one_becomes_the_owner()
    {
        var code = (await Run("owner")).Output.Split("/own ")[1].Split(')')[0];
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (ann, _) = await RichClient.EnterRoom(Server, "ann", key: _key);
        var (bob, _) = await RichClient.EnterRoom(Server, "bob", key: other);

        var replies = await Task.WhenAll(
            ann.Ask(new JsonObject { ["own"] = code }), bob.Ask(new JsonObject { ["own"] = code }));

        Assert.Equal([9, 13], replies.Select(reply => (int)reply["code"]!).Order());
        Assert.Single(replies, reply => (string?)reply["data"]!["error"] == "code-wrong");
        var (owner, guest) = (int)replies[0]["code"]! == 13 ? (ann, bob) : (bob, ann);
        Assert.Equal(13, (int)(await Set(owner, "topic", "mine"))["code"]!);
        Assert.Equal("not-allowed", (string)(await Set(guest, "topic", "no, mine"))["data"]!["error"]!);
        ann.Dispose();
        bob.Dispose();
    }

    [Fact]
    public async Task Being_first_and_on_the_servers_computer_gives_no_right()
    {
        var (ann, _) = await RichClient.EnterRoom(Server, "ann", key: _key);

        Assert.Equal("not-allowed", (string)(await Set(ann, "topic", "mine"))["data"]!["error"]!);
        Assert.Equal(
            "not-allowed",
            (string)(await ann.Ask(new JsonObject { ["role"] = "ann", ["as"] = "owner" }))["data"]!["error"]!);
        Assert.Equal(
            "code-wrong", (string)(await ann.Ask(new JsonObject { ["own"] = "0000-0000-0000" }))["data"]!["error"]!);
        ann.Dispose();
    }

    [Fact]
    public async Task The_console_gives_roles_while_the_server_runs_and_they_stay()
    {
        var (ann, _) = await RichClient.EnterRoom(Server, "ann", key: _key);

        Assert.Equal((0, ""), await Run("do", "role ann owner"));

        await ann.NextFrame(19);
        Assert.Equal("owner", (string)(await ann.NextFrame(19))["data"]!["role"]!);
        await ann.Ask(new JsonObject { ["open"] = "Kitchen", ["set"] = new JsonObject { ["topic"] = "soup" } });
        var (kitchen, _) = await RichClient.EnterRoom(Server, "ann", "kitchen", _key);
        await kitchen.Ask(new JsonObject { ["say"] = "tasty" });
        ann.Dispose();
        kitchen.Dispose();
        await _server.DisposeAsync(); // killed
        _server = await Start();

        Assert.Equal((0, "Our room\t0\tall\t\nKitchen\t0\tall\tsoup\n"), await Run("do", "rooms"));
        var (again, welcome) = await RichClient.EnterRoom(Server, "ann", "Kitchen", _key);
        Assert.Equal("Kitchen", (string)welcome["data"]!["room"]!);
        Assert.Contains("tasty", (await again.NextFrame(0)).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(13, (int)(await Set(again, "entry", "closed"))["code"]!);
        again.Dispose();
    }

    [Fact]
    public async Task The_console_forgets_a_nickname_while_the_server_runs()
    {
        var (ann, _) = await RichClient.EnterRoom(Server, "ann", key: _key);
        ann.Dispose();

        Assert.Equal((0, ""), await Run("names", "forget", "Ann"));

        using var line = await LineClient.Enter(Server, "ann");
        await line.Type("hello");
        Assert.Equal(("ann", "hello"), await line.NextSaid());
    }

    [Fact]
    public async Task Only_the_servers_user_may_command_it()
    {
        if (OperatingSystem.IsWindows()) return; // has no modes; the folder is the user's own
        var socket = Path.Combine(_data.FullName, "Our room", "control.sock");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(socket));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(Path.GetDirectoryName(socket)!));
        Assert.Equal(0, await _server.Stop());

        Assert.Equal(3, (await Run("do", "rooms")).Code);
    }

    [Fact]
    public async Task The_code_is_in_no_output_but_the_owner_commands()
    {
        var code = (await Run("owner")).Output.Split("/own ")[1].Split(')')[0];

        Assert.Equal(0, await _server.Stop());

        Assert.DoesNotContain(code, _server.Banner, StringComparison.Ordinal);
        Assert.All(
            _data.EnumerateFiles("*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain(code, File.ReadAllText(file.FullName), StringComparison.Ordinal));
    }

    private static Task<JsonNode> Set(RichClient client, string name, string value) =>
        client.Ask(new JsonObject { ["set"] = new JsonObject { [name] = value } });

    private Task<ServerProgram> Start() => ServerProgram.Start(
        "lanchat.server.history.durability=committed", $"lanchat.server.data.folder=\"{_data.FullName}\"");

    private async Task<(int Code, string Output)> Run(params string[] arguments)
    {
        await using var program = RunningProgram.Start(
            "lanchat-server", [.. arguments, "--name", "Our room", "--data", _data.FullName]);
        var output = await program.Output.ReadToEndAsync();
        return (await program.ExitCode(), output);
    }
}
