using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Accounts;
using LanChat.EndToEnd.Tests.Clients;

namespace LanChat.EndToEnd.Tests;

/// <summary>Messages that are changed and taken back, through restarts.</summary>
public sealed class MessageChangeSpecs : AccountServerSpec
{
    private readonly ECDsa _annKey;
    private readonly ECDsa _benKey;

    public MessageChangeSpecs() => (_annKey, _benKey) = (NewKey(), NewKey());

    [Fact]
    public async Task An_edit_is_seen_live_by_returning_clients_in_pages_in_the_search_and_in_the_export()
    {
        var ann = await Enter("ann", _annKey, "1");
        var ben = await Enter("ben", _benKey, "2");
        var id = await Say(ann, "see you at 3");
        await Next(ben, "said");

        var known = await ann.Ask(new JsonObject { ["edit"] = id, ["text"] = "see you at 4", ["ref"] = "r1" });

        var change = await Next(ben, "edited");
        Assert.Equal((id, "see you at 4", (long)known["data"]!["id"]!), (
            (long)change["of"]!, (string)change["message"]!, (long)change["id"]!));
        await KillAndRestart();
        ben = await Enter("ben", _benKey, "3", null, ("since", $"{id}"));
        change = await Next(ben, "edited"); // it was missed as far as the client says
        Assert.Equal((id, "see you at 4"), ((long)change["of"]!, (string)change["message"]!));
        var page = await ben.Ask(new JsonObject { ["history"] = true });
        var shown = Messages(page).Single(message => (string)message["kind"]! == "said");
        Assert.Equal(("see you at 4", (long)change["id"]!), ((string)shown["message"]!, (long)shown["edited"]!));
        Assert.DoesNotContain(Messages(page), message => (string)message["kind"]! == "edited");
        Assert.Empty(Messages(await ben.Ask(new JsonObject { ["search"] = "at 3" })));
        Assert.Equal(id, (long)Messages(await ben.Ask(new JsonObject { ["search"] = "at 4" })).Single()["id"]!);
        var (_, exported) = await Run("export");
        Assert.DoesNotContain("at 3", exported, StringComparison.Ordinal);
        Assert.Contains($"\"kind\":\"edited\"", exported, StringComparison.Ordinal);

        ann = await Enter("ann", _annKey, "4");
        var again = await ann.Ask(new JsonObject { ["edit"] = id, ["text"] = "see you at 4", ["ref"] = "r1" });
        Assert.Equal((long)change["id"]!, (long)again["data"]!["id"]!); // not done again
        await ann.Ask(new JsonObject { ["edit"] = id, ["text"] = "see you at 5" }); // a key outlives the restart
        Assert.Equal("see you at 5", (string)(await Next(ben, "edited"))["message"]!);
    }

    [Fact]
    public async Task Others_guests_who_came_again_and_who_is_late_are_refused()
    {
        var ann = await Enter("ann", _annKey, "1");
        var ben = await Enter("ben", _benKey, "2");
        var id = await Say(ann, "mine");
        var (guest, _) = await RichClient.EnterRoom(Server, "guest");
        var guests = await Say(guest, "mine");
        await guest.Ask(new JsonObject { ["edit"] = guests, ["text"] = "still mine" });
        guest.Dispose();
        var (stranger, _) = await RichClient.EnterRoom(Server, "guest_2");

        foreach (var (client, request, code) in new[]
        {
            (ben, new JsonObject { ["edit"] = id, ["text"] = "x" }, "not-yours"),
            (ben, new JsonObject { ["recall"] = id }, "not-yours"),
            (stranger, new JsonObject { ["recall"] = guests }, "not-yours"),
            (ann, new JsonObject { ["edit"] = id, ["text"] = "" }, "incomplete"),
            (ann, new JsonObject { ["edit"] = id }, "incomplete"),
            (ann, new JsonObject { ["edit"] = 1_000_000, ["text"] = "x" }, "no-such-message"),
            (ann, new JsonObject { ["recall"] = -5 }, "no-such-message"),
            (ann, new JsonObject { ["recall"] = long.MaxValue }, "no-such-message"),
            (ann, new JsonObject { ["recall"] = long.MinValue }, "no-such-message"),
        })
            Assert.Equal(code, await ErrorOf(client, request));

        stranger.Dispose();
        await Run("do", "set edit 1s");
        ann = await Enter("ann", _annKey, "5");
        id = await Say(ann, "quick");
        await Task.Delay(TimeSpan.FromSeconds(2.1)); // longer than the second that the room allows
        Assert.Equal("too-late", await ErrorOf(ann, new JsonObject { ["edit"] = id, ["text"] = "late" }));
        Assert.Equal("too-late", await ErrorOf(ann, new JsonObject { ["recall"] = id }));
    }

    [Fact]
    public async Task An_old_message_is_read_from_the_disk()
    {
        var ann = await Enter("ann", _annKey, "1");
        var id = await Say(ann, "the first of many");
        for (var count = 0; count < 300; count++) await Say(ann, $"{count}");

        await ann.Ask(new JsonObject { ["recall"] = id });

        var page = await ann.Ask(new JsonObject { ["history"] = true, ["around"] = id, ["limit"] = 1 });
        var gone = Messages(page).Single();
        Assert.Equal((id, true, ""), ((long)gone["id"]!, (bool)gone["gone"]!, (string)gone["message"]!));
    }

    [Fact]
    public async Task Netcat_corrects_and_takes_back_its_last_line()
    {
        using var netcat = await LineClient.Enter(Server, "nc");
        var ben = await Enter("ben", _benKey, "1");
        await netcat.Type("see you at 3");
        await Next(ben, "said");

        await netcat.Type("/s/3/4/");
        Assert.Equal("see you at 4", (string)(await Next(ben, "edited"))["message"]!);
        await netcat.Receive("* nc corrected: see you at 4");
        await netcat.Type("/recall");
        await Next(ben, "recalled");
        await netcat.Receive("* nc took a message back");
        await netcat.Type("/s/x/y/");
        await netcat.Receive("There is no such message");
        using var late = await LineClient.Connect(Server);
        await late.Type("late");
        var history = (await late.NextFrame(0))["data"]!.AsArray().Select(message => (string)message!["message"]!);
        Assert.Equal("* nc took a message back", Assert.Single(history, line => line.StartsWith('*')));
    }

    private static async Task<long> Say(RichClient client, string text) =>
        (long)(await client.Ask(new JsonObject { ["say"] = text }))["data"]!["id"]!;

    /// <summary>The next message of a kind.</summary>
    private static async Task<JsonNode> Next(RichClient client, string kind)
    {
        while (true)
        {
            var frame = await client.NextFrame() ?? throw new EndOfStreamException();
            if ((int)frame["code"]! > 1) continue;
            if (frame["data"]!.AsArray().FirstOrDefault(message => (string)message!["kind"]! == kind) is { } found)
                return found;
        }
    }

    private static IEnumerable<JsonNode> Messages(JsonNode reply) =>
        reply["data"]!["messages"]!.AsArray().Select(message => message!);
}
