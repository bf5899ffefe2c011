using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Programs;
using Microsoft.Playwright;
using static LanChat.Browser.Tests.Browsers.ChangeSteps;
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
        await Expect(Menu(ada)).ToHaveTextAsync(["Reply", "Edit", "Copy text", "Take back"]);
        await Picture(ada, "menu");
        await ada.Page.Keyboard.PressAsync("ArrowDown");
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
        await Menu(ada).GetByText("Take back").ClickAsync();
        await Expect(ada.Page.Locator("#question")).ToContainTextAsync("Take back “see https://chat.test/secret”?");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.MessageTexts).ToHaveCountAsync(2);
        await TakeBack(ada, "see https://chat.test/secret");

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

    [BrowserFact]
    public async Task A_file_that_is_taken_back_vanishes_with_its_link()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await using var bob = await Visitor.Enter(server, "bob");
        await ada.Page.Locator("#file").SetInputFilesAsync(
            new FilePayload { Name = "plan.txt", MimeType = "text/plain", Buffer = "a plan"u8.ToArray() });
        await bob.Sees(bob.Page.Locator("#talk a[download='plan.txt']"));

        await OpenMenu(ada, "plan.txt");
        await Expect(Menu(ada)).ToHaveTextAsync(["Reply", "Take back"]);
        await ada.Page.Keyboard.PressAsync("Escape");
        await TakeBack(ada, "plan.txt");

        await Expect(bob.Page.Locator("#talk .event.file")).ToContainTextAsync("ada took a message back");
        await Expect(bob.Page.Locator("#talk .file-card")).ToHaveCountAsync(0);
        await Expect(ada.Page.Locator("#talk .event.file")).ToContainTextAsync("You took a message back");
    }

    [BrowserFact]
    public async Task A_change_is_not_news()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await using var bob = await Visitor.Enter(server, "bob");
        await bob.Say("hello everybody");
        await bob.Say("second");
        await ada.SeesMessage("second");
        await ada.Page.EvaluateAsync("document.hasFocus = () => false");

        await bob.Say("/edit second, ada");
        await ada.SeesMessage("second, ada");
        await TakeBack(bob, "hello everybody");
        await Expect(ada.Page.Locator("#talk .event.said")).ToHaveCountAsync(1);

        await Expect(ada.Page).ToHaveTitleAsync("Our room");
        await Expect(ada.Page.Locator("#talk .divider.new")).ToHaveCountAsync(0);
        await Expect(ada.Page.Locator("#talk .line mark")).ToHaveTextAsync("ada");
        await Expect(ada.Page.Locator("#to-end")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Commands_change_the_last_message()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        var note = ada.Page.Locator("#talk .note").Last;
        await ada.Say("/recall");
        await Expect(note).ToHaveTextAsync("No message shown here is yours and can be changed.");
        await ada.Say("one");
        await ada.Say("teh teh $& a/b");
        await ada.SeesMessage("teh teh $& a/b");

        await ada.Say("/s/teh/the $&/");
        await ada.SeesMessage("the $& teh $& a/b");
        await ada.Say("/s/nothing/something");
        await Expect(note).ToHaveTextAsync("Your last message doesn't contain “nothing”.");
        await Expect(ada.Composer).ToHaveValueAsync("/s/nothing/something");
        await ada.Say("/s/");
        await Expect(note).ToHaveTextAsync("Usage: /s/OLD/NEW/");
        await ada.Say("/edit");
        await Expect(ada.Composer).ToHaveValueAsync("the $& teh $& a/b");
        await ada.Say("two");
        await ada.SeesMessage("two");
        await ada.Say("/edit three :smile:");
        await ada.SeesMessage("three 😄");
        await ada.Say("/recall");
        await Expect(ada.MessageTexts).ToHaveTextAsync(["one"]);
        await ada.Composer.PressAsync("ArrowUp");
        await Expect(ada.Composer).ToHaveValueAsync("one");
        await ada.Page.Keyboard.PressAsync("Escape");

        await ada.Say("/msg ada psst");
        await ada.Say("/edit pst");
        await Expect(note).ToHaveTextAsync("Only messages to everyone can be changed or taken back.");
    }
}
