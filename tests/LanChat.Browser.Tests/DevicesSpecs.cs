using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

/// <summary>One person with several devices.</summary>
public sealed class DevicesSpecs
{
    private static readonly float Patience = (float)RunningProgram.Timeout.TotalMilliseconds;

    [BrowserFact]
    public async Task A_device_is_linked_by_a_code_and_taken_off_again()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await using var phone = await Visitor.Enter(server, "visitor");
        var code = await MakeCode(ada);

        await phone.Page.Locator("#open-devices").ClickAsync();
        await phone.Type(phone.Page.Locator("#link-code"), code);
        await phone.Page.Keyboard.PressAsync("Enter");

        await phone.Sees(phone.Page.Locator("#members").GetByText("ada", new() { Exact = true }));
        await Expect(phone.Page.Locator("#members li")).ToHaveCountAsync(1, new() { Timeout = Patience });
        await Expect(ada.Page.Locator("#devices li")).ToHaveCountAsync(2, new() { Timeout = Patience });
        await ada.Page.Keyboard.PressAsync("Escape");
        await ada.Sees(ada.Page.Locator("#talk .note").GetByText("was linked to your account"));
        await ada.Say("from the desk");
        await phone.SeesMessage("from the desk");
        await phone.Say("from the phone");
        await ada.SeesMessage("from the phone");
        await Expect(ada.Page.Locator("#talk .mine")).ToHaveCountAsync(2);

