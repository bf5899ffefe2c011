using System.Text.Json.Nodes;
using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.Browser.Tests;

/// <summary>
/// Rules that the page shares with server and console, each with one table of cases.
/// </summary>
public sealed class RulesSpecs
{
    [BrowserFact]
    public Task Nicknames_are_equal_as_on_the_server() => AssertTable(
        "same-name",
        """
        async rows => {
          const { nameKey } = await import("/room/names.js");
          return rows.map(([one, other]) => nameKey(one) === nameKey(other));
        }
        """,
        row => row![2]!);

    [BrowserFact]
    public Task Links_are_found_as_in_the_console() => AssertTable(
        "links",
        """
        async rows => {
          const { linksIn } = await import("/room/links.js");
          return rows.map(({ in: text }) => linksIn(text).map(([start, end]) => text.slice(start, end)));
        }
        """,
        row => row!["out"]!);

    [BrowserFact]
    public Task Mentions_are_found_as_in_the_console() => AssertTable(
        "mentions",
        """
        async rows => {
          const { mentionsIn } = await import("/room/mentions.js");
          return rows.map(({ in: { nick, text } }) => mentionsIn(text, nick).map(([start, end]) => text.slice(start, end)));
        }
        """,
        row => row!["out"]!);

    [BrowserFact]
    public Task Commands_about_rooms_ask_for_the_same() => AssertTable(
        "room-commands",
        """
        async rows => {
          const { parseRoomCommand } = await import("/composing/roomCommands.js");
          return rows.map(({ in: line }) => {
            const [, command, rest] = /^\/(\S+) ?(.*)$/.exec(line);
            return parseRoomCommand(command, rest) ?? null;
          });
        }
        """,
        row => row!["out"]);

    [BrowserFact]
    public Task Changes_of_messages_apply_in_any_order() => AssertTable(
        "message-changes",
        """
        async rows => {
          const { Conversation } = await import("/room/conversation.js");
          const { entryOf } = await import("/room/entries.js");
          const { isChange, MessageChanges } = await import("/room/messageChanges.js");
          return rows.map(({ arrivals }) => {
            const everyone = new Conversation(null);
            const changes = new MessageChanges(everyone);
            for (const entry of arrivals.map((message) => entryOf(message, "bob"))) {
              if (isChange(entry)) changes.apply(entry, true);
              else {
                const others = everyone.entries.filter(({ id }) => id !== entry.id);
                everyone.entries = [...others, changes.upToDate(entry)];
              }
            }

            const inOrder = everyone.entries.sort((one, other) => one.id - other.id);
            return inOrder.map(({ id, text, edited, isGone, file }) => (
              isGone && !text && !file ? { id, gone: true } : { id, text, ...(edited && { edited: true }) }));
          });
        }
        """,
        row => row!["shown"]!);

    private static async Task AssertTable(string table, string rule, Func<JsonNode?, JsonNode?> right)
    {
        var rows = JsonNode.Parse(await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "fixtures", "cases", $"{table}.json")))!.AsArray();
        await using var server = await ServerProgram.StartWithPage();
        await using var somebody = await Visitor.Open(server.Page);

        // Passes text both ways, because Playwright would convert the values of the table.
        var answers = JsonNode.Parse(await somebody.Page.EvaluateAsync<string>(
            $"async text => JSON.stringify(await ({rule})(JSON.parse(text)))", rows.ToJsonString()))!.AsArray();

        Assert.NotEmpty(rows);
        Assert.Equal(rows.Select(row => $"{row!.ToJsonString()} {right(row)?.ToJsonString()}"), rows.Zip(
            answers, (row, answer) => $"{row!.ToJsonString()} {answer?.ToJsonString()}"));
    }
}
