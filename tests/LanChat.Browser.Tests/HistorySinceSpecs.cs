using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using static LanChat.Browser.Tests.Browsers.RoomSteps;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

/// <summary>A room whose guests see what was said since they first entered.</summary>
public sealed class HistorySinceSpecs : IDisposable
{
    private static readonly float Patience = (float)RunningProgram.Timeout.TotalMilliseconds;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-page-since-");

    public void Dispose() => _data.Delete(recursive: true);

    [BrowserFact]
    public async Task A_guest_sees_nothing_older_than_their_entry_and_somebody_trusted_sees_all()
    {
        await using var server = await ServerProgram.StartWithPage(
            "lanchat.server.history.durability=committed", $"lanchat.server.data.folder={_data.FullName}",
            "lanchat.server.rooms.open=all");
        await using var ada = await Visitor.Enter(server, "ada");
        await using var bob = await Visitor.Enter(server, "bob");
        await OpenRoom(ada, "Diary");
        await ada.Say("/set history since");
        await ada.Sees(ada.Page.Locator("#talk").GetByText("Done.", new() { Exact = true }));
        await ada.Say("the old needle");
        await ada.SeesMessage("the old needle");
        await Row(bob, "Diary").ClickAsync();
        await IsIn(bob, "Diary");
        using var netcat = await LineClient.Enter(server.EndPoint, "cat");
        await netcat.Type("/join Diary");
        await netcat.Receive("You are in Diary.");
        // More than a newcomer is shown at first.
        string[] since = [.. Enumerable.Range(1, 70).Select(line => $"line {line}."), "the new needle"];
        foreach (var line in since) await netcat.Type(line);
        await bob.SeesMessage("the new needle");
        Assert.Equal(since, await bob.MessageTexts.AllTextContentsAsync());

        await bob.Page.ReloadAsync();
        await IsIn(bob, "Diary");
        await ScrollsToTop(bob, "Older messages are not available.");
        Assert.Equal(since, await bob.MessageTexts.AllTextContentsAsync());
        await Finds(bob, "the new needle");

        await ada.Page.GetByLabel("Role of bob").ClickAsync();
        await ada.Page.Locator("#role-dialog .primary").ClickAsync();
        await ada.Sees(ada.Page.Locator("#talk").GetByText("bob is now: Trusted.", new() { Exact = true }));
        await bob.Page.ReloadAsync();
        await IsIn(bob, "Diary");
        await ScrollsToTop(bob, "Beginning of the conversation");
        Assert.Equal(["the old needle", .. since], await bob.MessageTexts.AllTextContentsAsync());
        await Finds(bob, "the new needle", "the old needle");
    }

    private static Task ScrollsToTop(Visitor visitor, string edge) => Eventually.Holds(
        async () =>
        {
            await visitor.Page.Keyboard.PressAsync("Control+Home");
            return await visitor.Page.Locator("#older").TextContentAsync() == edge;
        },
        () => "the top never came");

    private static async Task Finds(Visitor visitor, params string[] found)
    {
        await visitor.Page.Keyboard.PressAsync("Control+K");
        await visitor.Page.Keyboard.TypeAsync("needle");
        await Expect(visitor.Page.Locator("#search-count")).ToHaveTextAsync(
            found.Length == 1 ? "1 result" : $"{found.Length} results", new() { Timeout = Patience });
        await Expect(visitor.Page.Locator("#search-results .snippet")).ToHaveTextAsync(found);
        await visitor.Page.Keyboard.PressAsync("Escape");
    }
}
