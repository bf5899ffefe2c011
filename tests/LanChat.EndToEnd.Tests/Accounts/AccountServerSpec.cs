using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Accounts;

/// <summary>A server that is killed and started again, and clients with device keys.</summary>
public abstract class AccountServerSpec : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-account-");
    private readonly List<RichClient> _clients = [];
    private readonly List<ECDsa> _keys = [];
    private ServerProgram _server = null!;

    protected IPEndPoint Server => _server.EndPoint;

    public async Task InitializeAsync() => _server = await Start();

    public async Task DisposeAsync()
    {
        foreach (var client in _clients) client.Dispose();
        await _server.DisposeAsync();
        foreach (var key in _keys) key.Dispose();
        _data.Delete(recursive: true);
    }

    /// <summary>The key of a new device.</summary>
    protected ECDsa NewKey()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _keys.Add(key);
        return key;
    }

    /// <summary>A folder that is deleted after the test.</summary>
    protected DirectoryInfo NewFolder() => _data.CreateSubdirectory($"{Guid.NewGuid():N}");

    /// <summary>Kills the server, and starts it again.</summary>
    protected async Task KillAndRestart()
    {
        await _server.DisposeAsync();
        _server = await Start();
    }

    /// <summary>Enters as the client with that session.</summary>
    private protected async Task<RichClient> Enter(
        string nick, ECDsa key, string session, string? room = null, params (string, string)[] fields)
    {
        var (client, first) = await RichClient.EnterRoom(
            Server, nick, room, key, [("session", SessionOf(session)), .. fields]);
        _clients.Add(client);
        Assert.Equal(3, (int)first["code"]!);
        Assert.True((bool)first["data"]!["account"]!);
        return client;
    }

    protected static string SessionOf(string number) => number.PadLeft(16, '0');

    private protected static async Task<string> CodeOf(RichClient client) =>
        (string)(await client.Ask(new JsonObject { ["link"] = true }))["data"]!["code"]!;

    private protected static async Task<string> ErrorOf(RichClient client, JsonObject request) =>
        (string)(await client.Ask(request))["data"]!["error"]!;

    private protected static async Task<string[]> Members(RichClient client)
    {
        var listed = await client.Ask(new JsonObject { ["list"] = true });
        return [.. listed["data"]!.AsArray().Select(member => (string)member![0]!)];
    }

    /// <summary>Runs a command of the server program.</summary>
    protected async Task<(int Code, string Output)> Run(params string[] arguments)
    {
        await using var program = RunningProgram.Start(
            "lanchat-server", [.. arguments, "--name", "Our room", "--data", _data.FullName]);
        var output = await program.Output.ReadToEndAsync();
        return (await program.ExitCode(), output);
    }

    private Task<ServerProgram> Start() => ServerProgram.Start(
        "lanchat.server.history.durability=committed", $"lanchat.server.data.folder=\"{_data.FullName}\"");
}
