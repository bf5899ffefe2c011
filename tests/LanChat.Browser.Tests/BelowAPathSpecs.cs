using System.Text;
using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Programs;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

public sealed class BelowAPathSpecs
{
    [BrowserFact]
    public async Task Below_a_path_a_page_joins_talks_and_shares_files_and_requests_nothing_outside_it()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var proxy = await PathProxy.Start(server.Page);
        await using var ada = await Visitor.Open(proxy.Page);

        await ada.Type(ada.Page.Locator("#nick"), "ada");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.Say("hello");
        await ada.SeesMessage("hello");
        await ada.Page.Locator("#file").SetInputFilesAsync(
            new FilePayload { Name = "some.txt", MimeType = "text/plain", Buffer = "some"u8.ToArray() });
        var link = ada.Page.Locator("#talk a[download='some.txt']");
        await ada.Sees(link);
        var download = await ada.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        await using var came = await download.CreateReadStreamAsync();

        Assert.Equal("some", await new StreamReader(came, Encoding.UTF8).ReadToEndAsync());
        Assert.All(ada.Requests, request => Assert.StartsWith(proxy.Page.AbsolutePath, request.AbsolutePath));
        await ada.Page.ReloadAsync();
        await ada.SeesMessage("hello");
        await Expect(ada.Page.Locator("#heading")).ToHaveTextAsync("Our room");
    }
}
