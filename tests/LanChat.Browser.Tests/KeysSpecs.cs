using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

public sealed class KeysSpecs
{
    private static readonly BrowserNewContextOptions Phone =
        new() { Locale = "en-GB", ViewportSize = new ViewportSize { Width = 390, Height = 800 } };

    [BrowserFact]
    public async Task Page_keys_scroll_from_the_composer_and_typing_elsewhere_goes_there()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        using var netcat = await LineClient.Enter(server.EndPoint, "bob");
        foreach (var line in Enumerable.Range(1, 60)) await netcat.Type($"line {line}.");
        await ada.SeesMessage("line 60.");
        var last = ada.MessageTexts.GetByText("line 60.");

        await ada.Type(ada.Composer, "half");
        await ada.Page.Keyboard.PressAsync("PageUp");
        await Expect(last).Not.ToBeInViewportAsync();
        await ada.Page.Keyboard.PressAsync("PageDown");
        await Expect(last).ToBeInViewportAsync();
        await ada.Page.Locator("#scroller").FocusAsync();
        await ada.Page.Keyboard.TypeAsync(" a line");

        await Expect(ada.Composer).ToHaveValueAsync("halfa line");
        await Expect(ada.Composer).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Back_closes_open_panels_and_then_leaves_the_page()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada", Phone);
        var (people, search) = (ada.Page.Locator("#members"), ada.Page.Locator("#search"));

        await ada.Page.Locator("#open-people").ClickAsync();
        await Expect(people).ToBeVisibleAsync();
        await ada.Page.GoBackAsync();
        await Expect(people).ToBeHiddenAsync();
        await ada.Page.Locator("#open-search").ClickAsync();
        await Expect(search).ToBeVisibleAsync();
        await ada.Page.GoBackAsync();
        await Expect(search).ToBeHiddenAsync();
        await ada.Page.Locator("#open-places").ClickAsync();
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(ada.Page.Locator("#conversations")).ToBeHiddenAsync();
        await Expect(ada.Page.Locator("#room")).ToBeVisibleAsync();
        await ada.Page.GoBackAsync();

        await Expect(ada.Page).ToHaveURLAsync("about:blank");
    }

    [BrowserTheory]
    [InlineData(1280, 800)]
    [InlineData(390, 800)]
    [InlineData(320, 480)]
    public async Task The_page_fills_its_window_without_scrollbars(int width, int height)
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(
            server,
            "ada",
            new() { Locale = "en-GB", ViewportSize = new ViewportSize { Width = width, Height = height } });

        Assert.Equal(
            [width, height, 0],
            await ada.Page.EvaluateAsync<int[]>(
                """
                () => {
                  const { scrollWidth, scrollHeight } = document.documentElement;
                  const words = document.querySelector("#words");
                  return [scrollWidth, scrollHeight, words.scrollHeight - words.clientHeight];
                }
                """));
    }

    [BrowserFact]
    public async Task Controls_on_a_phone_have_at_least_the_size_of_a_finger()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada", Phone);
        using var bob = await LineClient.Enter(server.EndPoint, "bob");
        await bob.Type("@ada hello");
        await ada.Page.Locator("#open-places").ClickAsync();
        await ada.Sees(ada.Page.Locator("#conversations").GetByText("bob"));

        var small = await ada.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll("#room button, #room label, #room select")]
              .filter((one) => one.id !== "skip" && one.checkVisibility({ visibilityProperty: true }))
              .map((one) => ({ one, box: one.getBoundingClientRect() }))
              .filter(({ box }) => box.height < 44 || box.width < 44)
              .map(({ one, box }) => `${one.id || one.textContent} ${box.width} × ${box.height}`)
            """);

        Assert.Empty(small);
    }

    [BrowserFact]
    public async Task Join_form_and_title_name_the_room_and_the_page_can_be_installed()
    {
        await using var server = await ServerProgram.StartWithPage("lanchat.discovery.interval=100ms");
        await using var somebody = await Visitor.Open(server.Page);

        await Expect(somebody.Page.Locator("#enter-room")).ToHaveTextAsync(
            "Our room", new() { Timeout = (float)RunningProgram.Timeout.TotalMilliseconds });
        await Expect(somebody.Page).ToHaveTitleAsync("Our room");

        var manifest = await somebody.Page.APIRequest.GetAsync(new Uri(server.Page, "manifest.webmanifest").ToString());
        var icons = (await manifest.JsonAsync())!.Value.GetProperty("icons").EnumerateArray().Select(
            icon => icon.GetProperty("src").GetString()!).ToArray();
        Assert.Equal(3, icons.Length);
        foreach (var icon in icons)
            Assert.Equal(200, (await somebody.Page.APIRequest.GetAsync(new Uri(server.Page, icon).ToString())).Status);
    }
}
