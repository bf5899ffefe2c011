using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

public sealed class NamesSpecs
{
    [BrowserTheory]
    [InlineData("127.0.0.1")]
    [InlineData(Chromium.PlainHost)]
    public async Task A_nickname_belongs_to_the_browser_and_offline_messages_are_kept_for_it(string host)
    {
        await using var server = await ServerProgram.StartWithPage(
            $"lanchat.server.web.hosts=[\"{Chromium.PlainHost}\"]");
        var page = new UriBuilder(server.Page) { Host = host }.Uri;
        await using var ada = await Visitor.Open(page);
        Assert.Equal(host != Chromium.PlainHost, await ada.Page.EvaluateAsync<bool>("isSecureContext"));
        await ada.Type(ada.Page.Locator("#nick"), "ada");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.Sees(ada.Page.Locator("#members").GetByText("ada", new() { Exact = true }));
        using var bob = await LineClient.Enter(server.EndPoint, "bob");

        await ada.Page.GotoAsync("about:blank");
        await bob.Receive("【ada】下线了");
        using var stranger = await LineClient.Connect(server.EndPoint);
        await stranger.Type("ada");
        await bob.Receive("【ada_2】加入聊天室");
        await bob.Type("@ada while you were away");
        await bob.Receive("ada");
        await ada.Page.GotoAsync(page.ToString());

        await ada.Page.Locator("#conversations").GetByText("bob").ClickAsync();
        await ada.SeesMessage("while you were away");
        await ada.Page.ReloadAsync();
        await ada.Sees(ada.Page.Locator("#members").GetByText("ada", new() { Exact = true }));
        await Expect(ada.Page.Locator("#conversations li")).ToHaveCountAsync(2);
        await ada.Page.Locator("#conversations").GetByText("bob").ClickAsync();
        await ada.SeesMessage("while you were away");
    }

    [BrowserFact]
    public async Task A_changed_nickname_is_explained()
    {
        await using var server = await ServerProgram.StartWithPage();
        using var netcat = await LineClient.Enter(server.EndPoint, "ada");
        await using var ada = await Visitor.Open(server.Page);

        await ada.Type(ada.Page.Locator("#nick"), "ada");
        await ada.Page.Keyboard.PressAsync("Enter");

        await ada.Sees(ada.Page.Locator("#talk .note").GetByText("“ada” is taken. You are ada_2"));
    }

    [BrowserFact]
    public async Task Over_plain_HTTP_the_page_works_without_notifications()
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

        await ada.SeesMessage("hello");
        await Expect(ada.Page.Locator("#leave")).ToBeVisibleAsync();
        await Expect(ada.Page.Locator("#notify")).ToBeDisabledAsync();
        await Expect(ada.Page.Locator("#notify-hint")).ToContainTextAsync("HTTPS");
        Assert.All(ada.Requests, request => Assert.Equal(page.Authority, request.Authority));
    }
}
