using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

public sealed class TypingSpecs
{
    [BrowserFact]
    public async Task Enter_that_ends_a_composition_does_not_send()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        var devtools = await ada.Page.Context.NewCDPSessionAsync(ada.Page);

        await ada.Composer.FocusAsync();
        await devtools.SendAsync(
            "Input.imeSetComposition", new() { ["text"] = "ni'hao", ["selectionStart"] = 6, ["selectionEnd"] = 6 });
        await devtools.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = "rawKeyDown", ["windowsVirtualKeyCode"] = 229, ["key"] = "Process", ["code"] = "Enter" });
        await ada.Composer.EvaluateAsync(
            "field => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: "
                + "true, cancelable: true }))");
        await ada.Composer.EvaluateAsync(
            "field => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, "
                + "cancelable: true }))");
        await devtools.SendAsync("Input.insertText", new() { ["text"] = "你好" });

        await Expect(ada.Composer).ToHaveValueAsync("你好");
        await ada.Composer.PressAsync("Enter");
        await ada.SeesMessage("你好");
        await Expect(ada.MessageTexts).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task Names_commands_and_emoji_are_completed()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        using var netcat = await LineClient.Enter(server.EndPoint, "小糖豆");
        await ada.Sees(ada.Page.Locator("#members").GetByText("小糖豆"));

        await ada.Composer.PressSequentiallyAsync("/aw");
        await ada.Composer.PressAsync("Tab");
        await Expect(ada.Composer).ToHaveValueAsync("/away ");
        await ada.Type(ada.Composer, "so @小");
        await ada.Composer.PressAsync("Tab");
        await Expect(ada.Composer).ToHaveValueAsync("so @小糖豆 ");
        await ada.Composer.PressSequentiallyAsync(":tad");
        await ada.Composer.PressAsync("Enter");
        await Expect(ada.Composer).ToHaveValueAsync("so @小糖豆 🎉");
    }

    [BrowserFact]
    public async Task Commands_work_as_in_the_console_and_are_not_sent_as_text()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        using var netcat = await LineClient.Enter(server.EndPoint, "bob");

        await ada.Say("/me waves");
        Assert.Equal("* ada waves", (await netcat.NextSaid()).Text);
        await ada.Say("/nick 艾达");
        await ada.Sees(ada.Page.Locator("#members").GetByText("艾达"));
        await ada.Say("/away lunch");
        await ada.Sees(ada.Page.Locator("#members").GetByText("away: lunch"));
        await ada.Say("/nonsense");
        await ada.Sees(ada.Page.Locator(".note", new() { HasText = "/nonsense" }));
        await ada.Say("//slash");
        Assert.Equal("/slash", (await netcat.NextSaid()).Text);
    }

    [BrowserFact]
    public async Task An_emoji_is_chosen_by_keyboard()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");

        await ada.Page.Locator("#open-emoji").PressAsync("Enter");
        await ada.Page.Keyboard.TypeAsync("rocket");
        await ada.Page.Keyboard.PressAsync("Enter");

        await Expect(ada.Composer).ToHaveValueAsync("🚀");
        await Expect(ada.Composer).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Screen_readers_are_told_the_newest_message_only()
    {
        await using var server = await ServerProgram.StartWithPage();
        using var netcat = await LineClient.Enter(server.EndPoint, "bob");
        await netcat.Type("before");
        await netcat.Receive("before");
        await using var ada = await Visitor.Enter(server, "ada");
        var live = ada.Page.Locator("[aria-live=polite]");

        await netcat.Type("one");
        await Expect(live).ToHaveTextAsync("bob: one");
        await netcat.Type("two");
        await Expect(live).ToHaveTextAsync("bob: two");
        await ada.Say("three");
        await ada.SeesMessage("three");

        await Expect(live).ToHaveTextAsync("bob: two");
        await Expect(ada.Page.Locator("[role=log] #talk")).ToHaveCountAsync(1);
        await Expect(ada.Page.Locator("#talk [aria-live], [aria-live=polite] #talk")).ToHaveCountAsync(0);
    }
}
