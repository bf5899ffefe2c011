using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

/// <summary>Private messages that are older than those the page loads on entering.</summary>
public sealed class PrivateHistorySpecs : IDisposable
{
    private readonly ECDsa _bobsKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _carlsKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose()
    {
        _bobsKey.Dispose();
        _carlsKey.Dispose();
    }

    [BrowserFact]
    public async Task Scrolling_up_loads_older_private_messages_each_once_and_in_order()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        using var bob = await Tell(server, "bob", _bobsKey, 320);
        var tab = await NewTab(ada, server);

        await tab.Locator("#conversations").GetByText("bob").ClickAsync();
        var texts = tab.Locator("#talk .words");
        await ada.Sees(texts.GetByText("bob 320.", new() { Exact = true }));
        await Expect(tab.Locator("#older")).ToHaveTextAsync("Loading older messages …");
        await Eventually.Holds(
            async () =>
            {
                await tab.Keyboard.PressAsync("PageUp");
                return await texts.GetByText("bob 1.", new() { Exact = true }).CountAsync() == 1;
            },
            () => "the oldest message never came");

        Assert.Equal(Enumerable.Range(1, 320).Select(number => $"bob {number}."), await texts.AllTextContentsAsync());
        await Expect(tab.Locator("#older")).ToHaveTextAsync("Older messages are not available.");
        await bob.Ask(new JsonObject { ["tell"] = "and one more", ["to"] = "ada" });
        await ada.Sees(texts.GetByText("and one more", new() { Exact = true }));
        await Expect(texts).ToHaveCountAsync(321);
    }

    [BrowserFact]
    public async Task A_conversation_of_which_nothing_was_loaded_is_loaded_when_it_is_opened()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        using var carl = await Tell(server, "carl", _carlsKey, 3);
        using var bob = await Tell(server, "bob", _bobsKey, 210);
        var tab = await NewTab(ada, server);

        await Expect(tab.Locator("#conversations li", new() { HasText = "carl" })).ToHaveCountAsync(0);
        await tab.Locator("#members").GetByText("carl").ClickAsync();
        await Expect(tab.Locator("#talk .words")).ToHaveTextAsync(["carl 1.", "carl 2.", "carl 3."]);
        await Expect(tab.Locator("#older")).ToHaveTextAsync("Older messages are not available.");
    }

    [BrowserFact]
    public async Task A_device_that_is_linked_loads_the_older_messages_of_its_new_account()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await using var phone = await Visitor.Enter(server, "visitor");
        using var carl = await Tell(server, "carl", _carlsKey, 3);
        using var bob = await Tell(server, "bob", _bobsKey, 210);
        await bob.Ask(new JsonObject { ["tell"] = "who are you?", ["to"] = "visitor" });
        await ada.Page.Locator("#open-devices").ClickAsync();
        await ada.Page.Locator("#link-another").ClickAsync();
        var code = ada.Page.Locator("#link-made-code");
        await Expect(code).Not.ToBeEmptyAsync();

        await phone.Say($"/link {await code.InnerTextAsync()}");
        await phone.Sees(phone.Page.Locator("#members").GetByText("ada", new() { Exact = true }));
        await phone.Page.Locator("#members").GetByText("carl").ClickAsync();
        await Expect(phone.MessageTexts).ToHaveTextAsync(["carl 1.", "carl 2.", "carl 3."]);
    }

    /// <summary>Somebody with an account who writes to ada.</summary>
    private static async Task<RichClient> Tell(ServerProgram server, string name, ECDsa key, int count)
    {
        var (client, _) = await RichClient.EnterRoom(server.EndPoint, name, key: key);
        foreach (var number in Enumerable.Range(1, count))
            await client.Ask(new JsonObject { ["tell"] = $"{name} {number}.", ["to"] = "ada" });
        return client;
    }

    /// <summary>A tab has nothing stored when it is opened.</summary>
    private static async Task<IPage> NewTab(Visitor visitor, ServerProgram server)
    {
        await visitor.Page.GotoAsync("about:blank");
        var tab = await visitor.Page.Context.NewPageAsync();
        await tab.GotoAsync(server.Page.ToString());
        await tab.Locator("#nick").PressAsync("Enter");
        await visitor.Sees(tab.Locator("#members").GetByText("ada", new() { Exact = true }));
        return tab;
    }
}
