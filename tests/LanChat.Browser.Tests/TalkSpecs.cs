using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

/// <summary>Showing, scrolling and copying messages.</summary>
public sealed class TalkSpecs : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-page-talk-");

    public void Dispose() => _data.Delete(recursive: true);

    private Task<ServerProgram> Start() => ServerProgram.StartWithPage(
        "lanchat.server.history.durability=committed", $"lanchat.server.data.folder={_data.FullName}");

    [BrowserFact]
    public async Task Joins_and_leaves_are_folded_into_one_line_and_can_be_hidden()
    {
        await using var server = await Start();
        await using var ada = await Visitor.Enter(server, "ada");
        using var bob = await LineClient.Enter(server.EndPoint, "bob");
        await bob.Type("before");
        await ada.SeesMessage("before");
        foreach (var name in new[] { "eva", "max", "tim", "zoe", "kim" })
        {
            using var passing = await LineClient.Enter(server.EndPoint, name);
            passing.EndSending();
            await bob.Receive($"【{name}】下线了");
        }

        using var carl = await LineClient.Enter(server.EndPoint, "carl");
        await bob.Type("after");
        await ada.SeesMessage("after");

        var folded = ada.Page.Locator("#talk .event.folded").Last;
        await Expect(folded.Locator("summary")).ToContainTextAsync(
            "carl came in; eva, max, tim and 2 others came and left");
        Assert.DoesNotContain("127.0.0.1", await ada.Page.Locator("#talk").InnerTextAsync());
        await folded.Locator("summary").ClickAsync();
        await Expect(folded.Locator("li")).ToHaveCountAsync(11);
        await ada.Page.Locator("#comings").UncheckAsync();
        await Expect(ada.Page.Locator("#talk .event")).ToHaveCountAsync(0);
        await ada.Page.ReloadAsync();
        await ada.SeesMessage("after");
        await Expect(ada.Page.Locator("#talk .event")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Scrolling_back_draws_new_messages_only()
    {
        await using var server = await Start();
        using var netcat = await LineClient.Enter(server.EndPoint, "bob");
        foreach (var line in Enumerable.Range(1, 350)) await netcat.Type($"line {line}.");
        await netcat.Receive("line 350.");
        await using var ada = await Visitor.Enter(server, "ada");
        await ada.SeesMessage("line 350.");
        await ada.Page.EvaluateAsync(
            """
            () => {
              globalThis.drawn = [];
              new MutationObserver((changes) => drawn.push(changes.reduce((sum, { addedNodes }) => sum + addedNodes.length, 0)))
                .observe(document.querySelector("#talk"), { childList: true });
            }
            """);

        await Eventually.Holds(
            async () =>
            {
                await ada.Page.Keyboard.PressAsync("PageUp");
                return await ada.MessageTexts.GetByText("line 1.", new() { Exact = true }).CountAsync() == 1;
            },
            () => "the first line never came");

        Assert.Equal(Enumerable.Range(1, 350).Select(line => $"line {line}."), await ada.MessageTexts.AllTextContentsAsync());
        var drawn = await ada.Page.EvaluateAsync<int[]>("drawn");
        Assert.InRange(drawn.Max(), 1, 110);
        Assert.InRange(drawn.Sum(), 250, 450);
    }

    [BrowserFact]
    public async Task Scrolling_far_back_keeps_a_part_of_the_transcript_and_returns_to_the_end()
    {
        await using var server = await Start();
        using var netcat = await LineClient.Enter(server.EndPoint, "bob");
        foreach (var line in Enumerable.Range(1, 900)) await netcat.Type($"line {line}.");
        await netcat.Receive("line 900.");
        await using var ada = await Visitor.Enter(server, "ada");
        await ada.SeesMessage("line 900.");

        await PageTo("PageUp", "line 1.");
        var back = await ada.MessageTexts.AllTextContentsAsync();
        Assert.InRange(back.Count, 200, 500);
        Assert.Equal(Enumerable.Range(1, back.Count).Select(line => $"line {line}."), back);

        await netcat.Type("line 901.");
        await netcat.Receive("line 901.");
        await PageTo("PageDown", "line 901.");
        var forward = await ada.MessageTexts.AllTextContentsAsync();
        Assert.InRange(forward.Count, 200, 500);
        Assert.Equal(Enumerable.Range(902 - forward.Count, forward.Count).Select(line => $"line {line}."), forward);

        Task PageTo(string key, string line) => Eventually.Holds(
            async () =>
            {
                await ada.Page.Keyboard.PressAsync(key);
                return await ada.MessageTexts.GetByText(line, new() { Exact = true }).CountAsync() == 1;
            },
            () => $"{line} never came");
    }

    [BrowserFact]
    public async Task The_line_in_view_does_not_move_while_images_load()
    {
        await using var server = await Start();
        using var netcat = await LineClient.Enter(server.EndPoint, "bob");
        await using var eva = await Visitor.Enter(server, "eva");
        var picture = await eva.Page.Locator("#open-search").ScreenshotAsync();
        foreach (var number in Enumerable.Range(1, 20))
        {
            await eva.Page.Locator("#file").SetInputFilesAsync(
                new FilePayload { Name = $"{number}.png", MimeType = "image/png", Buffer = picture });
            await eva.Sees(eva.Page.Locator($"#talk a[download='{number}.png']"));
            await netcat.Type($"line {number}.");
        }

        await netcat.Receive("line 20.");
        await using var ada = await Visitor.Open(server.Page);
        var letGo = new TaskCompletionSource();
        await ada.Page.RouteAsync("**/files/**", async route =>
        {
            await letGo.Task;
            await route.ContinueAsync();
        });
        await ada.Type(ada.Page.Locator("#nick"), "ada");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.SeesMessage("line 20.");
        foreach (var _ in Enumerable.Range(0, 3)) await ada.Page.Keyboard.PressAsync("PageUp");
        var read = ada.Page.Locator("#talk .line", new() { HasText = "line 14." });
        var before = (await read.BoundingBoxAsync())!.Y;

        letGo.SetResult();
        await Eventually.Holds(
            () => ada.Page.EvaluateAsync<bool>(
                "[...document.querySelectorAll('#talk img')].some(picture => picture.complete && "
                    + "picture.naturalWidth > 0)"),
            () => "no picture ever came");

        Assert.Equal(before, (await read.BoundingBoxAsync())!.Y, 1.0);
    }

    [BrowserFact]
    public async Task Copied_messages_have_times_and_nicknames()
    {
        await using var server = await Start();
        await using var ada = await Visitor.Enter(server, "ada");
        using var bob = await LineClient.Enter(server.EndPoint, "bob");
        await bob.Type("first line");
        await bob.Type("second line");
        await ada.SeesMessage("second line");
        await ada.Say("third line");
        await ada.SeesMessage("third line");
        await ada.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

        await DragFrom(ada, "first line", "third line");
        await ada.Page.Keyboard.PressAsync("Control+C");
        var copied = await ada.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Matches(
            @"^\[\d\d:\d\d\] bob: first line\n\[\d\d:\d\d\] bob: second line\n\[\d\d:\d\d\] ada: third line$", copied);
        await ada.MessageTexts.GetByText("second line").DblClickAsync(new() { Position = new Position { X = 5, Y = 8 } });
        await ada.Page.Keyboard.PressAsync("Control+C");
        Assert.Equal("second", (await ada.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).Trim());
    }

    private static async Task DragFrom(Visitor visitor, string first, string last)
    {
        var from = (await visitor.MessageTexts.GetByText(first).BoundingBoxAsync())!;
        var to = (await visitor.MessageTexts.GetByText(last).BoundingBoxAsync())!;
        await visitor.Page.Mouse.MoveAsync(from.X + 1, from.Y + 4);
        await visitor.Page.Mouse.DownAsync();
        await visitor.Page.Mouse.MoveAsync(to.X + to.Width - 2, to.Y + to.Height - 4, new() { Steps = 5 });
        await visitor.Page.Mouse.UpAsync();
    }
}
