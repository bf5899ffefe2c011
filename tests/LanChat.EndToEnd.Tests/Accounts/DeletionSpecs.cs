using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;

namespace LanChat.EndToEnd.Tests.Accounts;

/// <summary>Leaving a server for good, and what it keeps about an account.</summary>
public sealed class DeletionSpecs : AccountServerSpec
{
    private readonly ECDsa _annKey;
    private readonly ECDsa _phoneKey;
    private readonly ECDsa _benKey;

    public DeletionSpecs() => (_annKey, _phoneKey, _benKey) = (NewKey(), NewKey(), NewKey());

    [Fact]
    public async Task An_account_that_is_deleted_has_nothing_left_after_kill_9_either()
    {
        var (ann, ben) = (await Enter("ann", _annKey, "1"), await Enter("ben", _benKey, "2"));
        var phone = await Enter("phone", _phoneKey, "3", fields: ("link", await CodeOf(ann)));
        Assert.Equal(13, (int)(await ann.Ask(new JsonObject { ["open"] = "Kitchen" }))["code"]!);
        await ann.Ask(new JsonObject { ["tell"] = "soup?", ["to"] = "ben" });
        await ann.Ask(new JsonObject { ["read"] = long.MaxValue });
        await ben.Ask(new JsonObject { ["read"] = long.MaxValue, ["with"] = "ann" });

        await ann.Send(new JsonObject { ["delete-account"] = "ANN" });

        foreach (var client in new[] { ann, phone })
        {
            Assert.Equal("account-deleted", (string)(await client.NextFrame(9))["data"]!["error"]!);
            Assert.Null(await client.NextFrame());
        }

        await KillAndRestart();
        ben = await Enter("ben", _benKey, "2");
        var page = (await ben.Ask(new JsonObject { ["private"] = true }))["data"]!["messages"]!.AsArray();
        Assert.Equal("soup?", (string)Assert.Single(page)!["message"]!);
        Assert.Empty((await ben.Ask(new JsonObject { ["read"] = true }))["data"]!["places"]!.AsArray());
        var stranger = await Enter("ann", NewKey(), "4"); // the nickname is free
        Assert.Equal(["ben", "ann"], await Members(stranger));
        foreach (var (nick, key) in new[] { ("annie", _annKey), ("fon", _phoneKey) })
        {
            var account = (await (await Enter(nick, key, "5")).Ask(new JsonObject { ["account"] = true }))["data"]!;
            Assert.Equal([nick], account["nicks"]!.AsArray().Select(one => (string)one!));
            Assert.Empty(account["roles"]!.AsArray());
            Assert.Empty(account["places"]!.AsArray());
            Assert.Single(account["devices"]!.AsArray());
        }

        var again = await Enter("annie", _annKey, "6");
        Assert.Empty((await again.Ask(new JsonObject { ["private"] = true }))["data"]!["messages"]!.AsArray());
    }

    [Fact]
    public async Task It_is_not_deleted_by_a_nickname_of_somebody_else_and_says_what_is_kept()
    {
        var (ann, _) = (await Enter("ann", _annKey, "1"), await Enter("ben", _benKey, "2"));
        await ann.Ask(new JsonObject { ["open"] = "Kitchen" });
        await ann.Ask(new JsonObject { ["receipts"] = false });

        foreach (var nick in new[] { "ben", "nobody", "" })
            Assert.Equal("nobody-of-that-name", await ErrorOf(ann, new JsonObject { ["delete-account"] = nick }));

        var account = (await ann.Ask(new JsonObject { ["account"] = true }))["data"]!;
        Assert.Equal(["ann"], account["nicks"]!.AsArray().Select(one => (string)one!));
        var role = Assert.Single(account["roles"]!.AsArray())!;
        Assert.Equal(("Kitchen", "owner"), ((string)role["room"]!, (string)role["role"]!));
        Assert.Equal((false, true), ((bool)account["receipts"]!, (bool)account["positions"]!));
    }

    [Fact]
    public async Task A_device_of_a_deleted_account_is_somebody_of_its_own()
    {
        var (ann, ben) = (await Enter("ann", _annKey, "1"), await Enter("ben", _benKey, "2"));
        await Enter("phone", _phoneKey, "3", fields: ("link", await CodeOf(ann)));
        await ann.Send(new JsonObject { ["delete-account"] = "ann" });
        await ann.NextFrame(9);
        ann = await Enter("ann", _annKey, "4");
        var phone = await Enter("phone", _phoneKey, "5");

        await phone.Ask(new JsonObject { ["tell"] = "by the phone", ["to"] = "ben" });

        foreach (var (client, count) in new[] { (phone, 1), (ann, 0), (ben, 1) })
        {
            var page = (await client.Ask(new JsonObject { ["private"] = true }))["data"]!;
            Assert.Equal(count, page["messages"]!.AsArray().Count);
        }
    }

    [Fact]
    public async Task A_code_of_a_deleted_account_links_nobody()
    {
        var ann = await Enter("ann", _annKey, "1");
        var code = await CodeOf(ann);
        await ann.Send(new JsonObject { ["delete-account"] = "ann" });
        await ann.NextFrame(9);

        var (client, first) = await RichClient.EnterRoom(Server, "eve", key: _phoneKey, fields: [("link", code)]);

        using (client) Assert.Equal("code-wrong", (string)first["data"]!["error"]!);
    }
}
