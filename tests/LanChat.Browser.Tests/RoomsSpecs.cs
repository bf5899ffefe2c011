using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Programs;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

public sealed class RoomsSpecs
{
    [BrowserFact]
    public async Task Other_rooms_are_listed_with_links_to_their_pages()
    {
        await using var other = await ServerProgram.StartWithPage(
            "lanchat.server.room.name=\"厨房\"", "lanchat.discovery.interval=100ms");
        await using var server = await ServerProgram.StartWithPage($"lanchat.discovery.port={other.DiscoveryPort}");
        await using var ada = await Visitor.Enter(server, "ada");

        var row = ada.Page.Locator("#places .nearby a");

        await Expect(row).ToContainTextAsync(
            "厨房", new() { Timeout = (float)RunningProgram.Timeout.TotalMilliseconds });
        await Expect(row).ToHaveAttributeAsync("href", other.Page.ToString());
    }
}
