using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

/// <summary>Registered nicknames.</summary>
public sealed class NameSpecs(OneServer one) : IClassFixture<OneServer>, IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private IPEndPoint Server => one.Server.EndPoint;

    public void Dispose() => _key.Dispose();

    private static async Task<string> ErrorOf(RichClient client) =>
        (string)(await client.NextFrame(9))["data"]!["error"]!;

    private static async Task<List<string>> Members(RichClient client)
    {
        await client.Send(new JsonObject { ["list"] = true });
        return [.. (await client.NextFrame(2))["data"]!.AsArray().Select(member => (string)member![0]!)];
    }

    [Fact]
    public async Task The_owner_takes_a_nickname_over_from_a_dead_connection()
    {
        var (dead, _) = await RichClient.Enter(Server, "Ann", _key);

        var (ann, welcome) = await RichClient.Enter(Server, "Ann", _key);

        Assert.Equal("Ann", (string)welcome["nick"]!);
        Assert.True((bool)welcome["yours"]!);
        await ann.NextFrame(4);
        await ann.NextFrame(2);
        Assert.Single(await Members(ann), "Ann");
        Assert.Equal("taken-over", await ErrorOf(dead));
        Assert.Null(await dead.NextFrame());
        ann.Dispose();
        dead.Dispose();
    }

    [Fact]
    public async Task Others_get_another_nickname_even_while_the_owner_is_absent()
    {
        var (owner, _) = await RichClient.Enter(Server, "Ben", _key);
        owner.Dispose();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        var (keyed, welcome) = await RichClient.Enter(Server, "Ben", other);
        using var rich = await RichClient.Enter(Server, "ben");
        using var raw = await SocketClient.Connect(Server);
        await raw.Send("Ben");
        using var line = await LineClient.Enter(Server, "Dan");

        Assert.Equal("Ben_2", (string)welcome["nick"]!);
        Assert.Equal("ben_3", (string)(await rich.NextFrame(3))["data"]!["nick"]!);
        await line.Receive("【Ben_4】加入");
        await line.Type("/nick Ben");
        await line.Receive("That nickname is taken.");
        keyed.Dispose();
    }

    [Fact]
    public async Task A_signature_is_valid_for_one_nonce_only()
    {
        var key = Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());
        var (first, challenge) = await RichClient.Claim(Server, "Cat", key);
        var (second, _) = await RichClient.Claim(Server, "Cat", key);
        var signature = RichClient.Sign(_key, challenge, "Cat");

        await first.Send(new JsonObject { ["sign"] = signature });
        await second.Send(new JsonObject { ["sign"] = signature });

        Assert.NotNull(await first.NextFrame(3));
        Assert.Equal("key-unproven", await ErrorOf(second));
        Assert.Null(await second.NextFrame());
        first.Dispose();
        second.Dispose();
    }

    [Fact]
    public async Task An_invalid_key_is_refused_with_one_error()
    {
        using var larger = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        foreach (var key in new[] { Convert.ToBase64String(
            larger.ExportSubjectPublicKeyInfo()), new string('A', 60_000), "garbage", "" })
        {
            var (client, answer) = await RichClient.Claim(Server, "Eve", key);
            Assert.Equal("key-invalid", (string)answer["data"]!["error"]!);
            Assert.Null(await client.NextFrame());
            client.Dispose();
        }
    }

    [Fact]
    public async Task Two_consoles_of_one_key_are_one_member_and_both_get_everything()
    {
        using var folder = new KeyFolder();
        await using var first = RunningProgram.Start("lanchat", folder.Arguments(Server, "Fay"));
        await ReadUntil(first, "you are Fay");
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File));

        await using var second = RunningProgram.Start("lanchat", folder.Arguments(Server, "Fay"));
        await ReadUntil(second, "you are Fay");
        await second.Input.WriteLineAsync("from the second");
        await second.Input.FlushAsync();

        await ReadUntil(first, "from the second");
        await first.Input.WriteLineAsync("from the first");
        await first.Input.FlushAsync();
        await ReadUntil(second, "from the first");
        using var rich = await RichClient.Enter(Server, "Gus");
        Assert.Equal(["Fay", "Gus"], (await Members(rich)).Order());
    }

    private static async Task ReadUntil(RunningProgram program, string text)
    {
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        string? line = "";
        while (line?.Contains(text, StringComparison.Ordinal) == false)
            line = await program.Output.ReadLineAsync(timeout.Token);
        Assert.NotNull(line);
    }

    private sealed class KeyFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lanchat-key-");

        public string File => Path.Combine(_folder.FullName, "key", "device-key.pem");

        public string[] Arguments(IPEndPoint server, string nick) =>
            [
                "--plain",
                "--connect",
                $"{server}",
                "--nick",
                nick,
                "--set",
                "lanchat.discovery.port=0",
                "--set",
                $"lanchat.client.key=\"{File}\"",
            ];

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
