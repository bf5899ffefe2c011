using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.Browser.Tests.Browsers;

/// <summary>
/// An installed Firefox, or the one named by LANCHAT_TEST_FIREFOX, driven by WebDriver BiDi.
/// </summary>
internal sealed class Firefox : IDrivenBrowser
{
    private const string UsualPath = "/usr/bin/firefox-esr";
    private const string Listening = "WebDriver BiDi listening on ";

    private static readonly string Path = Environment.GetEnvironmentVariable("LANCHAT_TEST_FIREFOX") ?? UsualPath;

    private readonly DirectoryInfo _profile;
    private readonly HelperProcess _program;
    private readonly ClientWebSocket _socket = new();
    private string _context = "";
    private int _commands;

    private Firefox(DirectoryInfo profile, HelperProcess program) => (_profile, _program) = (profile, program);

    /// <summary>Why Firefox cannot be used, or null.</summary>
    public static string? Obstacle { get; } = File.Exists(Path)
        ? null
        : $"there is no Firefox at {Path}; LANCHAT_TEST_FIREFOX may name another";

    public static async Task<Firefox> Start()
    {
        var profile = Directory.CreateTempSubdirectory("lanchat-firefox-");
        var (program, address) = await HelperProcess.Start(
            [Path, "--headless", "--no-remote", "--profile", profile.FullName, "--remote-debugging-port=0"],
            new() { ["HOME"] = profile.FullName, ["MOZ_DISABLE_CONTENT_SANDBOX"] = "1" },
            line =>
                line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at ? line[(at + Listening.Length)..]
                    .Trim() : null);
        var firefox = new Firefox(profile, program);
        await firefox._socket.ConnectAsync(new Uri($"{address}/session"), CancellationToken.None);
        await firefox.Command("session.new", new { capabilities = new { } });
        firefox._context = (string)(await firefox.Command("browsingContext.getTree", new { }))["contexts"]![0]!["context"]!;
        return firefox;
    }

    public Task Go(Uri page) =>
        Command("browsingContext.navigate", new { context = _context, url = page.ToString(), wait = "complete" });

    /// <summary>Sets the size of the viewport.</summary>
    public Task Resize(int width, int height) =>
        Command("browsingContext.setViewport", new { context = _context, viewport = new { width, height } });

    public Task Type(string keys) => Perform(Keys.Typed(keys));

    public Task TypeWithControl(char key) => Perform(Keys.TypedWithControl(key));

    public async Task<string> Read(string expression) => (string)(await Evaluate($"String({expression})"))["value"]!;

    public async Task Choose(string selector, string path)
    {
        var element = await Evaluate($"document.querySelector({JsonSerializer.Serialize(selector)})");
        await Command("input.setFiles", new
        {
            context = _context,
            element = new { sharedId = (string)element["sharedId"]! },
            files = new[] { path },
        });
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        await _program.DisposeAsync();
        _profile.Delete(recursive: true);
    }

    private Task Perform(object[] keys) =>
        Command("input.performActions", new { context = _context, actions = Keys.OnKeyboard(keys) });

    private async Task<JsonNode> Evaluate(string expression) =>
        (await Command(
            "script.evaluate",
            new { expression, target = new { context = _context }, awaitPromise = true }))["result"]!;

    private async Task<JsonNode> Command(string method, object @params)
    {
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        var id = ++_commands;
        await _socket.SendAsync(
            JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params }),
            WebSocketMessageType.Text,
            true,
            timeout.Token);
        while (true)
        {
            // Events have no id and are skipped.
            var answer = await Receive(timeout.Token);
            if ((int?)answer["id"] == id)
                return answer["result"] ?? throw new InvalidOperationException($"{method}: {answer.ToJsonString()}");
        }
    }

    private async Task<JsonNode> Receive(CancellationToken cancelled)
    {
        var text = new MemoryStream();
        var part = new byte[64 * 1024];
        while (true)
        {
            var received = await _socket.ReceiveAsync(part, cancelled);
            text.Write(part, 0, received.Count);
            if (received.EndOfMessage) return JsonNode.Parse(Encoding.UTF8.GetString(text.ToArray()))!;
        }
    }
}