        await ada.Page.Locator("#open-devices").ClickAsync();
        await ada.Page.Locator("#devices button").Last.ClickAsync();
        await Expect(phone.Page.Locator("#trouble-text")).ToContainTextAsync(
            "removed from your account", new() { Timeout = Patience });
        await Expect(ada.Page.Locator("#devices li")).ToHaveCountAsync(1, new() { Timeout = Patience });
    }

    [BrowserFact]
    public async Task A_link_of_another_device_enters_by_its_name_at_once_and_works_once()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        var link = new Uri(server.Page, $"#link={await MakeCode(ada)}");

        await using var phone = await Visitor.Open(link);
        await phone.Sees(phone.Page.Locator("#members").GetByText("ada", new() { Exact = true }));
        await Expect(phone.Page.Locator("#members li")).ToHaveCountAsync(1);
        Assert.DoesNotContain("link", phone.Page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain(phone.Requests, request => request.Query.Length > 0);

        await using var eve = await Visitor.Open(link);
        await Expect(eve.Page.Locator("#enter-problem")).ToContainTextAsync("code is wrong", new() { Timeout = Patience });
        await eve.Type(eve.Page.Locator("#nick"), "eve");
        await eve.Page.Keyboard.PressAsync("Enter");
        await eve.Sees(eve.Page.Locator("#members").GetByText("eve", new() { Exact = true }));
    }

    [BrowserFact]
    public async Task Who_finds_their_name_taken_is_asked_whether_it_is_theirs()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await Expect(ada.Page.Locator("#members .mark")).ToHaveTextAsync("✓");
        await using var phone = await Visitor.Open(server.Page);
        await phone.Type(phone.Page.Locator("#nick"), "ada");
        await phone.Page.Keyboard.PressAsync("Enter");

        await phone.Page.Locator("#question").GetByText("That's me").ClickAsync();
        await Expect(phone.Page.Locator("#link-code")).ToBeFocusedAsync();
        await phone.Type(phone.Page.Locator("#link-code"), "1234-5678");
        await phone.Page.Keyboard.PressAsync("Enter");
        await phone.Sees(phone.Page.Locator("#talk .note").GetByText("code is wrong"));
        await phone.Sees(phone.Page.Locator("#members").GetByText("ada_2", new() { Exact = true }));

        await phone.Say($"/link {await MakeCode(ada)}");
        await Expect(phone.Page.Locator("#members li")).ToHaveCountAsync(1, new() { Timeout = Patience });
    }

    [BrowserFact]
    public async Task A_second_tab_stands_beside_the_first_and_both_get_everything_once()
    {
        await using var server = await ServerProgram.StartWithPage();
        using var bob = await LineClient.Enter(server.EndPoint, "bob");
        await using var ada = await Visitor.Enter(server, "ada");
        await bob.Receive("【ada】加入聊天室");

        var second = await ada.Page.Context.NewPageAsync();
        await second.GotoAsync(server.Page.ToString());
        await second.Locator("#nick").PressAsync("Enter");
        await ada.Sees(second.Locator("#members").GetByText("ada", new() { Exact = true }));
        await second.Locator("#words").FocusAsync();
        await second.Keyboard.TypeAsync("hello");
        await second.Keyboard.PressAsync("Enter");

        await ada.SeesMessage("hello");
        await bob.Type("@ada psst");
        foreach (var page in new[] { ada.Page, second })
        {
            await page.Locator("#conversations").GetByText("bob").ClickAsync();
            await ada.Sees(page.Locator("#talk .words").GetByText("psst", new() { Exact = true }));
            await Expect(page.Locator("#members li")).ToHaveCountAsync(2);
            await Expect(page.Locator("#trouble")).ToBeHiddenAsync();
        }

        await ada.Page.CloseAsync();
        await bob.Type("still there?");
        await second.Locator("#conversations").GetByText("Our room").ClickAsync();
        await ada.Sees(second.Locator("#talk .words").GetByText("still there?", new() { Exact = true }));
        await Expect(second.Locator("#members li")).ToHaveCountAsync(2);
    }

    [BrowserFact]
    public async Task Private_messages_are_there_in_a_new_tab_and_on_a_linked_device_and_are_found()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await using var bob = await Visitor.Enter(server, "bob");
        await ada.Say("/msg bob the soup is ready");
        await bob.Page.Locator("#conversations").GetByText("ada").ClickAsync();
        await bob.SeesMessage("the soup is ready");
        await bob.Say("on my way");
        await ada.Sees(ada.Page.Locator("#conversations li").GetByText("bob"));

        // A new tab has nothing stored.
        await ada.Page.GotoAsync("about:blank");
        var tab = await ada.Page.Context.NewPageAsync();
        await tab.GotoAsync(server.Page.ToString());
        await tab.Locator("#nick").PressAsync("Enter");
        await tab.Locator("#conversations").GetByText("bob").ClickAsync();
        await Expect(tab.Locator("#talk .words")).ToHaveTextAsync(["the soup is ready", "on my way"]);
        await tab.ReloadAsync();
        await tab.Locator("#conversations").GetByText("bob").ClickAsync();
        await Expect(tab.Locator("#talk .words")).ToHaveTextAsync(["the soup is ready", "on my way"]);

        await tab.Locator("#open-devices").ClickAsync();
        await tab.Locator("#link-another").ClickAsync();
        var code = tab.Locator("#link-made-code");
        await Expect(code).Not.ToBeEmptyAsync();
        await using var phone = await Visitor.Open(new Uri(server.Page, $"#link={await code.InnerTextAsync()}"));
        await phone.Page.Locator("#conversations").GetByText("bob").ClickAsync();
        await Expect(phone.Page.Locator("#talk .words")).ToHaveTextAsync(["the soup is ready", "on my way"]);
        await phone.Page.Locator("#open-search").ClickAsync();
        await phone.Type(phone.Page.Locator("#search-text"), "SOUP");
        await Expect(phone.Page.Locator("#search-results li")).ToHaveCountAsync(1, new() { Timeout = Patience });
    }

    [BrowserFact]
    public async Task What_is_read_on_one_device_is_read_on_the_other_and_the_sender_sees_it()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await using var bob = await Visitor.Enter(server, "bob");
        var second = await ada.Page.Context.NewPageAsync();
        await second.GotoAsync(server.Page.ToString());
        await second.Locator("#nick").PressAsync("Enter");
        await ada.Sees(second.Locator("#members").GetByText("ada", new() { Exact = true }));

        await bob.Say("/msg ada psst");
        var first = ada.Page.Locator("#conversations li", new() { HasText = "bob" });
        await Expect(first.Locator(".count")).ToHaveTextAsync("1");
        await Expect(second.Locator("#conversations li", new() { HasText = "bob" }).Locator(".count")).ToHaveTextAsync("1");
        await second.BringToFrontAsync();
        await second.Locator("#conversations").GetByText("bob").ClickAsync();

        await Expect(first.Locator(".count")).ToHaveCountAsync(0);
        await Expect(bob.Page.Locator("#seen")).ToHaveTextAsync("ada has read this");
    }

    /// <summary>Opens the dialog, and returns the code it shows.</summary>
    private static async Task<string> MakeCode(Visitor visitor)
    {
        if (!await visitor.Page.Locator("#devices-dialog").IsVisibleAsync())
            await visitor.Page.Locator("#open-devices").ClickAsync();
        await visitor.Page.Locator("#link-another").ClickAsync();
        var code = visitor.Page.Locator("#link-made-code");
        await Expect(code).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-9]{4}-[0-9]{4}$"));
        return await code.InnerTextAsync();
    }
}
