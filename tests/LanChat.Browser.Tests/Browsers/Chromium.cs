using Microsoft.Playwright;

namespace LanChat.Browser.Tests.Browsers;

/// <summary>
/// An installed Chromium, never downloaded: LANCHAT_TEST_CHROMIUM if set, the headless shell if
/// installed (the same engine at half the cost), or the browser.
/// </summary>
internal static class Chromium
{
    /// <summary>
    /// A name that resolves to this computer. Unlike 127.0.0.1, it is no secure context over HTTP,
    /// like any address of the network.
    /// </summary>
    public const string PlainHost = "chat.test";

    private const string UsualPath = "/usr/bin/chromium";
    private const string ShellPath = "/usr/bin/chromium-headless-shell";

    private static readonly string Path =
        Environment.GetEnvironmentVariable("LANCHAT_TEST_CHROMIUM") ?? (File.Exists(ShellPath) ? ShellPath : UsualPath);

    private static readonly Lazy<Task<IBrowser>> Running = new(Start);

    /// <summary>Why Chromium cannot be used, or null.</summary>
    public static string? Obstacle { get; } = File.Exists(Path)
        ? null
        : $"there is no Chromium at {Path}; LANCHAT_TEST_CHROMIUM may name another";

    /// <summary>
    /// The browser shared by all tests. It ends with its driver, which ends with this process.
    /// </summary>
    public static Task<IBrowser> Browser => Running.Value;

    private static async Task<IBrowser> Start()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Path,
            ChromiumSandbox = false,
            Args =
            [
                "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
                $"--host-resolver-rules=MAP {PlainHost} 127.0.0.1",
            ],
        });
    }
}
