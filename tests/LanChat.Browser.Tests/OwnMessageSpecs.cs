using System.Text.Json;
using System.Text.Json.Nodes;
using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

/// <summary>
/// By what the page knows its own messages as they come back: those to everyone by their order,
/// private ones by the id of their request.
/// </summary>
public sealed class OwnMessageSpecs
{
    private static readonly object[] Mine = ["127.0.0.1", 5000], OfAnother = ["127.0.0.1", 5001];

    private static readonly (string Kind, string Text)[] TwoAlike = [("private", "same"), ("private", "same")];

    /// <summary>A frame with a message, as the room sends it to the page.</summary>
    private static JsonObject Frame(string kind, string? text, object[] from, int? id = null)
    {
        var frame = new JsonObject { ["code"] = 1 };
        if (id is { } request) frame["id"] = request;
        var message = new JsonObject { ["kind"] = kind, ["from"] = JsonSerializer.SerializeToNode(from) };
        if (text is not null) message["message"] = text;
        frame["data"] = new JsonArray(message);
        return frame;
    }

    private static JsonObject Known(int id) => new() { ["code"] = 13, ["id"] = id, ["data"] = new JsonObject() };

    /// <param name="expected">
    /// For each frame the id of the request that leaves the outbox with it; 0 for none.
    /// </param>
    /// <param name="protocol">The version of the protocol.</param>
    /// <param name="sent">The messages that were sent; their ids count from 1.</param>
    /// <param name="frames">What the room sends.</param>
    private static async Task Answer(
        int[] expected, int protocol, (string Kind, string Text)[] sent, params JsonObject[] frames)
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var somebody = await Visitor.Open(server.Page);
        var given = new JsonObject
        {
            ["welcome"] = JsonSerializer.SerializeToNode(new { protocol, you = Mine }),
            ["sent"] = new JsonArray(
                [.. sent.Select(message => new JsonObject { ["kind"] = message.Kind, ["text"] = message.Text })]),
            ["frames"] = new JsonArray([.. frames]),
        };
        var answered = await somebody.Page.EvaluateAsync<int[]>(
            """
            async given => {
              const { Outbox } = await import("/wire/outbox.js");
              const { answeredRequest } = await import("/wire/replies.js");
              const { welcome, sent, frames } = JSON.parse(given);
              const outbox = new Outbox();
              for (const message of sent) {
                outbox.enqueue({}, message);
                outbox.markNextSent();
              }

              return frames.map(frame => answeredRequest(frame, outbox, welcome)?.id ?? 0);
            }
            """,
            given.ToJsonString());

        Assert.Equal(expected, answered);
    }

    [BrowserFact]
    public Task A_private_message_is_known_by_the_id_of_its_request() => Answer(
        [2, 0, 1, 0],
        2,
        TwoAlike,
        Frame("private", "same", Mine, id: 2),
        Known(2),
        Frame("private", "whatever it says", Mine, id: 1),
        Known(1));

    [BrowserFact]
    public Task A_private_message_of_a_server_that_gives_no_id_is_known_by_its_text() => Answer(
        [0, 0, 0, 1, 0, 2],
        2,
        TwoAlike,
        Frame("private", "same", OfAnother),
        Frame("private", "other", Mine),
        Frame("private", null, Mine), // an uploaded file
        Frame("private", "same", Mine),
        Known(1),
        Known(2));

    [BrowserFact]
    public Task Messages_to_everyone_come_back_in_their_order() => Answer(
        [0, 0, 1, 0, 2, 0, 3],
        2,
        [("said", "one"), ("acted", "two"), ("said", "three")],
        Frame("said", "one", OfAnother),
        Frame("file", null, Mine),
        Frame("said", "one", Mine),
        Frame("said", "three", Mine),
        Frame("acted", "two", Mine),
        Known(1),
        Known(3));

    [BrowserFact]
    public Task In_version_1_every_own_message_is_known_by_its_text() => Answer(
        [0, 1, 2, 0],
        1,
        [("said", "one"), ("private", "two"), ("said", "three")],
        Frame("said", "two", Mine),
        Frame("said", "one", Mine),
        Frame("private", "two", Mine),
        Frame("said", "three", OfAnother));

    [BrowserFact]
    public async Task What_has_come_back_is_shown_once_also_before_it_is_acknowledged()
    {
        await using var server = await ServerProgram.StartWithPage();
        using var bob = await LineClient.Enter(server.EndPoint, "bob");
        await using var ada = await Visitor.Enter(server, "ada", between: page =>
        {
            var room = page.ConnectToServer();
            page.OnMessage(message => room.Send(message.Text!));
            room.OnMessage(message => page.Send(WithoutAcknowledgements(message.Text!)));
        });

        await ada.Say("to everyone");
        await ada.SeesMessage("to everyone");
        await Expect(ada.Page.Locator("#pending li")).ToHaveCountAsync(0);
        await ada.Say("/msg bob to bob");
        await ada.SeesMessage("to bob");
        await ada.Say("/msg bob to bob");

        await Expect(ada.MessageTexts).ToHaveTextAsync(["to bob", "to bob"]);
        await Expect(ada.Page.Locator("#pending li")).ToHaveCountAsync(0);
    }

    private static string WithoutAcknowledgements(string frames) => string.Concat(
        frames.Split('\n').Where(frame => !frame.StartsWith("""{"code":13,""", StringComparison.Ordinal))
            .Select(frame => frame.Length > 0 ? frame + "\n" : ""));
}
