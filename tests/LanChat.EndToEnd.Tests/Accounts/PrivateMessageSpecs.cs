using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Accounts;

/// <summary>Private messages between accounts, which the server keeps for both.</summary>
public sealed class PrivateMessageSpecs : AccountServerSpec
{
    private readonly ECDsa _annKey;
    private readonly ECDsa _benKey;

    public PrivateMessageSpecs() => (_annKey, _benKey) = (NewKey(), NewKey());

    [Fact]
    public async Task They_are_numbered_and_there_for_both_after_kill_9()
    {
        var ann = await Enter("ann", _annKey, "1");
        var ben = await Enter("ben", _benKey, "2");
        await Tell(ann, "ben", "one");
        await Tell(ben, "ann", "two");

        await KillAndRestart();

        foreach (var client in new[] { await Enter("ann", _annKey, "1"), await Enter("ben", _benKey, "2") })
        {
            var page = await Ask(client, new JsonObject { ["private"] = true });
            Assert.Equal(["one", "two"], TextsIn(page));
            Assert.Equal([1, 2], page["messages"]!.AsArray().Select(message => (int)message!["number"]!));
            Assert.False((bool)page["more"]!);
        }
    }

    [Fact]
    public async Task Nobody_else_gets_or_finds_them_and_a_retry_is_kept_once()
    {
        var key = NewKey();
        var ann = await Enter("ann", _annKey, "1");
        await Enter("ben", _benKey, "2");
        var eve = await Enter("eve", key, "3");
        await Tell(ann, "ben", "the soup is ready", "r1");
        await Tell(ann, "eve", "and the bread");
        await KillAndRestart();
        ann = await Enter("ann", _annKey, "1");
        await Tell(ann, "ben", "the soup is ready", "r1");

        Assert.Equal(["the soup is ready", "and the bread"], await Texts(ann, new JsonObject { ["private"] = true }));
        Assert.Equal(
            ["the soup is ready"], await Texts(ann, new JsonObject { ["private"] = true, ["with"] = "BEN" }));
        Assert.Equal(
            ["the soup is ready"], await Texts(ann, new JsonObject { ["private"] = true, ["text"] = "SOUP" }));
        eve = await Enter("eve", key, "3");
        Assert.Equal(["and the bread"], await Texts(eve, new JsonObject { ["private"] = true }));
        Assert.Empty(await Texts(eve, new JsonObject { ["private"] = true, ["with"] = "ben" }));
        var (guest, _) = await RichClient.EnterRoom(Server, "guest");
        using (guest)
        {
            var refused = await guest.Ask(new JsonObject { ["private"] = true });
            Assert.Equal("no-key", (string)refused["data"]!["error"]!);
        }
    }

    [Fact]
    public async Task They_reach_the_other_in_another_room_and_wait_for_who_is_nowhere()
    {
        var ann = await Enter("ann", _annKey, "1");
        var ben = await Enter("ben", _benKey, "2");
        await ann.Ask(new JsonObject { ["open"] = "Kitchen" });
        ben.Dispose();
        ben = await Enter("ben", _benKey, "2", "Kitchen");

        var answer = await Tell(ann, "ben", "are you in the kitchen?");

        Assert.Equal(13, answer);
        var told = await NextPrivate(ben);
        Assert.Equal("are you in the kitchen?", (string)told["message"]!);
        var last = (long)told["serial"]!;
        ben.Dispose();
        await Gone(ann, "Kitchen");
        await Tell(ann, "ben", "good night");
        ben = await Enter("ben", _benKey, "2");
        Assert.Equal(["good night"], await Texts(ben, new JsonObject { ["private"] = true, ["since"] = last }));
    }

    [Fact]
    public async Task Those_of_a_device_that_is_linked_are_there_for_all_devices_of_its_account()
    {
        var phoneKey = NewKey();
        var ann = await Enter("ann", _annKey, "1");
        var ben = await Enter("ben", _benKey, "2");
        var phone = await Enter("phone", phoneKey, "3");
        await Tell(ann, "ben", "by the console");
        await Tell(phone, "ben", "by the phone");
        var last = (await Ask(ben, new JsonObject { ["private"] = true }))["messages"]![1]!;
        await phone.Ask(new JsonObject { ["read"] = (long)last["serial"]!, ["with"] = "ben" });

        phone = await Enter("phone", phoneKey, "3", fields: ("link", await CodeOf(ann)));
        await Tell(ben, "phone", "to both");

        Assert.Equal("to both", (string)(await NextPrivate(ann))["message"]!);
        await KillAndRestart();
        foreach (var key in new[] { _annKey, phoneKey })
        {
            var client = await Enter("ann", key, "4");
            var page = await Ask(client, new JsonObject { ["private"] = true });
            Assert.Equal(["by the console", "by the phone", "to both"], TextsIn(page));
            Assert.Equal([1, 2, 3], page["messages"]!.AsArray().Select(message => (int)message!["number"]!));
            var read = (await Ask(client, new JsonObject { ["read"] = true }))["places"]!.AsArray();
            Assert.Equal((long)last["serial"]!, (long)read.Single(place => place!["with"] is not null)!["id"]!);
        }
    }

    private static async Task<int> Tell(RichClient client, string to, string text, string? reference = null)
    {
        var request = new JsonObject { ["tell"] = text, ["to"] = to };
        if (reference is not null) request["ref"] = reference;
        return (int)(await client.Ask(request))["code"]!;
    }

    private static async Task<JsonNode> Ask(RichClient client, JsonObject request) =>
        (await client.Ask(request))["data"]!;

    private static async Task<string[]> Texts(RichClient client, JsonObject request) =>
        TextsIn(await Ask(client, request));

    private static string[] TextsIn(JsonNode page) =>
        [.. page["messages"]!.AsArray().Select(message => (string)message!["message"]!)];

    private static async Task<JsonNode> NextPrivate(RichClient client)
    {
        while (true)
        {
            var message = (await client.NextFrame(1))["data"]![0]!;
            if ((string)message["kind"]! == "private") return message;
        }
    }

    /// <summary>Waits until nobody is in a room.</summary>
    private static Task Gone(RichClient client, string room) => Eventually.Holds(
        async () =>
        {
            var rooms = await client.Ask(new JsonObject { ["rooms"] = true });
            return rooms["data"]!.AsArray().Any(one => (string)one!["name"]! == room && (int)one["members"]! == 0);
        },
        () => "somebody is still in the room");
}
