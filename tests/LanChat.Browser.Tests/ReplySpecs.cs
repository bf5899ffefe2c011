using System.Text.RegularExpressions;
using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using Microsoft.Playwright;
using static LanChat.Browser.Tests.Browsers.ChangeSteps;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

/// <summary>Members reply to messages.</summary>
public sealed partial class ReplySpecs : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat");

    public void Dispose() => _data.Delete(recursive: true);

    [BrowserFact]
    public async Task A_message_is_replied_to_by_its_menu_and_the_quote_leads_to_it()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await using var bob = await Visitor.Enter(server, "bob");
        await ada.Say("see you at 3");
        for (var count = 1; count <= 8; count++) await ada.Say($"line {count}\n\n\n\nof many");
        await bob.Sees(bob.MessageTexts.GetByText("line 8"));
        await bob.Type(bob.Composer, "yes");
        await bob.Page.EvaluateAsync("document.querySelector('#scroller').scrollTop = 0");

        await OpenMenu(bob, "see you at 3");
        await Expect(Menu(bob)).ToHaveTextAsync(["Reply", "Copy text"]);
        await bob.Page.Keyboard.PressAsync("Enter");
        await Expect(Bar(bob)).ToContainTextAsync("Replying to ada");
        await Expect(Bar(bob)).ToContainTextAsync("see you at 3");
        await Expect(bob.Composer).ToHaveValueAsync("yes");
        await Expect(bob.Composer).ToBeFocusedAsync();
        await Picture(bob, "replying");
        await bob.Page.Keyboard.PressAsync("Enter");
        await bob.SeesMessage("yes");
        await Expect(Bar(bob)).ToBeHiddenAsync();
        await Expect(bob.Composer).ToHaveValueAsync("");

        await ada.SeesMessage("yes");
        await Expect(ada.Page.Locator("#live")).ToHaveTextAsync("bob replied to you: yes");
        await Expect(Quotes(ada)).ToHaveTextAsync(["↪ ada: see you at 3"]);
        await Expect(ada.Page.Locator("#talk .mentioned .words")).ToHaveTextAsync(["yes"]);
        await Picture(ada, "reply");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "↪ ada: see you at 3 – show this message" }).ClickAsync();
        var original = ada.Page.Locator("#talk .line.pointed");
        await Expect(original).ToContainTextAsync("see you at 3");
        await Expect(original).ToBeInViewportAsync();
        await Picture(ada, "original");
        await Expect(original).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task An_original_that_is_not_loaded_comes_from_the_history()
    {
        await using var server = await ServerProgram.StartWithPage(
            "lanchat.server.history.durability=committed", $"lanchat.server.data.folder={_data.FullName}");
        using var ada = await LineClient.Enter(server.EndPoint, "ada");
        await using var bob = await Visitor.Enter(server, "bob");
        await ada.Type("the very first");
        await bob.SeesMessage("the very first");
        for (var count = 1; count <= 150; count++) await ada.Type($"line {count}");
        await bob.SeesMessage("line 150");
        await bob.Page.EvaluateAsync("document.querySelector('#scroller').scrollTop = 0");
        await OpenMenu(bob, "the very first");
        await Menu(bob).GetByText("Reply").ClickAsync();
        await bob.Say("found it");
        await bob.SeesMessage("found it");

        await using var carl = await Visitor.Enter(server, "carl");
        await carl.SeesMessage("found it");
        await Expect(carl.MessageTexts.GetByText("the very first")).ToHaveCountAsync(0);
        await Expect(Quotes(carl)).ToHaveTextAsync(["↪ ada: the very first"]);
        await Quotes(carl).FocusAsync();
        await carl.Page.Keyboard.PressAsync("Enter");
        await Expect(carl.Page.Locator("#talk .line.pointed")).ToContainTextAsync("the very first");
        await Expect(carl.Page.Locator("#live")).ToHaveTextAsync("ada: the very first");
    }

    [BrowserFact]
    public async Task A_change_of_a_message_changes_its_quotes()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await using var bob = await Visitor.Enter(server, "bob");
        await ada.Say("see you at 3");
        await bob.SeesMessage("see you at 3");
        await bob.Say("/re yes");
        await bob.Say("/me :smile:");
        await ada.SeesMessage("yes");

        await Reply(bob, "see you at 3");
        await bob.Page.Keyboard.TypeAsync("which room?");
        await ada.Say("/edit see you at 4");
        await Expect(Quotes(ada)).ToHaveTextAsync(["↪ ada: see you at 4"]);
        await Expect(Quotes(bob)).ToHaveTextAsync(["↪ ada: see you at 4"]);
        await Expect(Bar(bob)).ToContainTextAsync("see you at 4");
        await bob.Say("/edit yes!");
        await Expect(ada.Page.Locator("#talk .mentioned .words")).ToHaveCountAsync(1);
        await TakeBack(ada, "see you at 4");
        await Expect(Quotes(ada)).ToHaveTextAsync(["↪ a message that was taken back"]);
        await Expect(Quotes(bob)).ToHaveTextAsync(["↪ a message that was taken back"]);
        await Expect(Bar(bob)).ToBeHiddenAsync();
        await Picture(bob, "quote-gone");
        await bob.Page.ReloadAsync();
        await Expect(Quotes(bob)).ToHaveTextAsync(["↪ a message that was taken back"]);
    }

    [BrowserFact]
    public async Task A_reply_that_is_not_sent_survives_a_reload_and_is_cancelled_by_escape()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        using var bob = await LineClient.Enter(server.EndPoint, "bob");
        await bob.Type("where is the plan?");
        await ada.SeesMessage("where is the plan?");
        await Reply(ada, "where is the plan?");
        await ada.Page.Keyboard.TypeAsync("on the");

        await ada.Page.ReloadAsync();
        await Expect(Bar(ada)).ToContainTextAsync("Replying to bob");
        await Expect(ada.Composer).ToHaveValueAsync("on the");
        await ada.Composer.PressAsync("End");
        await ada.Page.Keyboard.TypeAsync(" table");
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(Bar(ada)).ToBeHiddenAsync();
        await Expect(ada.Composer).ToHaveValueAsync("on the table");
        await Reply(ada, "where is the plan?");
        await ada.Page.Locator("#cancel-editing").ClickAsync();
        await Expect(Bar(ada)).ToBeHiddenAsync();
        await Expect(ada.Composer).ToBeFocusedAsync();
        await Reply(ada, "where is the plan?");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.SeesMessage("on the table");
        await Expect(Quotes(ada)).ToHaveTextAsync(["↪ bob: where is the plan?"]);
    }

    [BrowserFact]
    public async Task A_reply_written_offline_is_sent_when_the_connection_is_back()
    {
        await using var server = await ServerProgram.StartWithPage();
        var network = new Network();
        await using var ada = await Visitor.Enter(server, "ada", between: network.Route);
        await using var bob = await Visitor.Enter(server, "bob");
        await bob.Say("one");
        await bob.Say("two");
        await ada.SeesMessage("two");
        await network.GoDown();
        await Expect(ada.Page.Locator("#trouble")).ToBeVisibleAsync();

        await Reply(ada, "one");
        await ada.Say("to one");
        await Expect(ada.Page.Locator("#pending .quote")).ToHaveTextAsync("↪ bob: one");
        await ada.Page.Locator("#pending button").ClickAsync();
        await Expect(Bar(ada)).ToContainTextAsync("Replying to bob");
        await Expect(ada.Composer).ToHaveValueAsync("to one");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.Say("/re to two");
        await Expect(ada.Page.Locator("#pending .quote")).ToHaveTextAsync(["↪ bob: one", "↪ bob: two"]);
        await Picture(ada, "pending-replies");
        await ada.Page.ReloadAsync();
        await network.ComeUp(ada.Page);

        await bob.SeesMessage("to two");
        foreach (var page in new[] { ada, bob })
        {
            await Expect(page.MessageTexts).ToHaveTextAsync(["one", "two", "to one", "to two"]);
            await Expect(Quotes(page)).ToHaveTextAsync(["↪ bob: one", "↪ bob: two"]);
        }
    }

    [BrowserFact]
    public async Task A_reply_that_is_refused_comes_back_to_the_composer()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        using var bob = await LineClient.Enter(server.EndPoint, "bob");
        await bob.Type("ask me");
        await ada.SeesMessage("ask me");
        await ada.Say("/ignore");
        await Reply(ada, "ask me");
        await ada.Say("how?");

        await Expect(ada.Page.Locator("#talk .note").Last).ToContainTextAsync("Not sent: “how?”.");
        await Expect(ada.Composer).ToHaveValueAsync("how?");
        await Expect(Bar(ada)).ToContainTextAsync("Replying to bob");
        await ada.Composer.FillAsync("");
        await ada.Say("/ignore");
        await ada.Say("how then?");
        await ada.SeesMessage("how then?");
        await Expect(Quotes(ada)).ToHaveTextAsync(["↪ bob: ask me"]);
    }

    [BrowserFact]
    public async Task The_command_replies_to_the_last_message_of_somebody_else()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await ada.Say("/re hello?");
        await Expect(ada.Page.Locator("#talk .note").Last).ToContainTextAsync("No message shown here is of somebody else.");
        await Expect(ada.Composer).ToHaveValueAsync("/re hello?");
        await ada.Composer.FillAsync("");
        using var bob = await LineClient.Enter(server.EndPoint, "bob");
        await bob.Type("/me waves");
        await ada.SeesMessage("bob waves");
        await ada.Say("mine");
        await ada.SeesMessage("mine");

        await ada.Type(ada.Composer, "/re");
        await Expect(ada.Page.Locator("#suggestions li").First).ToContainTextAsync("/re TEXT");
        await ada.Type(ada.Composer, "/re hi");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.SeesMessage("hi");
        await Expect(Quotes(ada)).ToHaveTextAsync(["↪ bob: waves"]);
        await ada.Say("/msg bob psst");
        await ada.SeesMessage("psst");
        await OpenMenu(ada, "psst");
        await Expect(Menu(ada)).ToHaveTextAsync(["Copy text"]);
        await ada.Page.Keyboard.PressAsync("Escape");
        await ada.Say("/re pst");
        await Expect(ada.Page.Locator("#talk .note").Last).ToContainTextAsync("Only messages to everyone");
    }

    [BrowserFact]
    public async Task Replies_fit_on_a_phone()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await EnterByPhone(server, "ada");
        using var bob = await LineClient.Enter(server.EndPoint, "bob");
        await bob.Type("今天下午三点在二楼的会议室开会，请大家带上自己的笔记本电脑和上周的报告");
        await ada.SeesMessage("今天下午三点在二楼的会议室开会，请大家带上自己的笔记本电脑和上周的报告");
        await ada.Say("/re 好的");
        await ada.SeesMessage("好的");
        await Expect(Quotes(ada)).ToHaveTextAsync(MeetingAtThree());
        Assert.False(await ada.Page.EvaluateAsync<bool>("document.body.scrollWidth > innerWidth"));
        await Quotes(ada).TapAsync();
        await Expect(ada.Page.Locator("#talk .line.pointed")).ToContainTextAsync("今天下午三点");
        await Picture(ada, "phone-reply");
    }

    private static ILocator Bar(Visitor visitor) => visitor.Page.Locator("#editing");

    private static ILocator Quotes(Visitor visitor) => visitor.Page.Locator("#talk .quote");

    private static async Task Reply(Visitor visitor, string text)
    {
        await OpenMenu(visitor, text);
        await Menu(visitor).GetByText("Reply").ClickAsync();
        await Expect(visitor.Composer).ToBeFocusedAsync();
    }

    [GeneratedRegex("^↪ bob: 今天下午三点")]
    private static partial Regex MeetingAtThree();
}
