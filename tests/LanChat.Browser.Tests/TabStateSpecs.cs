using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

/// <summary>What a page keeps for as long as its tab is open.</summary>
public sealed class TabStateSpecs : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-page-keeping-");

    public void Dispose() => _data.Delete(recursive: true);

    private Task<ServerProgram> Start() => ServerProgram.StartWithPage(
        "lanchat.server.history.durability=committed", $"lanchat.server.data.folder={_data.FullName}");

    [BrowserFact]
    public async Task Each_conversation_keeps_its_draft_over_a_reload()
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
        Assert.Equal(0, ada.LeavePrompts);
    }

    [BrowserFact]
    public async Task Private_messages_are_kept_over_a_reload_and_over_closing_the_conversation()
    {
        await using var server = await Start();
        using var bob = await LineClient.Enter(server.EndPoint, "bob");
        await using var ada = await Visitor.Enter(server, "ada");
        await bob.Type("@ada to you");
        await ada.Page.Locator("#conversations").GetByText("bob").ClickAsync();
        await ada.Say("and back");
        await ada.SeesMessage("and back");

        await ada.Page.ReloadAsync();
        await ada.Page.Locator("#conversations").GetByText("bob").ClickAsync();
        await Expect(ada.MessageTexts).ToHaveTextAsync(["to you", "and back"]);
        await ada.Page.Locator("#conversations li").Last.HoverAsync();
        await ada.Page.GetByLabel("Close the conversation with bob").ClickAsync();
        await Expect(ada.Page.Locator("#conversations li")).ToHaveCountAsync(1);
        await bob.Type("@ada once more");
        await ada.Page.Locator("#conversations").GetByText("bob").ClickAsync();

        await Expect(ada.MessageTexts).ToHaveTextAsync(["to you", "and back", "once more"]);
    }

    [BrowserFact]
    public async Task An_unsent_message_is_warned_about_and_sent_once_after_a_reload()
    {
        await using var server = await Start();
        using var bob = await LineClient.Enter(server.EndPoint, "bob");
        var network = new Network();
        await using var ada = await Visitor.Enter(server, "ada", between: network.Route);
        await network.GoDown();
        await ada.Say("said while the network was away");
        await ada.Sees(ada.Page.Locator("#pending").GetByText("waiting for the connection"));

        await ada.Page.ReloadAsync();
        Assert.Equal(1, ada.LeavePrompts);
        await network.ComeUp(ada.Page);
        await ada.SeesMessage("said while the network was away");
        await ada.Say("over");

        Assert.Equal(("ada", "said while the network was away"), await bob.NextSaid());
        Assert.Equal(("ada", "over"), await bob.NextSaid());
        await Expect(ada.Page.Locator("#pending li")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task An_unsent_message_can_be_taken_back_into_the_composer()
    {
        await using var server = await Start();
        using var bob = await LineClient.Enter(server.EndPoint, "bob");
        var network = new Network();
        await using var ada = await Visitor.Enter(server, "ada", between: network.Route);
        await network.GoDown();
        await ada.Say("never mind");

        await ada.Page.Locator("#pending button").PressAsync("Enter");
        await Expect(ada.Composer).ToHaveValueAsync("never mind");
        await network.ComeUp(ada.Page);
        await ada.Say("over");

        Assert.Equal(("ada", "over"), await bob.NextSaid());
    }

    [BrowserFact]
    public async Task Leaving_warns_of_unsent_messages_and_clears_drafts_and_conversations()
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
        Assert.Equal(0, ada.LeavePrompts);
    }

    [BrowserFact]
    public async Task A_second_tab_does_not_take_draft_or_conversations_from_the_first()
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
        await ada.Sees(second.Locator("#members").GetByText("ada", new() { Exact = true }));
        await Expect(second.Locator("#words")).ToBeEmptyAsync();
        await Expect(ada.Composer).ToHaveValueAsync("half a line");
        await ada.Composer.PressAsync("Enter");

        await ada.SeesMessage("half a line");
        await ada.Page.Locator("#conversations").GetByText("bob").ClickAsync();
        await ada.SeesMessage("to you");
    }
}
