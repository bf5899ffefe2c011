using Microsoft.Playwright;

namespace LanChat.Browser.Tests.Browsers;

/// <summary>
/// Debian's Chromium, driven and never brought along: LANCHAT_TEST_CHROMIUM if set, the headless
/// shell if installed (the same engine for half the work), or the browser.
/// </summary>
internal static class Chromium
{
    /// <summary>
    /// A name that leads to this computer. Unlike its address, it is a stranger's to the browser,
    /// as addresses of the network are.
    /// </summary>
    public const string PlainHost = "chat.test";

    private const string UsualPath = "/usr/bin/chromium";
    private const string ShellPath = "/usr/bin/chromium-headless-shell";

    private static readonly string Path =
        Environment.GetEnvironmentVariable("LANCHAT_TEST_CHROMIUM") ?? (File.Exists(ShellPath) ? ShellPath : UsualPath);

    private static readonly Lazy<Task<IBrowser>> Running = new(Start);

    /// <summary>Why there is none; null when there is one.</summary>
    public static string? Obstacle { get; } = File.Exists(Path)
        ? null
        : $"there is no Chromium at {Path}; LANCHAT_TEST_CHROMIUM may name another";

    /// <summary>
    /// The browser of all tests. It ends with the driver, which ends with this process.
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
