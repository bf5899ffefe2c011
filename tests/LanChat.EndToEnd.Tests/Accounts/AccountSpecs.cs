using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Accounts;

/// <summary>One person with several devices.</summary>
public sealed class AccountSpecs : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-account-");
    private readonly ECDsa _console = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _phone = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly List<RichClient> _clients = [];
    private ServerProgram _server = null!;

    private IPEndPoint Server => _server.EndPoint;

    public async Task InitializeAsync() => _server = await Start();

    public async Task DisposeAsync()
    {
        foreach (var client in _clients) client.Dispose();
        await _server.DisposeAsync();
        _console.Dispose();
        _phone.Dispose();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task Linked_devices_are_one_member_who_leaves_with_the_last_of_them()
    {
        using var bob = await LineClient.Enter(Server, "bob");
        var ann = await Enter("ann", _console, "1");
        await bob.Receive("【ann】加入聊天室");
        var code = await CodeOf(ann);

        var phone = await Enter("phone", _phone, "2", ("link", code), ("device", "A phone"));

        Assert.Equal("A phone", (string)(await Told(ann, "linked"))["devices"]![1]!["name"]!);
        Assert.Equal(["bob", "ann"], await Members(phone));
        await phone.Say("from the phone");
        Assert.Equal("from the phone", await NextSaid(ann));
        await ann.Say("from the console");
        Assert.Equal("from the console", await NextSaid(ann));
        foreach (var text in new[] { "from the phone", "from the console" })
            Assert.Equal(text, await NextSaid(phone));
        ann.Dispose();
        await phone.Ask(new JsonObject { ["say"] = "still here" });
        phone.Dispose();
        var seen = await ReadUntil(bob, "【ann】下线了");
        Assert.Equal(
            ["from the phone", "from the console", "still here", "【ann】下线了"],
            seen);
    }

    [Fact]
    public async Task A_client_that_comes_back_replaces_its_session_and_nobody_sees_it()
    {
        using var bob = await LineClient.Enter(Server, "bob");
        var dead = await Enter("ann", _console, "1");
        await bob.Receive("【ann】加入聊天室");
        var last = (long)(await dead.Ask(new JsonObject { ["say"] = "one", ["ref"] = "r1" }))["data"]!["id"]!;
        await bob.Type("missed");
        await ReadUntil(bob, "missed");

        var (ann, welcome) = await RichClient.EnterRoom(
            Server, "ann", key: _console, fields: [("session", Session("1"))]);
        _clients.Add(ann);

        Assert.Null(welcome["data"]!["taken"]);
        Assert.Equal("taken-over", (string)(await dead.NextFrame(9))["data"]!["error"]!);
        Assert.Equal(["bob", "ann"], await Members(ann));
        var page = await ann.Ask(new JsonObject { ["history"] = true, ["after"] = last });
        Assert.Equal(["missed"], page["data"]!["messages"]!.AsArray().Select(message => (string)message!["message"]!));
        await ann.Ask(new JsonObject { ["say"] = "two" });
        Assert.Equal(["two"], await ReadUntil(bob, "two"));
    }

    [Fact]
    public async Task A_device_that_is_taken_off_is_disconnected_and_enters_as_a_stranger()
    {
        var ann = await Enter("ann", _console, "1");
        var phone = await Enter("phone", _phone, "2", ("link", await CodeOf(ann)));
        Assert.Equal("no-such-device", await ErrorOf(ann, new JsonObject { ["unlink"] = 7 }));

        Assert.Equal(13, (int)(await ann.Ask(new JsonObject { ["unlink"] = 2 }))["code"]!);

        Assert.Equal("unlinked", (string)(await phone.NextFrame(9))["data"]!["error"]!);
        Assert.Null(await phone.NextFrame());
        var (stranger, welcome) = await RichClient.EnterRoom(Server, "ann", key: _phone);
        _clients.Add(stranger);
        Assert.Equal(("ann_2", "ann"), ((string)welcome["data"]!["nick"]!, (string)welcome["data"]!["taken"]!));
        Assert.Single((await ann.Ask(new JsonObject { ["devices"] = true }))["data"]!["devices"]!.AsArray());
    }

    [Fact]
    public async Task A_code_links_one_device_and_what_it_owned_comes_along()
    {
        (await Enter("phone", _phone, "2")).Dispose();
        var ann = await Enter("ann", _console, "1");
        var code = await CodeOf(ann);
        await Enter("whoever", _phone, "2", ("link", code));
        using var third = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        var (refused, first) = await RichClient.EnterRoom(Server, "eve", key: third, fields: [("link", code)]);

        Assert.Equal("code-wrong", (string)first["data"]!["error"]!);
        Assert.Null(await refused.NextFrame());
        refused.Dispose();
        var renamed = await ann.Ask(new JsonObject { ["nick"] = "phone" });
        Assert.Equal("phone", (string)renamed["data"]!);
    }

    [Fact]
    public async Task Accounts_and_their_devices_survive_kill_9_and_lost_devices_are_replaced()
    {
        var ann = await Enter("ann", _console, "1");
        await Enter("phone", _phone, "2", ("link", await CodeOf(ann)));
        await _server.DisposeAsync(); // killed
        _server = await Start();

        var phone = await Enter("ann", _phone, "2");
        Assert.Equal(2, (await phone.Ask(new JsonObject { ["devices"] = true }))["data"]!["devices"]!.AsArray().Count);
        using var replacement = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (status, output) = await Run("do", "accounts relink ann");
        Assert.Equal(0, status);

        await Enter("x", replacement, "3", ("link", output.Split(' ')[0]));

        Assert.Equal(["ann"], await Members(phone));
        Assert.Equal((1, ""), await Run("do", "accounts relink nobody"));
    }

    [Fact]
    public async Task Guessing_codes_is_refused_after_five_tries_of_an_address()
    {
        var ann = await Enter("ann", _console, "1");
        var code = await CodeOf(ann);

        List<string> errors = [];
        for (var time = 0; time < 8; time++) errors.Add(await ErrorOf(Wrong(code)));

        Assert.Equal([.. Enumerable.Repeat("code-wrong", 5), .. Enumerable.Repeat("flooding", 3)], errors);
        Assert.Equal("flooding", await ErrorOf(code)); // the right one of the same address
        Assert.Equal(["ann"], await Members(ann));
    }

    private static string Wrong(string code) => code.StartsWith('0') ? "1111-1111" : "0000-0000";

    private async Task<string> ErrorOf(string code)
    {
        var (client, first) = await RichClient.EnterRoom(Server, "eve", key: _phone, fields: [("link", code)]);
        using (client) return (string)first["data"]!["error"]!;
    }

    private static string Session(string number) => number.PadLeft(16, '0');

    private async Task<RichClient> Enter(string nick, ECDsa key, string session, params (string, string)[] fields)
    {
        var (client, first) = await RichClient.EnterRoom(
            Server, nick, key: key, fields: [("session", Session(session)), .. fields]);
        _clients.Add(client);
        Assert.Equal(3, (int)first["code"]!);
        Assert.True((bool)first["data"]!["account"]!);
        return client;
    }

    private static async Task<string> CodeOf(RichClient client) =>
        (string)(await client.Ask(new JsonObject { ["link"] = true }))["data"]!["code"]!;

    private static async Task<JsonNode> Told(RichClient client, string what)
    {
        while (true)
        {
            var data = (await client.NextFrame(29))["data"]!;
            if (data[what] is not null) return data;
        }
    }

    private static async Task<string> ErrorOf(RichClient client, JsonObject request) =>
        (string)(await client.Ask(request))["data"]!["error"]!;

    /// <summary>The messages up to the one that contains a text, which is that text.</summary>
    private static async Task<List<string>> ReadUntil(LineClient client, string text)
    {
        List<string> messages = [];
        while (true)
        {
            var message = (string)(await client.NextFrame(1))["data"]![0]!["message"]!;
            var isLast = message.Contains(text, StringComparison.Ordinal);
            messages.Add(isLast ? text : message);
            if (isLast) return messages;
        }
    }

    private static async Task<string> NextSaid(RichClient client)
    {
        while (true)
        {
            var message = (await client.NextFrame(1))["data"]![0]!;
            if ((string)message["kind"]! == "said") return (string)message["message"]!;
        }
    }

    private static async Task<string[]> Members(RichClient client)
    {
        var listed = await client.Ask(new JsonObject { ["list"] = true });
        return [.. listed["data"]!.AsArray().Select(member => (string)member![0]!)];
    }

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
