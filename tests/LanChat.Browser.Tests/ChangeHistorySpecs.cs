using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using Microsoft.Playwright;
using static LanChat.Browser.Tests.Browsers.ChangeSteps;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

/// <summary>Changed messages that the page reads from the history.</summary>
public sealed class ChangeHistorySpecs : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-page-");

    public void Dispose() => _data.Delete(recursive: true);

    private Task<ServerProgram> Start(params string[] settings) => ServerProgram.StartWithPage([
        "lanchat.server.history.durability=committed", $"lanchat.server.data.folder={_data.FullName}", .. settings,
    ]);

    [BrowserFact]
    public async Task Search_and_pages_show_messages_as_they_are_now()
    {
        await using var server = await Start();
        await using var ada = await Visitor.Enter(server, "ada");
        await ada.Say("needle one");
        await ada.Say("needle two");
        await ada.SeesMessage("needle two");
        await ada.Say("/edit needle and thread");
        await ada.SeesMessage("needle and thread");
        await TakeBack(ada, "needle one");
        using var netcat = await LineClient.Enter(server.EndPoint, "carl");
        foreach (var line in Enumerable.Range(1, 300)) await netcat.Type($"line {line}.");
        await netcat.Receive("line 300.");
        await using var bob = await Visitor.Enter(server, "bob");
        await bob.SeesMessage("line 300.");
        await Expect(bob.MessageTexts.GetByText("needle")).ToHaveCountAsync(0);

        await bob.Say("/search needle");
        var results = bob.Page.Locator("#search-results .snippet");
        await Expect(results).ToHaveTextAsync(["needle and thread"]);
        await results.ClickAsync();
        await bob.SeesMessage("needle and thread");
        await Expect(bob.Page.Locator("#talk .edited")).ToHaveCountAsync(1);
        await Expect(bob.Page.Locator("#talk .event.said")).ToContainTextAsync("ada took a message back");

        await ada.Say("/search needle");
        await ada.Page.Locator("#search-results button").ClickAsync();
        await ada.SeesMessage("needle and thread");
        await OpenMenu(ada, "needle and thread");
        await Menu(ada).GetByText("Edit").ClickAsync();
        await ada.Say("needle, thread and cloth");
        await Expect(results).ToHaveTextAsync(["needle, thread and cloth"]);
        await bob.SeesMessage("needle, thread and cloth");
    }

    [BrowserFact]
    public async Task A_gap_with_changes_in_it_is_filled()
    {
        await using var server = await Start("lanchat.server.history.catch-up=5");
        var network = new Network();
        await using var ada = await Visitor.Enter(server, "ada", between: network.Route);
        await using var bob = await Visitor.Enter(server, "bob");
        await bob.Say("line 0");
        await ada.SeesMessage("line 0");
        await network.GoDown();
        await Expect(ada.Page.Locator("#trouble")).ToBeVisibleAsync();
        await bob.Say("line");
        await bob.Say("/edit line 1");
        await bob.Say("/edit line 2");
        foreach (var line in Enumerable.Range(3, 12)) await bob.Say($"line {line}");
        await bob.SeesMessage("line 14");
        await network.ComeUp(ada.Page);
        await ada.SeesMessage("line 14");

        var gap = ada.Page.Locator("#talk .gap");
        await gap.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(gap).ToHaveCountAsync(0);
        await Expect(ada.MessageTexts).ToHaveTextAsync(
            ["line 0", "line 2", .. Enumerable.Range(3, 12).Select(line => $"line {line}")]);
    }
}
