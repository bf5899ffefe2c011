using System.Collections.Concurrent;
using LanChat.EndToEnd.Tests.Programs;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests.Browsers;

/// <summary>
/// Somebody with a browser of their own, on the room's page. What goes wrong in the page fails the
/// test.
/// </summary>
internal sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _problems = new();
    private readonly ConcurrentQueue<Uri> _asked = new();
    private readonly ConcurrentQueue<bool> _asksBeforeLeaving = new();

    private Visitor(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, problem) => _problems.Enqueue(problem);
        page.Dialog += (_, dialog) =>
        {
            if (dialog.Type == DialogType.BeforeUnload) _asksBeforeLeaving.Enqueue(true);
            else _problems.Enqueue($"a dialog: {dialog.Message}");
            _ = dialog.AcceptAsync();
        };
        page.Request += (_, request) => _asked.Enqueue(new Uri(request.Url));
        page.WebSocket += (_, socket) => _asked.Enqueue(new Uri(socket.Url));
    }

    public IPage Page { get; }

    /// <summary>All the page has asked for.</summary>
    public IReadOnlyCollection<Uri> Asked => _asked;

    /// <summary>How often the browser asked whether the page is to be left; it was.</summary>
    public int AsksBeforeLeaving => _asksBeforeLeaving.Count;

    /// <summary>The lines of the talk that is shown, people's words only.</summary>
    public ILocator Words => Page.Locator("#talk .words");

    public ILocator Composer => Page.Locator("#words");

    /// <param name="page">Where it is.</param>
    /// <param name="options">What the browser is like; without them, it is English.</param>
    /// <param name="between">Stands between the page and its WebSocket.</param>
    public static async Task<Visitor> Open(
        Uri page, BrowserNewContextOptions? options = null, Action<IWebSocketRoute>? between = null)
    {
        var context = await (await Chromium.Browser).NewContextAsync(options ?? new() { Locale = "en-GB" });
        context.SetDefaultTimeout((float)RunningProgram.Patience.TotalMilliseconds);
        if (between is not null) await context.RouteWebSocketAsync("**/ws", between);
        var visitor = new Visitor(context, await context.NewPageAsync());
        await visitor.Page.GotoAsync(page.ToString());
        return visitor;
    }

    public static async Task<Visitor> Enter(
        ServerProgram server,
        string nick,
        BrowserNewContextOptions? options = null,
        Action<IWebSocketRoute>? between = null)
    {
        var visitor = await Open(server.Page, options, between);
        await visitor.Type(visitor.Page.Locator("#nick"), nick);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Sees(visitor.Page.Locator("#members").GetByText(nick, new() { Exact = true }));
        return visitor;
    }

    public async Task Say(string text)
    {
        await Type(Composer, text);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>
    /// Types it in place of what stands there, key by key: what is set by a script goes past what
    /// listens to keys.
    /// </summary>
    public async Task Type(ILocator field, string text)
    {
        await Expect(field).ToBeVisibleAsync(new() { Timeout = (float)RunningProgram.Patience.TotalMilliseconds });
        await field.FocusAsync();
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Returns when these words stand in the talk, once.</summary>
    public Task Reads(string text) => Sees(Words.GetByText(text, new() { Exact = true }));

    /// <summary>Returns when it is there, once.</summary>
    public Task Sees(ILocator what) =>
        Expect(what).ToHaveCountAsync(1, new() { Timeout = (float)RunningProgram.Patience.TotalMilliseconds });

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_problems);
    }
}
