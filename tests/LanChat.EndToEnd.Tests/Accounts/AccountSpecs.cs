using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;

namespace LanChat.EndToEnd.Tests.Accounts;

/// <summary>One person with several devices.</summary>
public sealed class AccountSpecs : AccountServerSpec
{
    private readonly ECDsa _console;
    private readonly ECDsa _phone;

    public AccountSpecs() => (_console, _phone) = (NewKey(), NewKey());

    [Fact]
    public async Task Linked_devices_are_one_member_who_leaves_with_the_last_of_them()
    {
        using var bob = await LineClient.Enter(Server, "bob");
        var ann = await Enter("ann", _console, "1");
        await bob.Receive("【ann】加入聊天室");
        var code = await CodeOf(ann);

        var phone = await Enter("phone", _phone, "2", fields: [("link", code), ("device", "A phone")]);

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
            Server, "ann", key: _console, fields: [("session", SessionOf("1"))]);

        Assert.Null(welcome["data"]!["taken"]);
        Assert.Equal("taken-over", (string)(await dead.NextFrame(9))["data"]!["error"]!);
        Assert.Equal(["bob", "ann"], await Members(ann));
        var page = await ann.Ask(new JsonObject { ["history"] = true, ["after"] = last });
        Assert.Equal(["missed"], page["data"]!["messages"]!.AsArray().Select(message => (string)message!["message"]!));
        await ann.Ask(new JsonObject { ["say"] = "two" });
        Assert.Equal(["two"], await ReadUntil(bob, "two"));
        ann.Dispose();
    }

    [Fact]
    public async Task A_device_that_is_taken_off_is_disconnected_and_enters_as_a_stranger()
    {
        var ann = await Enter("ann", _console, "1");
        var phone = await Enter("phone", _phone, "2", fields: ("link", await CodeOf(ann)));
        Assert.Equal("no-such-device", await ErrorOf(ann, new JsonObject { ["unlink"] = 7 }));

        Assert.Equal(13, (int)(await ann.Ask(new JsonObject { ["unlink"] = 2 }))["code"]!);

        Assert.Equal("unlinked", (string)(await phone.NextFrame(9))["data"]!["error"]!);
        Assert.Null(await phone.NextFrame());
        var (stranger, welcome) = await RichClient.EnterRoom(Server, "ann", key: _phone);
        Assert.Equal(("ann_2", "ann"), ((string)welcome["data"]!["nick"]!, (string)welcome["data"]!["taken"]!));
        Assert.Single((await ann.Ask(new JsonObject { ["devices"] = true }))["data"]!["devices"]!.AsArray());
        stranger.Dispose();
    }

    [Fact]
    public async Task A_code_links_one_device_and_what_it_owned_comes_along()
    {
        (await Enter("phone", _phone, "2")).Dispose();
        var ann = await Enter("ann", _console, "1");
        var code = await CodeOf(ann);
        await Enter("whoever", _phone, "2", fields: ("link", code));
        var third = NewKey();

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
        await Enter("phone", _phone, "2", fields: ("link", await CodeOf(ann)));
        await KillAndRestart();

        var phone = await Enter("ann", _phone, "2");
        Assert.Equal(2, (await phone.Ask(new JsonObject { ["devices"] = true }))["data"]!["devices"]!.AsArray().Count);
        var replacement = NewKey();
        var (status, output) = await Run("do", "accounts relink ann");
        Assert.Equal(0, status);

        await Enter("x", replacement, "3", fields: ("link", output.Split(' ')[0]));

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

    private static async Task<JsonNode> Told(RichClient client, string what)
    {
        while (true)
        {
            var data = (await client.NextFrame(29))["data"]!;
            if (data[what] is not null) return data;
        }
    }

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
}
