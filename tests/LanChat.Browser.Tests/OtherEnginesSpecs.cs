using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.Browser.Tests;

/// <summary>The main features of the page in engines other than Chromium's.</summary>
public sealed class OtherEnginesSpecs : IDisposable
{
    // An image of one pixel.
    private const string Picture =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lanchat-page-engines-");

    public void Dispose() => _folder.Delete(recursive: true);

    [FirefoxFact]
    public Task Firefox_joins_talks_searches_shares_an_image_and_reconnects() =>
        TestMainFeatures(async () => await Firefox.Start());

    [FirefoxFact]
    public async Task In_Firefox_the_page_fills_a_phone_screen_and_the_empty_composer_has_no_scrollbar()
    {
        await using var server = await Serve(0);
        await using var firefox = await Firefox.Start();
        await firefox.Resize(390, 800);
        await firefox.Go(server.Page);
        await WaitForValue(firefox, "document.activeElement.id", "nick");
        await firefox.Type($"ada{Keys.Enter}");
        await WaitForValue(firefox, "document.activeElement.id", "words");

        Assert.Equal("390 390 800", await firefox.Read(
            "[innerWidth, document.documentElement.scrollWidth, document.documentElement.scrollHeight].join(' ')"));
        Assert.Equal("0", await firefox.Read("words.offsetWidth - words.clientWidth"));
    }

    [WebKitFact]
    public Task WebKit_joins_talks_searches_shares_an_image_and_reconnects() => TestMainFeatures(WebKit.Start);

    private async Task TestMainFeatures(Func<Task<IDrivenBrowser>> start)
    {
        var first = await Serve(0);
        await using var browser = await start();
        await browser.Go(first.Page);
        await WaitForValue(browser, "document.activeElement.id", "nick");
        await browser.Type($"ada{Keys.Enter}");
        await WaitForValue(browser, "document.activeElement.id", "words");
        Assert.Equal("0 0", await browser.Read(
            "[document.documentElement.scrollHeight - innerHeight, document.documentElement.scrollWidth - "
                + "innerWidth].join(' ')"));
        Assert.Equal("0", await browser.Read("words.offsetWidth - words.clientWidth"));

        using (var bob = await LineClient.Enter(first.EndPoint, "bob"))
        {
            await browser.Type($"hello bob{Keys.Enter}");
            Assert.Equal(("ada", "hello bob"), await bob.NextSaid());
            await bob.Type("hello ada, a needle");
            await WaitForValue(browser, "document.querySelector('#talk .mentioned .mention')?.textContent", "ada");
        }

        await browser.TypeWithControl('k');
        await browser.Type("needle");
        await WaitForValue(
            browser,
            "[...document.querySelectorAll('#search-results mark')].map(({ textContent }) => textContent).join('|')",
            "needle");
        await browser.Type($"{Keys.Down}{Keys.Enter}");
        await WaitForValue(browser, "document.querySelector('#talk .pointed mark.hit')?.textContent", "needle");
        await browser.Type($"{Keys.Escape}");
        await WaitForValue(browser, "document.activeElement.id", "words");

        var picture = Path.Combine(_folder.FullName, "point.png");
        await File.WriteAllBytesAsync(picture, Convert.FromBase64String(Picture));
        await browser.Choose("#file", picture);
        await WaitForValue(browser, "document.querySelector('#talk img.preview')?.naturalWidth", "1");

        await first.Stop();
        await first.DisposeAsync();
        await WaitForValue(browser, "document.querySelector('#trouble').hidden", "false");
        await browser.Type($"said meanwhile{Keys.Enter}");
        await using var second = await Serve(first.Page.Port);
        await WaitForValue(browser, "document.querySelector('#pending').children.length", "0");
        await WaitForValue(
            browser,
            "[...document.querySelectorAll('#talk .words')].map(({ textContent }) => textContent).join('|')",
            "hello bob|hello ada, a needle|said meanwhile");
    }

    private Task<ServerProgram> Serve(int port) => ServerProgram.StartWithPage(
        $"lanchat.server.listen.web={port}", "lanchat.server.history.durability=committed",
        $"lanchat.server.data.folder={_folder.FullName}");

    private static async Task WaitForValue(IDrivenBrowser browser, string expression, string right)
    {
        var last = "";
        await Eventually.Holds(
            async () => (last = await browser.Read(expression)) == right,
            () => $"{expression} is {last} and not {right}");
    }
}
