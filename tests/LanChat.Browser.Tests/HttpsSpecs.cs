using System.Security.Cryptography;
using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Programs;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

public sealed class HttpsSpecs
{
    [BrowserFact]
    public async Task With_a_generated_certificate_a_page_joins_talks_and_shares_files()
    {
        await using var server = await ServerProgram.StartWithPage(
            "lanchat.server.web.https=on", $"lanchat.server.web.hosts=[\"{Chromium.PlainHost}\"]");
        var page = new UriBuilder(server.Page) { Host = Chromium.PlainHost }.Uri;
        Assert.Equal("https", page.Scheme);
        await using var ada = await Visitor.Open(page, new() { Locale = "en-GB", IgnoreHTTPSErrors = true });
        Assert.True(await ada.Page.EvaluateAsync<bool>("isSecureContext"));
        var bytes = RandomNumberGenerator.GetBytes(2_000_000);

        await ada.Type(ada.Page.Locator("#nick"), "ada");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.Say("hello");
        await ada.SeesMessage("hello");
        await ada.Page.Locator("#file").SetInputFilesAsync(
            new FilePayload { Name = "some.bin", MimeType = "application/octet-stream", Buffer = bytes });
        var link = ada.Page.Locator("#talk a[download='some.bin']");
        await ada.Sees(link);

        var download = await ada.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        await using var came = await download.CreateReadStreamAsync();
        Assert.Equal(SHA256.HashData(bytes), await SHA256.HashDataAsync(came));
        await Expect(ada.Page.Locator("#notify")).ToBeVisibleAsync();
        Assert.Contains(ada.Requests, request => request.Scheme == "wss");
        Assert.All(ada.Requests, request => Assert.Equal(page.Authority, request.Authority));
    }
}
