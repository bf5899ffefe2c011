using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Programs;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

/// <summary>Members change what they have said, and take it back.</summary>
public sealed class ChangeSpecs
{
    [BrowserFact]
    public async Task A_message_is_edited_by_its_menu_and_everybody_sees_it()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await using var bob = await Visitor.Enter(server, "bob");
        await ada.Say("teh first");
        await ada.Say("the second");
        await bob.SeesMessage("the second");
        await ada.Type(ada.Composer, "not sent yet");

        await OpenMenu(ada, "teh first");
        await Expect(ada.Page.Locator("#message-menu button")).ToHaveTextAsync(["Edit", "Copy text", "Take back"]);
        await Picture(ada, "menu");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Page.Locator("#editing")).ToContainTextAsync("Editing your message");
        await Expect(ada.Composer).ToHaveValueAsync("teh first");
        await Expect(ada.Composer).ToBeFocusedAsync();
        await Picture(ada, "editing");
        await ada.Say("the first");

        await Expect(ada.Composer).ToHaveValueAsync("not sent yet");
        await Expect(ada.Page.Locator("#editing")).ToBeHiddenAsync();
        foreach (var page in new[] { ada, bob })
        {
            await page.SeesMessage("the first");
            await Expect(page.MessageTexts).ToHaveTextAsync(["the first", "the second"]);
            await Expect(page.Page.Locator("#talk .edited")).ToHaveTextAsync("(edited)");
            await Expect(page.Page.Locator("#talk .note")).ToHaveCountAsync(0);
        }

        await Expect(bob.Page.Locator("#live")).ToHaveTextAsync("ada edited: the first");
        await Expect(ada.Page.Locator("#pending li")).ToHaveCountAsync(0);
        await Picture(bob, "edited");
        await bob.Page.ReloadAsync();
        await bob.SeesMessage("the first");
        await Expect(bob.Page.Locator("#talk .edited")).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task The_up_arrow_edits_the_last_message_and_escape_leaves_it()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await ada.Say("one");
        await ada.Say("two");
        await ada.SeesMessage("two");

        await ada.Composer.PressAsync("ArrowUp");
        await Expect(ada.Composer).ToHaveValueAsync("two");
        await ada.Page.Keyboard.TypeAsync("!");
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(ada.Composer).ToHaveValueAsync("");
        await ada.Composer.PressAsync("ArrowUp");
        await ada.Page.Keyboard.TypeAsync("?");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.SeesMessage("two?");
        await Expect(ada.MessageTexts).ToHaveTextAsync(["one", "two?"]);
        await Expect(ada.Composer).ToHaveValueAsync("");
    }

    [BrowserFact]
    public async Task A_message_is_taken_back_after_a_question()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await using var bob = await Visitor.Enter(server, "bob");
        await ada.Say("see https://chat.test/secret");
        await ada.Say("bye");
        await bob.SeesMessage("bye");
        await bob.Say("/search secret");
        await bob.Sees(bob.Page.Locator("#search-results button"));

        await OpenMenu(ada, "see https://chat.test/secret");
        await ada.Page.Locator("#message-menu button").GetByText("Take back").ClickAsync();
        await Expect(ada.Page.Locator("#question")).ToContainTextAsync("Take this message back?");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.MessageTexts).ToHaveCountAsync(2);
        await OpenMenu(ada, "see https://chat.test/secret");
        await ada.Page.Locator("#message-menu button").GetByText("Take back").ClickAsync();
        await Picture(ada, "question");
        await ada.Page.Locator("#question button").GetByText("Take back").ClickAsync();

        await Expect(ada.MessageTexts).ToHaveTextAsync(["bye"]);
        await Expect(ada.Page.Locator("#talk .event.said")).ToContainTextAsync("You took a message back");
        await Expect(bob.Page.Locator("#talk .event.said")).ToContainTextAsync("ada took a message back");
        await Expect(bob.Page.Locator("#talk a")).ToHaveCountAsync(0);
        await Expect(bob.Page.Locator("#live")).ToHaveTextAsync("ada took a message back");
        await Expect(bob.Page.Locator("#search-results button")).ToContainTextAsync("ada took a message back");
        await Picture(bob, "gone");
        await bob.Page.ReloadAsync();
        await bob.SeesMessage("bye");
        await Expect(bob.Page.Locator("#talk .event.said")).ToContainTextAsync("ada took a message back");
        await Expect(bob.MessageTexts).ToHaveTextAsync(["bye"]);
    }

    /// <summary>Opens the menu of a message by the button at its line.</summary>
    private static async Task OpenMenu(Visitor visitor, string text)
    {
        var line = visitor.Page.Locator("#talk .line", new() { HasText = text });
        await line.HoverAsync();
        await line.Locator(".message-more").ClickAsync();
        await Expect(visitor.Page.Locator("#message-menu")).ToBeVisibleAsync();
    }

    private static Task Picture(Visitor visitor, string name) =>
        Environment.GetEnvironmentVariable("LANCHAT_TEST_PICTURES") is { Length: > 0 } folder
            ? visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") })
            : Task.CompletedTask;
}
