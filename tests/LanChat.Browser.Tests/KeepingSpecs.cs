using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

/// <summary>What a page keeps while its tab is there.</summary>
public sealed class KeepingSpecs : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-page-keeping-");

    public void Dispose() => _data.Delete(recursive: true);

    private Task<ServerProgram> Start() => ServerProgram.StartWithPage(
        "lanchat.server.history.durability=committed", $"lanchat.server.data.folder={_data.FullName}");

    [BrowserFact]
    public async Task Each_conversation_has_a_draft_of_its_own_that_a_page_loaded_anew_still_has()
    {
        await using var server = await Start();
        using var bob = await LineClient.Enter(server.EndPoint, "bob");
        await using var ada = await Visitor.Enter(server, "ada");

        await ada.Type(ada.Composer, "half a line for all");
        await ada.Page.Locator("#members").GetByText("bob").ClickAsync();
        await Expect(ada.Composer).ToBeEmptyAsync();
        await ada.Page.Keyboard.TypeAsync("half a line for bob");
        await ada.Page.ReloadAsync();

        await Expect(ada.Composer).ToHaveValueAsync("half a line for all");
        await ada.Page.Locator("#conversations").GetByText("bob").ClickAsync();
        await Expect(ada.Composer).ToHaveValueAsync("half a line for bob");
        Assert.Equal(0, ada.AsksBeforeLeaving);
    }

    [BrowserFact]
    public async Task Private_words_are_there_after_a_reload_and_after_they_were_put_away()
    {
        await using var server = await Start();
        using var bob = await LineClient.Enter(server.EndPoint, "bob");
        await using var ada = await Visitor.Enter(server, "ada");
        await bob.Type("@ada to you");
        await ada.Page.Locator("#conversations").GetByText("bob").ClickAsync();
        await ada.Say("and back");
        await ada.Reads("and back");

        await ada.Page.ReloadAsync();
        await ada.Page.Locator("#conversations").GetByText("bob").ClickAsync();
        await Expect(ada.Words).ToHaveTextAsync(["to you", "and back"]);
        await ada.Page.Locator("#conversations li").Last.HoverAsync();
        await ada.Page.GetByLabel("Close the conversation with bob").ClickAsync();
        await Expect(ada.Page.Locator("#conversations li")).ToHaveCountAsync(1);
        await bob.Type("@ada once more");
        await ada.Page.Locator("#conversations").GetByText("bob").ClickAsync();

        await Expect(ada.Words).ToHaveTextAsync(["to you", "and back", "once more"]);
    }

    [BrowserFact]
    public async Task What_waits_to_be_sent_is_asked_about_and_said_once_by_the_page_loaded_anew()
    {
        await using var server = await Start();
        using var bob = await LineClient.Enter(server.EndPoint, "bob");
        var network = new Network();
        await using var ada = await Visitor.Enter(server, "ada", between: network.Stand);
        await network.GoDown();
        await ada.Say("said while the network was away");
        await ada.Sees(ada.Page.Locator("#pending").GetByText("waiting for the connection"));

        await ada.Page.ReloadAsync();
        Assert.Equal(1, ada.AsksBeforeLeaving);
        await network.ComeBack(ada.Page);
        await ada.Reads("said while the network was away");
        await ada.Say("over");

        Assert.Equal(("ada", "said while the network was away"), await bob.NextSaid());
        Assert.Equal(("ada", "over"), await bob.NextSaid());
        await Expect(ada.Page.Locator("#pending li")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task What_was_not_sent_yet_can_be_taken_back()
    {
        await using var server = await Start();
        using var bob = await LineClient.Enter(server.EndPoint, "bob");
        var network = new Network();
        await using var ada = await Visitor.Enter(server, "ada", between: network.Stand);
        await network.GoDown();
        await ada.Say("never mind");

        await ada.Page.Locator("#pending button").PressAsync("Enter");
        await Expect(ada.Composer).ToHaveValueAsync("never mind");
        await network.ComeBack(ada.Page);
        await ada.Say("over");

        Assert.Equal(("ada", "over"), await bob.NextSaid());
    }

    [BrowserFact]
    public async Task Leaving_asks_while_something_is_unsent_and_then_leaves_nothing_behind()
    {
        await using var server = await Start();
        using var bob = await LineClient.Enter(server.EndPoint, "bob");
        await using var ada = await Visitor.Enter(server, "ada");
        await bob.Type("@ada to you");
        await ada.Sees(ada.Page.Locator("#conversations").GetByText("bob"));
        await ada.Type(ada.Composer, "half a line");

        await ada.Page.Locator("#leave").ClickAsync();
        await Expect(ada.Page.Locator("#question")).ToContainTextAsync("unsent messages");
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(ada.Composer).ToHaveValueAsync("half a line");
        await ada.Page.Locator("#leave").ClickAsync();
        await ada.Page.Locator("#question").GetByRole(
            AriaRole.Button, new() { Name = "Leave", Exact = true }).ClickAsync();
        await Expect(ada.Page.Locator("#enter-form")).ToBeVisibleAsync();
        await ada.Page.Keyboard.PressAsync("Enter");

        await Expect(ada.Page.Locator("#conversations li")).ToHaveCountAsync(1);
        await Expect(ada.Composer).ToBeEmptyAsync();
        Assert.Equal(0, ada.AsksBeforeLeaving);
    }

    [BrowserFact]
    public async Task A_second_tab_takes_nothing_from_the_first()
    {
        await using var server = await Start();
        using var bob = await LineClient.Enter(server.EndPoint, "bob");
        await using var ada = await Visitor.Enter(server, "ada");
        await bob.Type("@ada to you");
        await ada.Sees(ada.Page.Locator("#conversations").GetByText("bob"));
        await ada.Type(ada.Composer, "half a line");

        var second = await ada.Page.Context.NewPageAsync();
        await second.GotoAsync(server.Page.ToString());
        await second.Locator("#nick").PressAsync("Enter");
        await Expect(ada.Page.Locator("#try-now")).ToHaveTextAsync("Use here");
        await Expect(ada.Composer).ToHaveValueAsync("half a line");
        await ada.Page.Locator("#try-now").ClickAsync();
        await Expect(ada.Page.Locator("#trouble")).ToBeHiddenAsync();
        await ada.Composer.PressAsync("Enter");

        await ada.Reads("half a line");
        await ada.Page.Locator("#conversations").GetByText("bob").ClickAsync();
        await ada.Reads("to you");
    }
}
