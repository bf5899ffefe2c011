using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

public sealed class NamesSpecs
{
    [BrowserFact]
    public async Task A_name_belongs_to_the_browser_and_private_words_wait_for_it()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        using var bob = await LineClient.Enter(server.EndPoint, "bob");

        await ada.Page.GotoAsync("about:blank");
        await bob.Hear("【ada】下线了");
        using var stranger = await LineClient.Connect(server.EndPoint);
        await stranger.Type("ada");
        await bob.Hear("【ada_2】加入聊天室");
        await bob.Type("@ada while you were away");
        await bob.Hear("ada");
        await ada.Page.GotoAsync(server.Page.ToString());

        await ada.Page.Locator("#conversations").GetByText("bob").ClickAsync();
        await ada.Reads("while you were away");
        await ada.Page.ReloadAsync();
        await ada.Sees(ada.Page.Locator("#members").GetByText("ada", new() { Exact = true }));
        await Expect(ada.Page.Locator("#conversations li")).ToHaveCountAsync(2);
        await ada.Page.Locator("#conversations").GetByText("bob").ClickAsync();
        await ada.Reads("while you were away");
    }

    [BrowserFact]
    public async Task Who_comes_in_by_the_name_again_takes_over_and_is_left_alone()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");

        var second = await ada.Page.Context.NewPageAsync();
        await second.GotoAsync(server.Page.ToString());
        await second.Locator("#nick").PressAsync("Enter");

        await ada.Sees(second.Locator("#members").GetByText("ada", new() { Exact = true }));
        await Expect(ada.Page.Locator("#trouble-text")).ToContainTextAsync("another tab or device");
        await Expect(ada.Page.Locator("#room")).ToBeVisibleAsync();
        await ada.Page.Locator("#try-now").ClickAsync();
        await Expect(ada.Page.Locator("#trouble")).ToBeHiddenAsync();
        await Expect(second.Locator("#trouble")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Who_gets_another_name_is_told_why()
    {
        await using var server = await ServerProgram.StartWithPage();
        using var netcat = await LineClient.Enter(server.EndPoint, "ada");
        await using var ada = await Visitor.Open(server.Page);

        await ada.Type(ada.Page.Locator("#nick"), "ada");
        await ada.Page.Keyboard.PressAsync("Enter");

        await ada.Sees(ada.Page.Locator("#talk .note").GetByText("“ada” is taken. You are ada_2"));
    }

    [BrowserFact]
    public async Task A_plain_address_of_the_network_has_no_keys_and_no_notifications_and_needs_none()
    {
        await using var server = await ServerProgram.StartWithPage(
            $"lanchat.server.web.hosts=[\"{Chromium.PlainHost}\"]");
        var page = new UriBuilder(server.Page) { Host = Chromium.PlainHost }.Uri;
        await using var ada = await Visitor.Open(page);
        Assert.False(await ada.Page.EvaluateAsync<bool>("isSecureContext"));
        await Expect(ada.Page.Locator("#enter-room")).ToHaveTextAsync("Our room");

        await ada.Type(ada.Page.Locator("#nick"), "ada");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.Say("hello");

        await ada.Reads("hello");
        await Expect(ada.Page.Locator("#leave")).ToBeVisibleAsync();
        await Expect(ada.Page.Locator("#notify")).ToBeDisabledAsync();
        await Expect(ada.Page.Locator("#notify-hint")).ToContainTextAsync("HTTPS");
        Assert.All(ada.Asked, asked => Assert.Equal(page.Authority, asked.Authority));
    }
}
