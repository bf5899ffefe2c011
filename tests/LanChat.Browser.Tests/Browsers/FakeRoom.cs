using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace LanChat.Browser.Tests.Browsers;

/// <summary>
/// Replies to the hello of a page instead of a room: for events that are rare or happen on one
/// night of the year.
/// </summary>
internal sealed class FakeRoom
{
    private readonly ConcurrentQueue<object[]> _answers = new();
    private readonly ConcurrentQueue<JsonNode> _hellos = new();
    private volatile IWebSocketRoute? _page;

    /// <summary>The hellos received so far.</summary>
    public JsonNode[] Hellos => [.. _hellos];

    /// <summary>Sets the reply to the next hello.</summary>
    public void Answer(object welcome, params object[] frames) =>
        _answers.Enqueue([
            new { code = 3, msg = "welcome", data = welcome },
            .. frames,
            new { code = 2, msg = "", data = new object[] { new object[] { "ada", You } } },
        ]);

    public void Route(IWebSocketRoute page)
    {
        _page = page;
        page.OnMessage(message =>
        {
            var request = JsonNode.Parse(message.Text!)!;
            if (request["hello"] is null || !_answers.TryDequeue(out var answer)) return;
            _hellos.Enqueue(request);
            foreach (var frame in answer) page.Send(JsonSerializer.Serialize(frame) + "\n");
        });
    }

    public Task Break() => _page!.CloseAsync();

    public static object Welcome(string log, int zone) =>
        new { protocol = 1, room = "Our room", nick = "ada", you = You, line = 65536, history = 200, log, zone };

    public static object History(params object[] messages) => new { code = 0, msg = "", data = messages };

    public static object Missed(int after, int before, int count) =>
        new { code = 12, msg = "missed", data = new { after, before, count } };

    public static object Said(int id, string time, string text, int? zone = null) => zone is { } own
        ? new { id, kind = "said", nickname = "bob", from = You, message = text, time, zone = own }
        : new { id, kind = "said", nickname = "bob", from = You, message = text, time };

    private static object[] You => ["127.0.0.1", 5000];
}
