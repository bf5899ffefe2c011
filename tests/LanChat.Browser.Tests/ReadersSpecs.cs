using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

/// <summary>Who has read what the user has written in the room.</summary>
public sealed class ReadersSpecs : IDisposable
{
    private readonly ECDsa _bobsKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _carlsKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose()
    {
        _bobsKey.Dispose();
        _carlsKey.Dispose();
    }

    [BrowserFact]
    public async Task A_message_of_ones_own_says_who_has_read_it_when_asked()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        var (bob, _) = await RichClient.EnterRoom(server.EndPoint, "bob", key: _bobsKey);
        using var _1 = bob;
        var (carl, _) = await RichClient.EnterRoom(server.EndPoint, "carl", key: _carlsKey);
        using var _2 = carl;
        await carl.Ask(new JsonObject { ["read"] = 1 });
        await ada.Say("the first");
        await ada.Say("the second");
        await ada.SeesMessage("the second");
        var lines = ada.Page.Locator("#talk .mine");
        var ask = lines.GetByRole(AriaRole.Button, new() { Name = "Who has read this?" });
        await bob.Ask(new JsonObject { ["read"] = await IdOf(lines.First) });

        await lines.First.HoverAsync();
        await ask.First.ClickAsync();
        await Expect(lines.First.Locator(".readers")).ToHaveTextAsync("Read by bob (1 of 2)");
        await Expect(ada.Page.Locator("#live")).ToHaveTextAsync("Read by bob (1 of 2)");

        await ada.Composer.FocusAsync();
        await ada.Page.Keyboard.PressAsync("Shift+Tab");
        await ada.Page.Keyboard.PressAsync("Shift+Tab");
        await Expect(ask.Last).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(lines.Last.Locator(".readers")).ToHaveTextAsync("Nobody has read this yet (0 of 2)");
        await carl.Ask(new JsonObject { ["read"] = await IdOf(lines.Last) });
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(lines.Last.Locator(".readers")).ToHaveTextAsync("Read by carl (1 of 2)");

        await ada.Say("/seen");
        await Expect(ada.Page.Locator("#talk .note")).ToHaveTextAsync("Your newest message here: Read by carl (1 of 2)");
        await Expect(ada.Page.Locator("#talk .with-action")).ToHaveCountAsync(2);
    }

    [BrowserFact]
    public async Task Who_does_not_tell_what_they_have_read_does_not_see_it_of_others()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await ada.Say("/seen");
        await Expect(ada.Page.Locator("#talk .note")).ToHaveTextAsync("None of the messages shown here is yours.");
        await ada.Say("hello");
        await ada.SeesMessage("hello");
        await ada.Say("/receipts maybe");
        await Expect(ada.Page.Locator("#talk .note").Last).ToHaveTextAsync("Usage: /receipts on|off");
        await ada.Say("/receipts off");
        await Expect(ada.Page.Locator("#receipts")).Not.ToBeCheckedAsync();

        await ada.Say("/seen");
        await Expect(ada.Page.Locator("#talk .note").Last).ToContainTextAsync("Turn on “Tell others what I have read”");
        await ada.Page.Locator("#receipts").CheckAsync();
        await ada.Say("/seen");
        await Expect(ada.Page.Locator("#talk .note").Last).ToContainTextAsync("Nobody else here shares");
    }

    [BrowserFact]
    public async Task The_server_keeps_no_positions_while_that_is_turned_off()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        var (bob, _) = await RichClient.EnterRoom(server.EndPoint, "bob", key: _bobsKey);
        using var _1 = bob;
        await bob.Say("one");
        await ada.SeesMessage("one");
        await Eventually.Holds(async () => await Readers() == 1, () => "the page never told what its user has read");

        await ada.Page.Locator("#positions").UncheckAsync();
        await Eventually.Holds(async () => await Readers() == 0, () => "the server still knows what ada has read");
        await ada.Page.ReloadAsync();
        await Expect(ada.Page.Locator("#positions-choice")).ToBeVisibleAsync();
        await Expect(ada.Page.Locator("#positions")).Not.ToBeCheckedAsync();

        await ada.Say("/positions on");
        await Expect(ada.Page.Locator("#positions")).ToBeCheckedAsync();
        await Eventually.Holds(async () => await Readers() == 1, () => "the page did not tell it again");

        // Of those who read positions here, bob is none of the others.
        async Task<int> Readers() => (int)(await bob.Ask(new JsonObject { ["seen"] = 1 }))["data"]!["of"]!;
    }

    private static async Task<long> IdOf(ILocator line) =>
        long.Parse((await line.GetAttributeAsync("data-id"))!);
}
