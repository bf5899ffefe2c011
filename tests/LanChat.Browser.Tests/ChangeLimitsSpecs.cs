using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Programs;
using static LanChat.Browser.Tests.Browsers.ChangeSteps;
using static LanChat.Browser.Tests.Browsers.RoomSteps;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

/// <summary>How long messages can be changed, and changes that are late or refused.</summary>
public sealed class ChangeLimitsSpecs
{
    [BrowserFact]
    public async Task What_is_too_old_cannot_be_changed()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await using var bob = await Visitor.Enter(server, "bob");
        await OpenRoom(ada, "Team");
        await ada.Say("/set edit 4s");
        await Expect(ada.Page.Locator("#talk .note").Last).ToHaveTextAsync("Done.");
        await Row(bob, "Team").ClickAsync();
        await IsIn(bob, "Team");
        await bob.Say("one");
        await bob.SeesMessage("one");
        await bob.Composer.PressAsync("ArrowUp");
        await Expect(bob.Composer).ToHaveValueAsync("one");
        await bob.Page.Keyboard.TypeAsync(" and a half");
        await Eventually.Holds(
            async () =>
            {
                await OpenMenu(bob, "one");
                return await Menu(bob).GetByText("Edit").CountAsync() == 0;
            },
            () => "it never became too old");
        await bob.Page.Keyboard.PressAsync("Escape");

        await bob.Composer.PressAsync("Enter");
        await Expect(bob.Page.Locator("#talk .note").Last).ToHaveTextAsync(
            "Not changed to “one and a half”. It is too old to be changed.");
        await Picture(bob, "refused");
        await Expect(bob.MessageTexts).ToHaveTextAsync(["one"]);
        await Expect(bob.Composer).ToHaveValueAsync("one and a half");
        await bob.Say("/recall");
        await Expect(bob.Page.Locator("#talk .note").Last).ToHaveTextAsync("It is too old to be changed.");
        await bob.Composer.PressAsync("ArrowUp");
        await Expect(bob.Composer).ToHaveValueAsync("/recall");
    }

    [BrowserFact]
    public async Task Owners_set_how_long_messages_can_be_changed()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await OpenRoom(ada, "Team");
        await ada.Say("one");
        await ada.SeesMessage("one");
        var time = ada.Page.GetByLabel("Messages can be changed for");
        var pause = ada.Page.GetByLabel("Pause between two messages");

        await ada.Page.Locator("#open-room-settings").ClickAsync();
        await Expect(time.Locator("option:checked")).ToHaveTextAsync("15 min");
        await Picture(ada, "settings");
        await time.SelectOptionAsync("Not at all");
        await pause.SelectOptionAsync("1 min");
        await ada.Page.Locator("#settings-dialog .primary").ClickAsync();
        await Expect(ada.Page.Locator("#settings-dialog")).ToBeHiddenAsync();

        await OpenMenu(ada, "one");
        await Expect(Menu(ada)).ToHaveTextAsync(["Reply", "Copy text"]);
        await ada.Page.Keyboard.PressAsync("Escape");
        await ada.Say("/edit two");
        await Expect(ada.Page.Locator("#talk .note").Last).ToHaveTextAsync(
            "Messages can't be changed or taken back in this room.");
        await ada.Page.Locator("#open-room-settings").ClickAsync();
        await Expect(time.Locator("option:checked")).ToHaveTextAsync("Not at all");
        await Expect(pause.Locator("option:checked")).ToHaveTextAsync("1 min");
        await Expect(pause.Locator("option")).ToHaveCountAsync(7);
    }

    [BrowserFact]
    public async Task A_change_made_offline_is_sent_when_the_connection_is_back()
    {
        await using var server = await ServerProgram.StartWithPage();
        var network = new Network();
        await using var ada = await Visitor.Enter(server, "ada", between: network.Route);
        await using var bob = await Visitor.Enter(server, "bob");
        await ada.Say("one");
        await ada.Say("two");
        await ada.Say("three");
        await bob.SeesMessage("three");

        await network.GoDown();
        await Expect(ada.Page.Locator("#trouble")).ToBeVisibleAsync();
        await ada.Say("/edit three!");
        await TakeBack(ada, "two");
        var pending = ada.Page.Locator("#pending li");
        await Expect(pending).ToHaveCountAsync(2);
        await Expect(pending.First).ToContainTextAsync("Edit · waiting for the connection");
        await Expect(pending.Last).ToContainTextAsync("Take back · waiting for the connection");
        await Picture(ada, "pending");
        await ada.Say("said last");
        await ada.Say("/edit said at last");
        await Expect(ada.Page.Locator("#talk .note").Last).ToContainTextAsync("waits for the connection");
        await Expect(ada.Composer).ToHaveValueAsync("/edit said at last");
        await ada.Page.ReloadAsync();
        await network.ComeUp(ada.Page);

        await Expect(bob.MessageTexts).ToHaveTextAsync(["one", "three!", "said last"]);
        await Expect(ada.MessageTexts).ToHaveTextAsync(["one", "three!", "said last"]);
        await Expect(pending).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_change_that_waits_can_be_called_off()
    {
        await using var server = await ServerProgram.StartWithPage();
        var network = new Network();
        await using var ada = await Visitor.Enter(server, "ada", between: network.Route);
        await ada.Say("one");
        await ada.SeesMessage("one");
        await network.GoDown();
        await Expect(ada.Page.Locator("#trouble")).ToBeVisibleAsync();
        await ada.Say("/edit two");
        await ada.Page.Locator("#pending button").ClickAsync();

        await Expect(ada.Page.Locator("#pending li")).ToHaveCountAsync(0);
        await Expect(ada.Page.Locator("#editing")).ToContainTextAsync("one");
        await Expect(ada.Composer).ToHaveValueAsync("two");
        await network.ComeUp(ada.Page);
        await ada.Composer.PressAsync("Enter");
        await ada.SeesMessage("two");
    }

    [BrowserFact]
    public async Task Changes_that_were_missed_are_shown_and_are_not_news()
    {
        await using var server = await ServerProgram.StartWithPage();
        var network = new Network();
        await using var ada = await Visitor.Enter(server, "ada", between: network.Route);
        await using var bob = await Visitor.Enter(server, "bob");
        await bob.Say("one");
        await bob.Say("two");
        await bob.Say("three");
        await ada.SeesMessage("three");
        await ada.Page.EvaluateAsync("document.hasFocus = () => false");
        await network.GoDown();
        await Expect(ada.Page.Locator("#trouble")).ToBeVisibleAsync();
        await bob.Say("/edit three for ada");
        await bob.SeesMessage("three for ada");
        await TakeBack(bob, "one");
        await bob.Say("four");
        await bob.Say("/recall");
        await bob.Say("five");
        await bob.Say("/edit six");
        await bob.SeesMessage("six");

        await network.ComeUp(ada.Page);
        await ada.SeesMessage("six");

        await Expect(ada.MessageTexts).ToHaveTextAsync(["two", "three for ada", "six"]);
        await Expect(ada.Page.Locator("#talk .event.said")).ToHaveCountAsync(2);
        await Expect(ada.Page.Locator("#talk .gap")).ToHaveCountAsync(0);
        await Expect(ada.Page).ToHaveTitleAsync("(1) Our room");
    }
}
