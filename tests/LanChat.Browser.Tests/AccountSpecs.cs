using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

/// <summary>What the server keeps about an account is saved as a file, and deleted.</summary>
public sealed class AccountSpecs : IDisposable
{
    private static readonly float Patience = (float)RunningProgram.Timeout.TotalMilliseconds;

    private readonly ECDsa _bobsKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _bobsKey.Dispose();

    [BrowserFact]
    public async Task Ones_data_is_saved_as_a_file_with_all_private_messages()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        var (bob, _) = await RichClient.EnterRoom(server.EndPoint, "bob", key: _bobsKey);
        using var _1 = bob;
        foreach (var number in Enumerable.Range(1, 405))
            await bob.Ask(new JsonObject { ["tell"] = $"{number}", ["to"] = "ada" });

        await ada.Page.Locator("#open-devices").ClickAsync();
        var download = await ada.Page.RunAndWaitForDownloadAsync(() => ada.Page.Locator("#save-data").ClickAsync());
        await Expect(ada.Page.Locator("#data-saved")).ToHaveTextAsync(
            "Saved as lanchat-ada.json, with 405 private messages.");
        Assert.Equal("lanchat-ada.json", download.SuggestedFilename);
        var data = JsonNode.Parse(await File.ReadAllTextAsync(await download.PathAsync()))!;

        Assert.Equal(
            Enumerable.Range(1, 405).Select(number => $"{number}"),
            data["private"]!.AsArray().Select(message => (string?)message!["message"]));
        Assert.Equal("ada", (string?)data["account"]!["nicks"]![0]);
        Assert.Single(data["account"]!["devices"]!.AsArray());
        Assert.NotNull(data["account"]!["places"]);
        Assert.True((bool)data["account"]!["receipts"]!);
        Assert.True((bool)data["account"]!["positions"]!);

        await ada.Page.Keyboard.PressAsync("Escape");
        await ada.Type(ada.Composer, "/my-");
        await Expect(ada.Page.Locator("#suggestions li")).ToContainTextAsync("/my-data");
        await ada.Page.RunAndWaitForDownloadAsync(() => ada.Say("/my-data"));
        await ada.Sees(ada.Page.Locator("#talk .note").GetByText("Saved as lanchat-ada.json"));
    }

    [BrowserFact]
    public async Task An_account_is_deleted_once_its_nickname_is_typed()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        var (bob, _) = await RichClient.EnterRoom(server.EndPoint, "bob", key: _bobsKey);
        using var _1 = bob;
        await bob.Ask(new JsonObject { ["tell"] = "psst", ["to"] = "ada" });
        var second = await ada.Page.Context.NewPageAsync();
        await second.GotoAsync(server.Page.ToString());
        await second.Locator("#nick").PressAsync("Enter");
        await second.Locator("#conversations").GetByText("bob").ClickAsync();
        await ada.Sees(second.Locator("#talk .words").GetByText("psst", new() { Exact = true }));

        await ada.Page.Locator("#open-devices").ClickAsync();
        await ada.Page.Locator("#delete-account").ClickAsync();
        await Expect(ada.Page.Locator("#delete-question")).ToHaveTextAsync("Type your nickname to confirm: ada");
        await ada.Page.Keyboard.TypeAsync("bob");
        await ada.Page.Keyboard.PressAsync("Enter");
        var problem = ada.Page.Locator("#delete-dialog .problem");
        await Expect(problem).ToHaveTextAsync("Nothing was deleted: that is not your nickname.");
        await Expect(ada.Page.Locator("#conversations li", new() { HasText = "bob" })).ToHaveCountAsync(1);
        await ada.Type(ada.Page.Locator("#delete-nick"), "ada");
        await ada.Page.Locator("#delete-dialog .primary").ClickAsync();

        foreach (var page in new[] { ada.Page, second })
        {
            await Expect(page.Locator("#trouble-text")).ToHaveTextAsync(
                "Your account was deleted.", new() { Timeout = Patience });
            await Expect(page.Locator("#conversations li", new() { HasText = "bob" })).ToHaveCountAsync(0);
            await Expect(page.Locator("#talk .words").GetByText("psst")).ToHaveCountAsync(0);
        }

        await using var eve = await Visitor.Enter(server, "ada");
        await Expect(eve.Page.Locator("#members .mark")).ToHaveCountAsync(2);
        await ada.Page.Locator("#try-now").ClickAsync();
        await Expect(ada.Page.Locator("#nick")).ToBeFocusedAsync();
        await Expect(ada.Page.Locator("#nick")).ToHaveValueAsync("");
    }

    [BrowserFact]
    public async Task An_account_is_deleted_by_a_command_with_its_nickname()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");

        await ada.Say("/delete-account");
        await ada.Sees(ada.Page.Locator("#talk .note").GetByText("Usage: /delete-account NAME"));
        await ada.Say("/delete-account eve");
        await ada.Sees(ada.Page.Locator("#talk .note").GetByText("Nothing was deleted: that is not your nickname."));
        await ada.Say("/delete-account ada");

        await Expect(ada.Page.Locator("#trouble-text")).ToHaveTextAsync(
            "Your account was deleted.", new() { Timeout = Patience });
        await Expect(ada.Page.Locator("#talk .note").GetByText("connection was lost")).ToHaveCountAsync(0);
    }
}
