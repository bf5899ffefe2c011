using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;

namespace LanChat.EndToEnd.Tests.Accounts;

/// <summary>What was read on one device counts as read on the others.</summary>
public sealed class ReadPositionSpecs : AccountServerSpec
{
    private readonly ECDsa _annKey;
    private readonly ECDsa _benKey;

    public ReadPositionSpecs() => (_annKey, _benKey) = (NewKey(), NewKey());

    [Fact]
    public async Task The_position_in_a_room_is_shared_kept_and_never_goes_back()
    {
        var console = await Enter("ann", _annKey, "1");
        var phone = await Enter("ann", _annKey, "2");
        var ben = await Enter("ben", _benKey, "3");
        var id = (long)(await ben.Ask(new JsonObject { ["say"] = "hello", ["ref"] = "r1" }))["data"]!["id"]!;

        Assert.Equal(13, (int)(await phone.Ask(new JsonObject { ["read"] = id }))["code"]!);

        Assert.Equal(("OUR ROOM", id), PlaceIn(await console.NextFrame(22)));
        await phone.Ask(new JsonObject { ["read"] = id - 1 });
        Assert.Equal(("OUR ROOM", id), PlaceIn(await console.Ask(new JsonObject { ["read"] = true })));
        await KillAndRestart();
        console = await Enter("ann", _annKey, "1");
        Assert.Equal(("OUR ROOM", id), PlaceIn(await console.Ask(new JsonObject { ["read"] = true })));
        ben = await Enter("ben", _benKey, "3");
        Assert.Empty((await ben.Ask(new JsonObject { ["read"] = true }))["data"]!["places"]!.AsArray());
    }

    [Fact]
    public async Task The_sender_of_a_private_message_sees_that_it_was_read_unless_one_does_not_want_that()
    {
        var ann = await Enter("ann", _annKey, "1");
        var ben = await Enter("ben", _benKey, "2");
        var first = await Tell(ann, "one");

        await ben.Ask(new JsonObject { ["read"] = first, ["with"] = "ann" });

        var seen = (await ann.NextFrame(22))["data"]!["places"]![0]!;
        Assert.Equal(("ben", first), ((string)seen["with"]!, (long)seen["seen"]!));
        // A message that is not there yet is not read.
        await ben.Ask(new JsonObject { ["read"] = long.MaxValue, ["with"] = "ann" });
        await ben.Ask(new JsonObject { ["receipts"] = false });
        var second = await Tell(ann, "two");
        await ben.Ask(new JsonObject { ["read"] = second, ["with"] = "ann" });
        await ann.Ask(new JsonObject { ["read"] = second, ["with"] = "ben" });
        var places = (await ann.Ask(new JsonObject { ["read"] = true }))["data"]!["places"]!.AsArray();
        Assert.All(places, place => Assert.Null(place!["seen"]));
        Assert.False((bool)(await ben.Ask(new JsonObject { ["read"] = true }))["data"]!["receipts"]!);
    }

    [Fact]
    public async Task Who_has_read_a_message_of_the_room_is_told_on_request()
    {
        var ann = await Enter("ann", _annKey, "1");
        var ben = await Enter("ben", _benKey, "2");
        var cid = await Enter("cid", NewKey(), "3");
        var first = await Say(ann, "one", "r1");
        var second = await Say(ann, "two", "r2");
        await ben.Ask(new JsonObject { ["read"] = second });
        await cid.Ask(new JsonObject { ["read"] = first });

        await AssertReaders(ann, first, 2, "ben", "cid");
        await AssertReaders(ann, second, 2, "ben");
        await cid.Ask(new JsonObject { ["receipts"] = false });
        await AssertReaders(ann, first, 1, "ben");
        await AssertReaders(cid, first, 0);
    }

    [Fact]
    public async Task Who_wants_none_has_no_position_after_a_restart_either()
    {
        var ann = await Enter("ann", _annKey, "1");
        var ben = await Enter("ben", _benKey, "2");
        var id = await Say(ann, "one", "r1");
        await ben.Ask(new JsonObject { ["read"] = id });

        Assert.Equal(13, (int)(await ben.Ask(new JsonObject { ["positions"] = false }))["code"]!);

        await ben.Ask(new JsonObject { ["read"] = id });
        await AssertReaders(ann, id, 0);
        await KillAndRestart();
        ben = await Enter("ben", _benKey, "2");
        var read = (await ben.Ask(new JsonObject { ["read"] = true }))["data"]!;
        Assert.Empty(read["places"]!.AsArray());
        Assert.False((bool)read["positions"]!);
    }

    private static async Task<long> Say(RichClient client, string text, string reference) =>
        (long)(await client.Ask(new JsonObject { ["say"] = text, ["ref"] = reference }))["data"]!["id"]!;

    private static async Task AssertReaders(RichClient asking, long id, int of, params string[] by)
    {
        var data = (await asking.Ask(new JsonObject { ["seen"] = id }))["data"]!;
        Assert.Equal(by, data["by"]!.AsArray().Select(name => (string)name!));
        Assert.Equal((id, of), ((long)data["id"]!, (int)data["of"]!));
    }

    private static async Task<long> Tell(RichClient client, string text)
    {
        await client.Send(new JsonObject { ["tell"] = text, ["to"] = "ben" });
        while (true)
        {
            var message = (await client.NextFrame(1))["data"]![0]!;
            if (message["serial"] is { } serial) return (long)serial;
        }
    }

    private static (string Room, long Id) PlaceIn(JsonNode frame)
    {
        var place = frame["data"]!["places"]![0]!;
        return ((string)place["room"]!, (long)place["id"]!);
    }
}
