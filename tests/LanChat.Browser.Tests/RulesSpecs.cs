using System.Text.Json.Nodes;
using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.Browser.Tests;

/// <summary>
/// The rules that the page shares with the server and the console: one table each.
/// </summary>
public sealed class RulesSpecs
{
    [BrowserFact]
    public Task Names_are_the_same_where_the_room_says_so() => HoldFor(
        "same-name",
        """
        async rows => {
          const { nameKey } = await import("/room/names.js");
          return rows.map(([one, other]) => nameKey(one) === nameKey(other));
        }
        """,
        row => row![2]!);

    [BrowserFact]
    public Task Links_end_where_they_end() => HoldFor(
        "links",
        """
        async rows => {
          const { linksIn } = await import("/room/links.js");
          return rows.map(({ in: text }) => linksIn(text).map(([start, end]) => text.slice(start, end)));
        }
        """,
        row => row!["out"]!);

    [BrowserFact]
    public Task Those_are_mentioned_who_are_meant() => HoldFor(
        "mentions",
        """
        async rows => {
          const { mentionsIn } = await import("/room/mentions.js");
          return rows.map(({ in: { nick, text } }) => mentionsIn(text, nick).map(([start, end]) => text.slice(start, end)));
        }
        """,
        row => row!["out"]!);

    private static async Task HoldFor(string table, string rule, Func<JsonNode?, JsonNode> right)
    {
        var rows = JsonNode.Parse(await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "fixtures", "cases", $"{table}.json")))!.AsArray();
        await using var server = await ServerProgram.StartWithPage();
        await using var somebody = await Visitor.Open(server.Page);

        // As text on both ways: what stands in a table is to come as it is.
        var answers = JsonNode.Parse(await somebody.Page.EvaluateAsync<string>(
            $"async text => JSON.stringify(await ({rule})(JSON.parse(text)))", rows.ToJsonString()))!.AsArray();

        Assert.NotEmpty(rows);
        Assert.Equal(rows.Select(row => $"{row!.ToJsonString()} {right(row).ToJsonString()}"), rows.Zip(
            answers, (row, answer) => $"{row!.ToJsonString()} {answer!.ToJsonString()}"));
    }
}
