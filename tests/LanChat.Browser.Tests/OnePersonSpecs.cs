using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Faults;
using LanChat.EndToEnd.Tests.Programs;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

/// <summary>
/// One person in two pages, at two addresses of the server, and in a terminal, while others talk
/// and the server is killed: ten minutes in full (<see cref="FaultScale"/>).
/// </summary>
public sealed partial class OnePersonSpecs : IAsyncLifetime
{
    private const int Talkers = 3;
    private static readonly string Build = new DirectoryInfo(AppContext.BaseDirectory).Name;
    private static readonly float Patience = (float)RunningProgram.Timeout.TotalMilliseconds;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(FaultScale.Of(6, 60));

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-person-");
    private readonly int _webPort = FreePort.Tcp();
    private readonly int _port = FreePort.Tcp();
    private readonly ConcurrentQueue<string> _printed = new();
    private readonly CancellationTokenSource _end = new();
    private RunningProgram _console = null!;
    private ServerProgram _server = null!;

    private IPEndPoint EndPoint => new(IPAddress.Loopback, _port);

    public async Task InitializeAsync() => _server = await Start();

    public async Task DisposeAsync()
    {
        _end.Dispose();
        await _console.DisposeAsync();
        await _server.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [BrowserFact]
    public async Task Each_device_shows_every_message_once_and_all_are_one_member()
    {
        StartConsole();
        await using var first = await Link(_server.Page, "visitor 1");
        await using var second = await Link(new UriBuilder(_server.Page) { Host = "localhost" }.Uri, "visitor 2");
        DeviceView[] views = [new DeviceView(first), new DeviceView(second)];
        var talking = Enumerable.Range(0, Talkers).Select(Talk).Append(TellPrivately()).ToArray();
        for (var round = 0; round < FaultScale.Of(1, 10); round++)
        {
            await Watch(views, $"round {round}");
            _server.Program.Signal(RunningProgram.Kill);
            await _server.DisposeAsync();
            _server = await Start();
        }

        await Watch(views, "the last round");
        await _end.CancelAsync();
        var counts = await Task.WhenAll(talking);
        Assert.All(counts, count => Assert.True(count > Round.TotalSeconds, $"{count} messages"));

        string[] expected = [.. counts.SelectMany((count, talker) => Texts(talker, count))];
        string[] said = [.. expected.Where(text => !text.StartsWith($"t{Talkers} ", StringComparison.Ordinal))];
        foreach (var view in views) await view.ShowsAll(said);
        foreach (var view in views) await view.ShowsAllPrivate([.. expected.Except(said)]);
        await Printed(expected[^1]);
        await Eventually.Holds(() => TalkPrinted().Count >= expected.Length, () => "the terminal lacks messages");
        Assert.Equal(expected.Order(), TalkPrinted().Order());
        foreach (var talk in TalkPrinted().GroupBy(text => text.Split(' ')[0]))
            Assert.Equal(talk.OrderBy(NumberOf), talk);
        await LeavesWithTheLast(first, second);
    }

    /// <summary>The person writes on each device in turn, and is one member in the lists.</summary>
    private async Task Watch(DeviceView[] views, string round)
    {
        var until = DateTime.UtcNow + Round;
        for (var count = 0; DateTime.UtcNow < until; count++)
        {
            var text = $"own {round} {count}";
            if (count % 3 == 2) await Type(text);
            else await views[count % 3].Visitor.Say(text);
            foreach (var view in views) await view.Look();
            await Task.Delay(1000); // the pace of somebody who writes
        }

        await Printed("own");
        foreach (var members in views.Select(view => view.Visitor.Page.Locator("#members li")))
            await Expect(members).ToHaveCountAsync(Talkers + 2, new() { Timeout = Patience });
    }

    private async Task LeavesWithTheLast(Visitor first, Visitor second)
    {
        using var witness = await LineClient.Enter(EndPoint, "witness");
        await first.Page.CloseAsync();
        await second.Page.CloseAsync();
        await Type("still here");
        await Type("/quit");
        List<string> seen = [];
        while (seen is not [.., var last] || !last.Contains("下线了", StringComparison.Ordinal))
            seen.Add((string)(await witness.NextMessage())["message"]!);
        Assert.Contains("still here", seen);
        Assert.Contains("【ann】下线了", seen[^1]);
    }

    private Task<ServerProgram> Start() => ServerProgram.StartWithPage(
        $"lanchat.server.listen.web={_webPort}", $"lanchat.server.listen.json={_port}",
        "lanchat.server.history.durability=committed", $"lanchat.server.data.folder=\"{_data.FullName}\"");

    private void StartConsole()
    {
        _console = RunningProgram.Start(Path.Combine("..", "..", "LanChat.Client", Build, "lanchat"),
        [
            "--plain", "--connect", $"{EndPoint}", "--nick", "ann", "--set", "lanchat.discovery.port=0",
            "--set", "lanchat.client.reconnect.first=50ms", "--set", "lanchat.client.reconnect.longest=500ms",
        ]);
        _ = Task.Run(async () =>
        {
            while (await _console.Output.ReadLineAsync() is { } line) _printed.Enqueue(line);
        });
    }

    private async Task<Visitor> Link(Uri page, string nick)
    {
        await Printed("you are ann");
        var codes = _printed.Count(line => LinkCode().IsMatch(line));
        await Type("/link");
        await Eventually.Holds(
            () => _printed.Count(line => LinkCode().IsMatch(line)) > codes, () => "there is no code");
        var code = LinkCode().Match(_printed.Last(line => LinkCode().IsMatch(line))).Groups[1].Value;
        var visitor = await Visitor.Open(page);
        await visitor.Type(visitor.Page.Locator("#nick"), nick);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Sees(visitor.Page.Locator("#members").GetByText(nick, new() { Exact = true }));
        await visitor.Say($"/link {code}");
        await Expect(visitor.Page.Locator("#members li")).ToHaveCountAsync(1, new() { Timeout = Patience });
        return visitor;
    }

    private async Task Type(string line)
    {
        await _console.Input.WriteLineAsync(line);
        await _console.Input.FlushAsync();
    }

    private Task Printed(string text) => Eventually.Holds(
        () => _printed.Any(line => line.Contains(text, StringComparison.Ordinal)),
        () => $"the terminal did not print {text}");

    private List<string> TalkPrinted() =>
        [.. _printed.Select(line => Talked().Match(line)).Where(match => match.Success).Select(match => match.Value)];

    /// <summary>
    /// Says one line after the other, whatever happens to the server; returns how many.
    /// </summary>
    private Task<int> Talk(int talker) => Send(
        $"talker{talker}", key: null, number => new JsonObject { ["say"] = $"t{talker} {number}" });

    private async Task<int> TellPrivately()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return await Send(
            "bob", key, number => new JsonObject { ["tell"] = $"t{Talkers} {number}", ["to"] = "ann" });
    }

    private async Task<int> Send(string nick, ECDsa? key, Func<int, JsonObject> request)
    {
        RichClient? client = null;
        var number = 0;
        while (!_end.IsCancellationRequested)
        {
            try
            {
                client ??= (await RichClient.EnterRoom(EndPoint, nick, key: key)).Client;
                var asked = request(number);
                asked["ref"] = $"{nick}-{number}";
                Assert.Equal(13, (int)(await client.Ask(asked))["code"]!);
                number++;
                await Task.Delay(500); // eight messages a second in all
            }
            catch (Exception cause) when (cause is System.Net.Sockets.SocketException or IOException)
            {
                client?.Dispose();
                client = null; // the server was killed: the same line again
                await Task.Delay(50);
            }
        }

        return number;
    }

    private static IEnumerable<string> Texts(int talker, int count) =>
        Enumerable.Range(0, count).Select(number => $"t{talker} {number}");

    private static int NumberOf(string text) => int.Parse(text.Split(' ')[1]);

    [GeneratedRegex(@"Code (\d{4}-\d{4})")]
    private static partial Regex LinkCode();

    [GeneratedRegex(@"t\d+ \d+$")]
    private static partial Regex Talked();
}
