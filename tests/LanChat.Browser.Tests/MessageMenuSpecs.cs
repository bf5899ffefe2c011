using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using static LanChat.Browser.Tests.Browsers.ChangeSteps;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

/// <summary>The menu of a message, by mouse, by keyboard and by finger.</summary>
public sealed class MessageMenuSpecs
{
    [BrowserFact]
    public async Task A_message_of_somebody_else_can_be_copied()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        using var bob = await LineClient.Enter(server.EndPoint, "bob");
        await ada.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await bob.Type("copy this");
        await ada.SeesMessage("copy this");

        await OpenMenu(ada, "copy this");
        await Expect(Menu(ada)).ToHaveTextAsync(["Reply", "Copy text"]);
        await Menu(ada).GetByText("Copy text").ClickAsync();

        await Expect(ada.Page.Locator("#live")).ToHaveTextAsync("Copied.");
        Assert.Equal("copy this", await ada.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await OpenMenu(ada, "copy this");
        await ada.Page.Locator("#heading").ClickAsync();
        await Expect(ada.Page.Locator("#message-menu")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task The_menu_is_used_by_keyboard()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        using var bob = await LineClient.Enter(server.EndPoint, "bob");
        await ada.Say("one");
        await ada.SeesMessage("one");
        await bob.Type("from bob");
        await ada.SeesMessage("from bob");
        var opener = ada.Page.Locator(".message-more");

        await ada.Composer.FocusAsync();
        await Eventually.Holds(
            async () =>
            {
                await ada.Page.Keyboard.PressAsync("Shift+Tab");
                return await opener.EvaluateAsync<bool>("button => button === document.activeElement");
            },
            () => "Shift+Tab never came to the menu");
        await Expect(ada.Page.Locator("#talk .line", new() { Has = opener })).ToContainTextAsync("from bob");
        await ada.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(opener).ToBeFocusedAsync();
        await Picture(ada, "keyboard");
        await ada.Page.Keyboard.PressAsync("Shift+F10");
        await Expect(Menu(ada)).ToHaveTextAsync(["Reply", "Edit", "Copy text", "Take back"]);
        await Expect(Menu(ada).First).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(Menu(ada).Last).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(opener).ToBeFocusedAsync();

        await bob.Type("a line more");
        await ada.SeesMessage("a line more");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.Page.Keyboard.PressAsync("ArrowDown");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.Page.Keyboard.TypeAsync(" and two");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.SeesMessage("one and two");
    }

    [BrowserFact]
    public async Task A_long_press_opens_the_menu_on_a_phone()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await EnterByPhone(server, "ada");
        await ada.Say("今天下午开会");
        await ada.SeesMessage("今天下午开会");

        await ada.MessageTexts.GetByText("今天下午开会").TapAsync();
        await Expect(ada.Page.Locator("#message-menu")).ToBeHiddenAsync();
        await Press(ada, "今天下午开会");
        await Expect(Menu(ada)).ToHaveTextAsync(["回复", "编辑", "复制文字", "撤回"]);
        await Picture(ada, "phone-menu");
        await Menu(ada).GetByText("编辑").TapAsync();
        await Expect(ada.Page.Locator("#editing")).ToContainTextAsync("正在编辑消息");
        await Picture(ada, "phone-editing");
        await ada.Say("今天下午三点开会");
        await ada.SeesMessage("今天下午三点开会");
        await Picture(ada, "phone-edited");

        await Press(ada, "今天下午三点开会");
        await Menu(ada).GetByText("撤回").TapAsync();
        await Picture(ada, "phone-question");
        await ada.Page.Locator("#question button").GetByText("撤回", new() { Exact = true }).TapAsync();
        await Expect(ada.Page.Locator("#talk .event.said")).ToContainTextAsync("你撤回了一条消息");
    }

    private static async Task Press(Visitor visitor, string text)
    {
        var box = (await visitor.MessageTexts.GetByText(text).BoundingBoxAsync())!;
        var devtools = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        object[] finger = [new { x = box.X + 20, y = box.Y + 8 }];
        await devtools.SendAsync(
            "Input.dispatchTouchEvent", new() { ["type"] = "touchStart", ["touchPoints"] = finger });
        await Expect(visitor.Page.Locator("#message-menu")).ToBeVisibleAsync();
        await devtools.SendAsync(
            "Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });
    }
}
