using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

public sealed class JoinSpecs
{
    [BrowserFact]
    public async Task A_newcomer_sees_notice_members_and_history()
    {
        await using var server = await ServerProgram.StartWithPage("lanchat.server.room.notice=\"请友善\"");
        using var netcat = await LineClient.Enter(server.EndPoint, "bob");
        await netcat.Type("before");
        await netcat.Receive("before");

        await using var ada = await Visitor.Enter(server, "ada");

        await ada.SeesMessage("before");
        await Expect(ada.Page.Locator("#notice")).ToContainTextAsync("请友善");
        await Expect(ada.Page.Locator("#members li")).ToHaveCountAsync(2);
        await Expect(ada.Page.Locator("#heading")).ToHaveTextAsync("Our room");
    }

    [BrowserFact]
    public async Task A_reserved_nickname_is_refused_and_another_asked_for()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var somebody = await Visitor.Open(server.Page);

        await somebody.Type(somebody.Page.Locator("#nick"), "系统消息");
        await somebody.Page.Keyboard.PressAsync("Enter");
        await Expect(somebody.Page.Locator("#enter-problem")).ToHaveTextAsync("That name is reserved.");
        await Expect(somebody.Page.Locator("#room")).ToBeHiddenAsync();
        await somebody.Type(somebody.Page.Locator("#nick"), "ada");
        await somebody.Page.Keyboard.PressAsync("Enter");

        await somebody.Sees(somebody.Page.Locator("#members").GetByText("ada"));
    }

    [BrowserFact]
    public async Task A_reloaded_page_rejoins_under_its_nickname()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");

        await ada.Page.ReloadAsync();
        await ada.Sees(ada.Page.Locator("#members").GetByText("ada"));
        await ada.Page.Locator("#leave").ClickAsync();

        await Expect(ada.Page.Locator("#nick")).ToHaveValueAsync("ada");
    }

    [BrowserTheory]
    [InlineData("en-GB", "Enter")]
    [InlineData("zh-CN", "进入")]
    public async Task The_page_is_in_the_language_of_the_browser(string locale, string enter)
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Open(server.Page, new() { Locale = locale });

        await Expect(ada.Page.Locator("#enter-form button")).ToHaveTextAsync(enter);
    }

    [BrowserTheory]
    [InlineData(1280, 800, true)]
    [InlineData(360, 640, false)]
    public async Task A_narrow_screen_has_drawers_instead_of_side_panels(
        int width, int height, bool isWide)
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(
            server,
            "ada",
            new() { Locale = "en-GB", ViewportSize = new ViewportSize { Width = width, Height = height } });
        var members = ada.Page.Locator("#members");

        await Expect(ada.Page.Locator("#open-people")).ToBeVisibleAsync(new() { Visible = !isWide });
        await Expect(members).ToBeVisibleAsync(new() { Visible = isWide });
        if (!isWide) await ada.Page.Locator("#open-people").PressAsync("Enter");
        await Expect(members).ToBeVisibleAsync();
        Assert.Equal(width, await ada.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(members).ToBeVisibleAsync(new() { Visible = isWide });
    }
}
