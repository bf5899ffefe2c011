using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

/// <summary>History pages and searches, with and without a history store.</summary>
public sealed class LookupSpecs : IDisposable
{
    private const int Page = 16;
    private const int Found = 17;
    private const int Error = 9;
    private static readonly (string Question, int Code)[] HostileRequests =
    [
        ("""{"history": true, "limit": -1}""", Page),
        ("""{"history": true, "before": -9223372036854775808, "after": 9223372036854775807, "limit": 9223372036854775807}""", Page),
        ("""{"history": true, "around": 9223372036854775807}""", Page),
        ("""{"history": true, "before": 9223372036854775808}""", Error),
        ("""{"search": "\" OR 1=1; drop table message; -- * NEAR("}""", Found),
        ("""{"search": "%%%___***"}""", Found),
        ("""{"search": "", "before": -9223372036854775808, "limit": -5}""", Found),
        ("""{"search": "x", "from": "\"' or ''='"}""", Found),
        ("""{"search": "x", "since": "0001-01-01 00:00:00", "until": "9999-12-31 23:59:59"}""", Found),
        ("""{"search": "a\u0000b"}""", Error),
    ];

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-lookup-");

    public void Dispose() => _data.Delete(recursive: true);

    private Task<ServerProgram> Start(string durability = "committed") =>
        ServerProgram.Start(
            $"lanchat.server.history.durability={durability}",
            $"lanchat.server.data.folder={_data.FullName}",
            "lanchat.server.flood.rate=0");

    private static IEnumerable<long> Ids(JsonNode answer) =>
        answer["data"]!["messages"]!.AsArray().Select(message => (long)message!["id"]!);

    private static string[] Texts(JsonNode answer) =>
        [.. answer["data"]!["messages"]!.AsArray().Select(message => (string)message!["message"]!)];

    private static async Task<JsonNode> Answer(RichClient client, int code, string request)
    {
        await client.Send(JsonNode.Parse(request)!.AsObject());
        return await client.NextFrame(code);
    }

    /// <summary>Message 1 is Ann's join; her messages follow.</summary>
    private static async Task<RichClient> EnterAndSay(ServerProgram server, params string[] texts)
    {
        var ann = await RichClient.Enter(server.EndPoint, "Ann");
        await ann.NextFrame(1);
        foreach (var text in texts) await ann.Say(text);
        for (var count = 0; count < texts.Length; count++) await ann.NextFrame(1);
        return ann;
    }

    [Fact]
    public async Task The_history_is_read_page_by_page_to_its_beginning()
    {
        await using var server = await Start();
        using var ann = await EnterAndSay(server, [.. Enumerable.Range(2, 499).Select(id => $"line {id}")]);
        var seen = new List<long>();
        var answer = await Answer(ann, Page, """{"history": true, "tag": 1}""");
        for (; ; answer = await Answer(
            ann, Page, $$"""{"history": true, "before": {{seen[0]}}, "tag": 1, "limit": 200}"""))
        {
            seen.InsertRange(0, Ids(answer));
            if (!(bool)answer["data"]!["older"]!) break;
        }

        Assert.Equal(Enumerable.Range(1, 500).Select(id => (long)id), seen);
        answer = await Answer(ann, Page, """{"history": true, "around": 250, "tag": 7, "limit": 5}""");
        Assert.Equal([248, 249, 250, 251, 252], Ids(answer));
        Assert.Equal(7, (long)answer["data"]!["tag"]!);
        Assert.Equal([251, 252], Ids(await Answer(ann, Page, """{"history": true, "after": 250, "before": 253}""")));
    }

    [Theory]
    [InlineData("committed")]
    [InlineData("relaxed")]
    [InlineData("memory")]
    public async Task A_request_sees_earlier_messages_and_is_answered_in_order(string durability)
    {
        await using var server = await Start(durability);
        using var ann = await RichClient.Enter(server.EndPoint, "Ann");
        await ann.NextFrame(1);
        for (var round = 0; round < 50; round++)
        {
            await ann.Say($"round {round}");
            await ann.Send(new JsonObject { ["history"] = true, ["limit"] = 1, ["tag"] = round });
            await ann.Send(new JsonObject { ["search"] = $"round {round}", ["tag"] = round });
            await ann.Say("after");

            Assert.Equal([$"round {round}"], (await ann.NextFrame(1))["data"]!.AsArray().Select(
                said => (string)said!["message"]!));
            var page = await ann.NextFrame();
            Assert.Equal((Page, $"round {round}"), ((int)page!["code"]!, Texts(page)[0]));
            var found = await ann.NextFrame();
            Assert.Equal((Found, $"round {round}"), ((int)found!["code"]!, Texts(found)[0]));
            Assert.Equal("after", (string)(await ann.NextFrame())!["data"]![0]!["message"]!);
        }
    }

    [Fact]
    public async Task Messages_are_found_after_a_restart_and_private_messages_are_not()
    {
        await using (var server = await Start())
        {
            using var ann = await EnterAndSay(server, "我家在上海东边", "some examples", "100%_*\"");
            using var bob = await RichClient.Enter(server.EndPoint, "Bob");
            await bob.NextFrame(1);
            await ann.Send(new JsonObject { ["tell"] = "secret examples", ["to"] = "Bob" });
            await bob.NextFrame(1);
            Assert.Equal(0, await server.Stop());
        }

        await using var again = await Start();
        using var eve = await RichClient.Enter(again.EndPoint, "Eve");
        await eve.NextFrame(1);
        Assert.Equal([2], Ids(await Answer(eve, Found, """{"search": "上海"}""")));
        Assert.Equal(["some examples"], Texts(await Answer(eve, Found, """{"search": "EXAMPL"}""")));
        Assert.Equal([4], Ids(await Answer(eve, Found, """{"search": "%_*\""}""")));
        Assert.Equal([4], Ids(await Answer(eve, Found, """{"search": "%", "from": "ann"}""")));
        Assert.Empty(Ids(await Answer(eve, Found, """{"search": "%", "from": "Bob"}""")));
        Assert.Equal([4, 3, 2], Ids(
            await Answer(eve, Found, """{"search": "", "from": "Ann", "since": "2020-01-01 00:00:00"}""")));
        Assert.Empty(Ids(await Answer(eve, Found, """{"search": "", "until": "2020-01-01 00:00:00"}""")));
        var all = await Answer(eve, Page, """{"history": true}""");
        Assert.DoesNotContain(Texts(all), text => text.Contains("secret", StringComparison.Ordinal));
        Assert.True(File.Exists(Directory.GetFiles(_data.FullName, "search.db", SearchOption.AllDirectories).Single()));
    }

    [Fact]
    public async Task Hostile_requests_are_answered_and_do_not_affect_the_room()
    {
        await using var server = await Start();
        using var ann = await EnterAndSay(server, "still here");

        foreach (var (request, code) in HostileRequests)
        {
            using var bob = await RichClient.Enter(server.EndPoint, "Bob");
            await Answer(bob, code, request);
        }

        var longest = await RichClient.Enter(server.EndPoint, "Long");
        Assert.Equal("search-too-long", (string)(await Answer(
            longest, Error, $$"""{"search": "{{new string('x', 60_000)}}"}"""))["data"]!["error"]!);
        longest.Dispose();

        Assert.Equal(["still here"], Texts(await Answer(ann, Found, """{"search": "still"}""")));
    }
}
