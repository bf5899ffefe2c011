using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

public sealed class SafetySpecs
{
    private const string Script = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    [BrowserFact]
    public async Task Script_in_nicknames_notices_and_messages_stays_text()
    {
        await using var server = await ServerProgram.StartWithPage($"lanchat.server.room.notice=\"{Script}\"");
        await using var ada = await Visitor.Enter(server, "ada");
        using var netcat = await LineClient.Enter(server.EndPoint, "<b>bob</b>");

        await netcat.Type($"{Script} javascript:alert(3)");
        await netcat.Type($"@ada {Script}");

        await ada.SeesMessage($"{Script} javascript:alert(3)");
        await ada.Page.Locator("#conversations").GetByText("<b>bob</b>").ClickAsync();
        await ada.SeesMessage(Script);
        await Expect(ada.Page.Locator("#notice")).ToContainTextAsync(Script);
        await Expect(ada.Page.Locator("#talk img, #talk script, #talk a, #notice img, b")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task The_page_requests_nothing_from_other_hosts()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");

        await ada.Say("https://elsewhere.example/picture.png");

        await ada.SeesMessage("https://elsewhere.example/picture.png");
        Assert.Contains(ada.Requests, request => request.Scheme == "ws");
        Assert.All(ada.Requests, request => Assert.Equal(server.Page.Authority, request.Authority));
    }
}
