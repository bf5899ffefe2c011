using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.Browser.Tests.Browsers;

/// <summary>An installed WebKit with its own driver, on a virtual screen.</summary>
internal sealed class WebKit : IDrivenBrowser
{
    private const string Driver = "/usr/bin/WebKitWebDriver";
    private const string Screen = "/usr/bin/Xvfb";
    private const string ElementKey = "element-6066-11e4-a52e-4f735466cecf";

    private static readonly string? Browser = Directory.Exists("/usr/lib")
        ? Directory.GetDirectories("/usr/lib", "*-linux-gnu*").Select(
            folder => Path.Combine(folder, "webkit2gtk-4.1", "MiniBrowser")).FirstOrDefault(File.Exists)
        : null;

    private readonly HelperProcess _screen;
    private readonly HelperProcess _driver;
    private readonly HttpClient _http;
    private string _session = "";

    private WebKit(HelperProcess screen, HelperProcess driver, HttpClient http) =>
        (_screen, _driver, _http) = (screen, driver, http);

    /// <summary>Why WebKit cannot be used, or null.</summary>
    public static string? Obstacle { get; } =
        !File.Exists(Driver) ? $"there is no {Driver} (Debian: webkit2gtk-driver)"
        : Browser is null ? "there is no MiniBrowser of webkit2gtk-4.1"
        : !File.Exists(Screen) ? $"there is no {Screen}"
        : null;

    public static async Task<IDrivenBrowser> Start()
    {
        var (screen, display) = await HelperProcess.Start(
            [Screen, "-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], [], line =>
                int.TryParse(line, out _) ? line : null);
        var port = FreePort();
        var environment = new Dictionary<string, string>
        {
            ["DISPLAY"] = $":{display}",
            ["WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS"] = "1",
            ["LIBGL_ALWAYS_SOFTWARE"] = "1",
        };
        // The driver prints nothing when it listens, so the shell prints a line before it starts.
        var (driver, _) = await HelperProcess.Start(
            ["/bin/sh", "-c", $"echo begins; exec {Driver} --port={port} --host=127.0.0.1"], environment, line =>
                line == "begins" ? line : null);
        var browser = new WebKit(
            screen,
            driver,
            new HttpClient
            {
                BaseAddress = new Uri($"http://127.0.0.1:{port}/"),
                Timeout = 2 * RunningProgram.Timeout,
            });
        await Eventually.Holds(browser.IsThere, () => "the driver of WebKit never listened");
        var options = new JsonObject { ["binary"] = Browser, ["args"] = new JsonArray("--automation") };
        var wanted = new JsonObject
        {
            ["capabilities"] =
                new JsonObject { ["alwaysMatch"] = new JsonObject { ["webkitgtk:browserOptions"] = options } },
        };
        browser._session = (string)(await browser.Command("session", wanted))!["sessionId"]!;
        return browser;
    }

    public Task Go(Uri page) => Command($"session/{_session}/url", new { url = page.ToString() });

    public Task Type(string keys) => Perform(Keys.Typed(keys));

    public Task TypeWithControl(char key) => Perform(Keys.TypedWithControl(key));

    public async Task<string> Read(string expression) =>
        (string)(await Command(
            $"session/{_session}/execute/sync",
            new { script = $"return String({expression})", args = Array.Empty<object>() }))!;

    public async Task Choose(string selector, string path)
    {
        var element = await Command($"session/{_session}/element", new { @using = "css selector", value = selector });
        await Command($"session/{_session}/element/{(string)element![ElementKey]!}/value", new { text = path });
    }

    public async ValueTask DisposeAsync()
    {
        if (_session != "") await _http.DeleteAsync($"session/{_session}");
        _http.Dispose();
        await _driver.DisposeAsync();
        await _screen.DisposeAsync();
    }

    private Task Perform(object[] keys) => Command($"session/{_session}/actions", new { actions = Keys.OnKeyboard(keys) });

    private async Task<JsonNode?> Command(string what, object with)
    {
        using var answer = await _http.PostAsJsonAsync(what, with);
        var said = await answer.Content.ReadFromJsonAsync<JsonNode>();
        return answer.IsSuccessStatusCode ? said!["value"] : throw new InvalidOperationException($"{what}: {said}");
    }

    private async Task<bool> IsThere()
    {
        try
        {
            using var answer = await _http.GetAsync("status");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
