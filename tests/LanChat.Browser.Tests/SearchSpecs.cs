using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

public sealed class SearchSpecs : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-page-search-");

    public void Dispose() => _data.Delete(recursive: true);

    private Task<ServerProgram> Start() => ServerProgram.StartWithPage(
        "lanchat.server.history.durability=committed", $"lanchat.server.data.folder={_data.FullName}");

    [BrowserFact]
    public async Task A_search_result_is_opened_by_keys_and_marked_until_the_search_is_closed()
    {
        await using var server = await Start();
        using var netcat = await LineClient.Enter(server.EndPoint, "bob");
        await netcat.Type("the first needle");
        foreach (var line in Enumerable.Range(1, 300)) await netcat.Type($"line {line}.");
        await netcat.Type("the second needle");
        await netcat.Receive("the second needle");
        await using var ada = await Visitor.Enter(server, "ada");
        await ada.SeesMessage("the second needle");

        await ada.Page.Keyboard.PressAsync("Control+K");
        await ada.Page.Keyboard.TypeAsync("needlr");
        await ada.Page.Keyboard.PressAsync("Backspace");
        await ada.Page.Keyboard.TypeAsync("e");
        var hits = ada.Page.Locator("#search-results .snippet");
        await Expect(hits).ToHaveTextAsync(["the second needle", "the first needle"]);
        await Expect(ada.Page.Locator("#search-results mark")).ToHaveTextAsync(["needle", "needle"]);
        await ada.Page.Keyboard.PressAsync("ArrowDown");
        await ada.Page.Keyboard.PressAsync("ArrowDown");
        await ada.Page.Keyboard.PressAsync("Enter");

        await Expect(ada.Page.Locator("#talk .pointed mark.hit")).ToHaveTextAsync("needle");
        await Expect(ada.Page.Locator("#talk .pointed")).ToContainTextAsync("the first needle");
        await Expect(ada.Page.Locator("#talk .pointed")).ToBeInViewportAsync();
        await ada.Page.Keyboard.PressAsync("ArrowUp");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Page.Locator("#talk .pointed")).ToContainTextAsync("the second needle");
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(ada.Page.Locator("#search")).ToBeHiddenAsync();
        await Expect(ada.Page.Locator("#talk .pointed, #talk .hit")).ToHaveCountAsync(0);
        await Expect(ada.Composer).ToBeFocusedAsync();
    }

    [BrowserTheory]
    [InlineData("needle", "İİİ needle here", "a needle in the hay")]
    [InlineData("NEEDLE hay", "a needle in the hay")]
    [InlineData("hay needle", "a needle in the hay")]
    [InlineData("\"hay needle\"")]
    [InlineData("from:carl", "İİİ needle here")]
    [InlineData("from:\"bob b\" needle", "a needle in the hay")]
    [InlineData("here from:CARL", "İİİ needle here")]
    [InlineData("since:2020-01-01 hay", "a needle in the hay")]
    [InlineData("until:2020-01-01")]
    public async Task A_search_finds_what_its_words_and_filters_describe(string typed, params string[] found)
    {
        await using var server = await Start();
        using var bob = await LineClient.Enter(server.EndPoint, "bob b");
        using var carl = await LineClient.Enter(server.EndPoint, "carl");
        await bob.Type("a needle in the hay");
        await carl.Receive("a needle in the hay");
        await carl.Type("İİİ needle here");
        await bob.Receive("İİİ needle here");
        await using var ada = await Visitor.Enter(server, "ada");
        await ada.SeesMessage("İİİ needle here");

        await ada.Page.Locator("#open-search").ClickAsync();
        await ada.Page.Keyboard.TypeAsync(typed);
        await ada.Page.Keyboard.PressAsync("Enter");

        await Expect(ada.Page.Locator("#search-count")).ToHaveTextAsync(
            found.Length switch { 0 => "No results", 1 => "1 result", _ => $"{found.Length} results" });
        await Expect(ada.Page.Locator("#search-results .snippet")).ToHaveTextAsync(found);
    }

    [BrowserTheory]
    [InlineData("since:yesterday", "Invalid date yesterday")]
    [InlineData("since:2026-02-30", "Invalid date 2026-02-30")]
    [InlineData("from:", "from: needs a value")]
    public async Task An_invalid_filter_is_reported(string typed, string expected)
    {
        await using var server = await Start();
        await using var ada = await Visitor.Enter(server, "ada");

        await ada.Page.Locator("#open-search").ClickAsync();
        await ada.Page.Keyboard.TypeAsync(typed);

        await Expect(ada.Page.Locator("#search-count")).ToContainTextAsync(expected);
    }

    [BrowserFact]
    public async Task A_search_snippet_has_no_half_characters()
    {
        await using var server = await Start();
        using var netcat = await LineClient.Enter(server.EndPoint, "bob");
        await netcat.Type(
            $"a{string.Concat(Enumerable.Repeat("😀", 100))} needle {string.Concat(Enumerable.Repeat("👩‍💻", 200))}");
        await using var ada = await Visitor.Enter(server, "ada");

        await ada.Page.Locator("#open-search").ClickAsync();
        await ada.Page.Keyboard.TypeAsync("needle");

        await Expect(ada.Page.Locator("#search-results mark")).ToHaveTextAsync("needle");
        var shown = (await ada.Page.Locator("#search-results .snippet").TextContentAsync())!;
        Assert.StartsWith("…😀", shown);
        Assert.EndsWith("👩‍💻…", shown);
        Assert.True(await ada.Page.EvaluateAsync<bool>("text => text.isWellFormed()", shown));
    }
}
