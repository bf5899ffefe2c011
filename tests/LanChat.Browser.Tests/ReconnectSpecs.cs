using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

public sealed class ReconnectSpecs : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-page-");

    public void Dispose() => _data.Delete(recursive: true);

    private Task<ServerProgram> Start(int port = 0) => ServerProgram.StartWithPage(
        $"lanchat.server.listen.web={port}", "lanchat.server.history.durability=committed",
        $"lanchat.server.data.folder={_data.FullName}");

    [BrowserFact]
    public async Task After_a_server_restart_the_page_has_no_gap_and_no_duplicate()
    {
        var first = await Start();
        await using var ada = await Visitor.Enter(first, "ada");
        await ada.Say("one");
        await ada.SeesMessage("one");
        await first.Stop();
        await first.DisposeAsync();
        await Expect(ada.Page.Locator("#trouble")).ToBeVisibleAsync();
        await ada.Say("said while the server was away");
        await Expect(ada.Page.Locator("#pending li")).ToHaveCountAsync(1);

        await using var second = await Start(first.Page.Port);
        using var netcat = await LineClient.Enter(second.EndPoint, "bob");
        foreach (var line in Enumerable.Range(1, 30)) await netcat.Type($"line {line}");
        await netcat.ReceiveInAnyOrder("line 30", "said while the server was away");
        await ada.SeesMessage("line 30");
        await ada.SeesMessage("said while the server was away");

        await Expect(ada.Page.Locator("#trouble")).ToBeHiddenAsync();
        await Expect(ada.Page.Locator("#pending li")).ToHaveCountAsync(0);
        var texts = (await ada.MessageTexts.AllTextContentsAsync()).Where(
            text => text.StartsWith("line", StringComparison.Ordinal) || text == "one");
        Assert.Equal(["one", .. Enumerable.Range(1, 30).Select(line => $"line {line}")], texts);
    }

    [BrowserTheory]
    [InlineData("to everyone")]
    [InlineData("/msg bob to bob")]
    public async Task A_message_sent_as_the_connection_breaks_is_published_once(string typed)
    {
        var text = typed[(typed.IndexOf("to ", StringComparison.Ordinal))..];
        await using var server = await Start();
        using var netcat = await LineClient.Enter(server.EndPoint, "bob");
        var breaking = new BreakingNetwork(after: text);
        await using var ada = await Visitor.Enter(server, "ada", between: breaking.Route);

        await ada.Say(typed);
        await ada.SeesMessage(text);
        await Eventually.Holds(() => breaking.HasBroken, () => "the connection was never broken");
        await ada.Page.Locator("#conversations button").First.ClickAsync();
        await ada.Say("afterwards");
        await ada.SeesMessage("afterwards");

        Assert.EndsWith(text, (await netcat.NextSaid()).Text);
        Assert.Equal("afterwards", (await netcat.NextSaid()).Text);
        await Expect(ada.Page.Locator("#pending li")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Older_messages_are_loaded_by_scrolling_and_found_by_search()
    {
        await using var server = await Start();
        using var netcat = await LineClient.Enter(server.EndPoint, "bob");
        foreach (var line in Enumerable.Range(1, 400)) await netcat.Type($"line {line}.");
        await netcat.Receive("line 400.");
        await using var ada = await Visitor.Enter(server, "ada");
        await ada.SeesMessage("line 400.");
        await Expect(ada.MessageTexts.GetByText("line 1.", new() { Exact = true })).ToHaveCountAsync(0);

        await ada.Say("/search line 7.");
        await ada.Page.Locator("#search-results button").GetByText("line 7.").ClickAsync();
        await ada.SeesMessage("line 7.");
        await ada.Page.Locator("#to-end").ClickAsync();
        await ada.SeesMessage("line 400.");
        await ada.Composer.FocusAsync();
        await Eventually.Holds(
            async () =>
            {
                await ada.Page.Keyboard.PressAsync("PageUp");
                return await ada.MessageTexts.GetByText("line 1.", new() { Exact = true }).CountAsync() == 1;
            },
            () => "the first line never came");

        Assert.Equal(Enumerable.Range(1, 400).Select(line => $"line {line}."), await ada.MessageTexts.AllTextContentsAsync());
    }

    [BrowserFact]
    public async Task A_history_gap_after_reconnecting_is_filled_where_it_is()
    {
        await using var server = await Start();
        using var netcat = await LineClient.Enter(server.EndPoint, "bob");
        var network = new Network();
        await using var ada = await Visitor.Enter(server, "ada", between: network.Route);
        await netcat.Type("line 0.");
        await ada.SeesMessage("line 0.");

        await network.GoDown();
        await netcat.Receive("【ada】下线了");
        foreach (var line in Enumerable.Range(1, 1300)) await netcat.Type($"line {line}.");
        await netcat.Receive("line 1300.");
        await network.ComeUp(ada.Page);
        await ada.SeesMessage("line 1300.");
        await netcat.Type("line 1301.");
        await ada.SeesMessage("line 1301.");

        var gap = ada.Page.Locator("#talk .gap");
        await Expect(gap).ToContainTextAsync("messages not shown");
        while (await gap.CountAsync() > 0)
        {
            var left = gap.Locator("span").Filter(new() { HasText = await gap.Locator("span").TextContentAsync() });
            await gap.GetByRole(AriaRole.Button).ClickAsync();
            await Expect(left).ToHaveCountAsync(0);
        }

        Assert.Equal(Enumerable.Range(0, 1302).Select(line => $"line {line}."), await ada.MessageTexts.AllTextContentsAsync());
    }
}
