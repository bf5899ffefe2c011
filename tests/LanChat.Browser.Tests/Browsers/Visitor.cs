using System.Collections.Concurrent;
using LanChat.EndToEnd.Tests.Programs;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests.Browsers;

/// <summary>
/// A user with a browser context of their own on the room's page. An error in the page fails the
/// test.
/// </summary>
internal sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _problems = new();
    private readonly ConcurrentQueue<Uri> _requests = new();
    private readonly ConcurrentQueue<bool> _leavePrompts = new();

    private Visitor(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, problem) => _problems.Enqueue(problem);
        page.Dialog += (_, dialog) =>
        {
            if (dialog.Type == DialogType.BeforeUnload) _leavePrompts.Enqueue(true);
            else _problems.Enqueue($"a dialog: {dialog.Message}");
            _ = dialog.AcceptAsync();
        };
        page.Request += (_, request) => _requests.Enqueue(new Uri(request.Url));
        page.WebSocket += (_, socket) => _requests.Enqueue(new Uri(socket.Url));
    }

    public IPage Page { get; }

    /// <summary>All URLs the page has requested.</summary>
    public IReadOnlyCollection<Uri> Requests => _requests;

    /// <summary>
    /// How often the browser asked whether to leave the page; it is always confirmed.
    /// </summary>
    public int LeavePrompts => _leavePrompts.Count;

    /// <summary>The texts of members' messages in the shown conversation.</summary>
    public ILocator MessageTexts => Page.Locator("#talk .words");

    public ILocator Composer => Page.Locator("#words");

    /// <param name="page">The address of the page.</param>
    /// <param name="options">The browser's options; English by default.</param>
    /// <param name="between">Intercepts the page's WebSocket.</param>
    public static async Task<Visitor> Open(
        Uri page, BrowserNewContextOptions? options = null, Action<IWebSocketRoute>? between = null)
    {
        var context = await (await Chromium.Browser).NewContextAsync(options ?? new() { Locale = "en-GB" });
        context.SetDefaultTimeout((float)RunningProgram.Timeout.TotalMilliseconds);
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
    /// Replaces the text of a field key by key: setting it by script would bypass key handlers.
    /// </summary>
    public async Task Type(ILocator field, string text)
    {
        await Expect(field).ToBeVisibleAsync(new() { Timeout = (float)RunningProgram.Timeout.TotalMilliseconds });
        await field.FocusAsync();
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Waits until the conversation shows this message once.</summary>
    public Task SeesMessage(string text) => Sees(MessageTexts.GetByText(text, new() { Exact = true }));

    /// <summary>Waits until there is exactly one such element.</summary>
    public Task Sees(ILocator what) =>
        Expect(what).ToHaveCountAsync(1, new() { Timeout = (float)RunningProgram.Timeout.TotalMilliseconds });

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_problems);
    }
}
