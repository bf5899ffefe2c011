using LanChat.EndToEnd.Tests.Programs;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests.Browsers;

/// <summary>What visitors do with messages.</summary>
internal static class ChangeSteps
{
    /// <summary>Enters by the browser of a phone, in Chinese.</summary>
    public static Task<Visitor> EnterByPhone(ServerProgram server, string nick) => Visitor.Enter(server, nick, new()
    {
        Locale = "zh-CN",
        ViewportSize = new ViewportSize { Width = 390, Height = 800 },
        HasTouch = true,
        IsMobile = true,
    });

    /// <summary>The entries of the open menu.</summary>
    public static ILocator Menu(Visitor visitor) => visitor.Page.Locator("#message-menu button");

    /// <summary>Opens the menu of a message by the button at its line.</summary>
    public static async Task OpenMenu(Visitor visitor, string text)
    {
        var content = visitor.Page.Locator(".words, .file-card", new() { HasText = text });
        var line = visitor.Page.Locator("#talk .line", new() { Has = content });
        await line.HoverAsync();
        await line.Locator(".message-more").ClickAsync();
        await Expect(visitor.Page.Locator("#message-menu")).ToBeVisibleAsync();
    }

    /// <summary>Takes a message back by its menu.</summary>
    public static async Task TakeBack(Visitor visitor, string text)
    {
        await OpenMenu(visitor, text);
        await Menu(visitor).GetByText("Take back").ClickAsync();
        await visitor.Page.Locator("#question button").GetByText("Take back").ClickAsync();
    }

    /// <summary>A screenshot for the eye, if LANCHAT_TEST_PICTURES names a folder.</summary>
    public static Task Picture(Visitor visitor, string name) =>
        Environment.GetEnvironmentVariable("LANCHAT_TEST_PICTURES") is { Length: > 0 } folder
            ? visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") })
            : Task.CompletedTask;
}
