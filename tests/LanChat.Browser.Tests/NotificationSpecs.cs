using System.Text.Json.Nodes;
using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

public sealed class NotificationSpecs
{
    // Replaces notifications, which a headless browser does not show, and window visibility.
    private const string Desktop =
        """
        globalThis.told = [];
        globalThis.Notification = class extends EventTarget {
          static permission = localStorage.getItem("test.permission") ?? "default";
          static requestPermission = async () => (Notification.permission = localStorage.getItem("test.answer"));
          close = () => told.push("closed");
          constructor(title, { body } = {}) {
            super();
            if (Notification.permission === "granted") told.push(`${title} | ${body}`);
          }
        };
        globalThis.look = (state) => {
          Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
          document.dispatchEvent(new Event("visibilitychange"));
        };
        """;

    [BrowserFact]
    public async Task A_mention_notifies_while_the_page_is_hidden()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Enter(server, "granted");
        using var bob = await LineClient.Enter(server.EndPoint, "bob");

        await ada.Page.Locator("#notify").CheckAsync();
        await bob.Type("@ada while she looks");
        await bob.Type("ada is seen");
        await ada.SeesMessage("ada is seen");
        await ada.Page.EvaluateAsync("look('hidden')");
        await bob.Type("for all");
        await bob.Type("and ada?");
        await bob.Type("@ada for you");
        await bob.Type("the end");
        await ada.SeesMessage("the end");
        await ada.Page.EvaluateAsync("look('visible')");

        Assert.Equal(
            ["Our room | bob: and ada?", "Our room | bob, privately: for you", "closed", "closed"],
            await ada.Page.EvaluateAsync<string[]>("told"));
    }

    [BrowserFact]
    public async Task A_mention_notifies_while_another_window_has_the_focus()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Enter(server, "granted");
        using var bob = await LineClient.Enter(server.EndPoint, "bob");

        await ada.Page.Locator("#notify").CheckAsync();
        await ada.Page.EvaluateAsync("document.hasFocus = () => false");
        await bob.Type("ada: come");
        await ada.SeesMessage("ada: come");
        await Expect(ada.Page).ToHaveTitleAsync("(1!) Our room");
        await ada.Page.EvaluateAsync("delete document.hasFocus; dispatchEvent(new Event('focus'))");

        Assert.Equal(["Our room | bob: ada: come", "closed"], await ada.Page.EvaluateAsync<string[]>("told"));
    }

    [BrowserFact]
    public async Task A_notification_shows_its_message_as_it_is_now()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Enter(server, "granted");
        var (bob, _) = await RichClient.EnterRoom(server.EndPoint, "bob");
        using var _1 = bob;
        await ada.Page.Locator("#notify").CheckAsync();
        await ada.Page.EvaluateAsync("look('hidden')");

        await bob.Ask(new JsonObject { ["say"] = "something else" });
        var said = await bob.Ask(new JsonObject { ["say"] = "and ada?" });
        await bob.Ask(new JsonObject { ["edit"] = (long)said["data"]!["id"]!, ["text"] = "and ada!" });
        await bob.Ask(new JsonObject { ["edit"] = (long)said["data"]!["id"]! - 1, ["text"] = "something, ada" });
        await ada.SeesMessage("something, ada");
        await bob.Ask(new JsonObject { ["recall"] = (long)said["data"]!["id"]! });
        await Expect(ada.Page.Locator("#talk .event.said")).ToHaveCountAsync(1);

        Assert.Equal(
            ["Our room | bob: and ada?", "closed", "Our room | bob: and ada!", "closed"],
            await ada.Page.EvaluateAsync<string[]>("told"));
    }

    [BrowserTheory]
    [InlineData("all", "Our room | bob: for all", "Our room | bob: and ada?", "Our room | bob, privately: for you")]
    [InlineData("mentions", "Our room | bob: and ada?", "Our room | bob, privately: for you")]
    [InlineData("none", "Our room | bob, privately: for you")]
    public async Task Each_conversation_has_its_own_notification_level(string level, params string[] told)
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Enter(server, "granted");
        using var bob = await LineClient.Enter(server.EndPoint, "bob");
        await ada.Page.Locator("#notify").CheckAsync();
        await ada.Page.Locator("#notify-level").SelectOptionAsync(level);
        await bob.Type("@ada first");
        await ada.Page.Locator("#conversations").GetByText("bob").ClickAsync();
        await Expect(ada.Page.Locator("#notify-level")).ToHaveValueAsync("all");
        await ada.Page.Locator("#conversations button").First.ClickAsync();
        await Expect(ada.Page.Locator("#notify-level")).ToHaveValueAsync(level);

        await ada.Page.EvaluateAsync("look('hidden')");
        await bob.Type("for all");
        await bob.Type("and ada?");
        await bob.Type("@ada for you");
        await ada.SeesMessage("and ada?");
        await Expect(ada.Page.Locator("#conversations .count")).ToHaveCountAsync(2);

        Assert.Equal(told, await ada.Page.EvaluateAsync<string[]>("told"));
    }

    [BrowserFact]
    public async Task The_notification_setting_is_kept_over_a_reload()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Enter(server, "granted");
        var choice = ada.Page.Locator("#notify");

        await choice.CheckAsync();
        await Expect(choice).ToBeCheckedAsync();
        await ada.Page.EvaluateAsync("localStorage.setItem('test.permission', 'granted')");
        await ada.Page.ReloadAsync();
        await Expect(choice).ToBeCheckedAsync();
        await choice.UncheckAsync();
        await ada.Page.ReloadAsync();

        await Expect(choice).ToBeVisibleAsync();
        await Expect(choice).Not.ToBeCheckedAsync();
    }

    [BrowserFact]
    public async Task Without_permission_nothing_is_notified()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Enter(server, "denied");

        await ada.Page.Locator("#notify").ClickAsync();

        await ada.Sees(ada.Page.Locator("#talk .note").GetByText("blocked in this browser"));
        await Expect(ada.Page.Locator("#notify")).Not.ToBeCheckedAsync();
    }

    /// <param name="server">The server.</param>
    /// <param name="answer">The user's answer to the permission request.</param>
    private static async Task<Visitor> Enter(ServerProgram server, string answer)
    {
        var ada = await Visitor.Enter(server, "ada");
        await ada.Page.AddInitScriptAsync(Desktop);
        await ada.Page.EvaluateAsync("answer => localStorage.setItem('test.answer', answer)", answer);
        await ada.Page.ReloadAsync();
        await ada.Sees(ada.Page.Locator("#members").GetByText("ada", new() { Exact = true }));
        return ada;
    }
}
