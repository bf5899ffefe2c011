using System.Text.RegularExpressions;
using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Programs;
using static LanChat.Browser.Tests.Browsers.RoomSteps;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

/// <summary>
/// Several rooms of one server, which all these tests share: each has rooms and nicknames of its
/// own.
/// </summary>
public sealed class ServerRoomsSpecs(ServerRoomsSpecs.OpenServer shared) : IClassFixture<ServerRoomsSpecs.OpenServer>
{
    private static readonly float Patience = (float)RunningProgram.Timeout.TotalMilliseconds;

    private ServerProgram Server => shared.Server!;

    [BrowserFact]
    public async Task A_room_is_opened_seen_by_others_and_entered_by_a_click()
    {
        await using var ada = await Visitor.Enter(Server, "ada");
        await using var bob = await Visitor.Enter(Server, "bob");

        await OpenRoom(ada, "厨房");
        await ada.Say("soup is ready");
        await Row(bob, "厨房").ClickAsync();
        await IsIn(bob, "厨房");

        await bob.SeesMessage("soup is ready");
        await Expect(Row(bob, "厨房")).ToHaveAttributeAsync("aria-current", "page");
        await Expect(Row(bob, "Our room")).Not.ToHaveAttributeAsync("aria-current", "page");
        await Expect(ada.Page.Locator("#open-room-settings")).ToBeVisibleAsync();
        await Expect(bob.Page.Locator("#open-room-settings")).ToBeHiddenAsync();
        await Expect(bob.Page.Locator("#members button.icon")).ToHaveCountAsync(0);
        await bob.Page.GoBackAsync();
        await IsIn(bob, "Our room");
        await bob.Say("hello lobby");
        await bob.SeesMessage("hello lobby");
        Assert.Equal(["hello lobby"], await bob.MessageTexts.AllTextContentsAsync());
    }

    [BrowserFact]
    public async Task A_draft_waits_in_its_room_and_a_reload_stays_there()
    {
        await using var ada = await Visitor.Enter(Server, "ann");
        await OpenRoom(ada, "Kitchen");

        await ada.Type(ada.Composer, "half a senten");
        await Row(ada, "Our room").PressAsync("Enter");
        await IsIn(ada, "Our room");
        await Expect(ada.Composer).ToHaveValueAsync("");
        await Row(ada, "Kitchen").PressAsync("Enter");
        await IsIn(ada, "Kitchen");
        await ada.Page.ReloadAsync();

        await IsIn(ada, "Kitchen");
        await Expect(ada.Composer).ToHaveValueAsync("half a senten");
    }

    [BrowserFact]
    public async Task A_room_with_a_password_asks_for_it_and_does_not_store_it()
    {
        await using var ada = await Visitor.Enter(Server, "amy");
        await using var bob = await Visitor.Enter(Server, "ben");
        await OpenRoom(ada, "Vault", "password", "open sesame");

        await Row(bob, "Vault").ClickAsync();
        var password = bob.Page.Locator("#enter-password");
        await bob.Type(password, "wrong");
        await bob.Page.Keyboard.PressAsync("Enter");
        await Expect(bob.Page.Locator("#enter-problem")).ToHaveTextAsync(
            "Wrong password.", new() { Timeout = Patience });
        await bob.Type(password, "open sesame");
        await bob.Page.Keyboard.PressAsync("Enter");
        await IsIn(bob, "Vault");

        var stored = await bob.Page.EvaluateAsync<string>("JSON.stringify([{...sessionStorage}, {...localStorage}])");
        Assert.DoesNotContain("sesame", stored);
    }

    [BrowserFact]
    public async Task A_password_behind_join_enters_and_is_not_stored_and_a_wrong_one_asks_again()
    {
        await using var ada = await Visitor.Enter(Server, "amo");
        await using var bob = await Visitor.Enter(Server, "bix");
        await OpenRoom(ada, "Strong room", "password", "open sesame");

        await bob.Say("/join \"Strong room\" wrong");
        await Expect(bob.Page.Locator("#enter-problem")).ToHaveTextAsync(
            "Wrong password.", new() { Timeout = Patience });
        await bob.Page.Locator("#to-lobby").ClickAsync();
        await IsIn(bob, "Our room");
        await bob.Say("/join \"strong room\" open sesame");
        await IsIn(bob, "Strong room");

        var stored = await bob.Page.EvaluateAsync<string>(
            "JSON.stringify([location.href, history.state, window.name, {...sessionStorage}, {...localStorage}])");
        Assert.DoesNotContain("sesame", stored);
        Assert.DoesNotContain(bob.Requests, url => url.ToString().Contains("sesame", StringComparison.Ordinal));
        await bob.Page.ReloadAsync();
        await Expect(bob.Page.Locator("#enter-password")).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    [BrowserFact]
    public async Task Who_asks_to_enter_waits_until_admitted_or_rejected()
    {
        await using var ada = await Visitor.Enter(Server, "ada2");
        await using var bob = await Visitor.Enter(Server, "bob2");
        await using var eve = await Visitor.Enter(Server, "eve2");
        await OpenRoom(ada, "Study", "ask");
        var asks = ada.Page.Locator("#asks li");

        await Row(bob, "Study").ClickAsync();
        await bob.Sees(bob.Page.Locator("#enter-waiting:not([hidden])"));
        await asks.GetByText("Admit").ClickAsync();
        await IsIn(bob, "Study");
        await Row(eve, "Study").ClickAsync();
        await asks.GetByText("Reject").ClickAsync();

        await Expect(eve.Page.Locator("#enter-problem")).ToHaveTextAsync(
            "A moderator did not let you in.", new() { Timeout = Patience });
        await Expect(ada.Page.Locator("#asks")).ToBeHiddenAsync();
        await eve.Page.Locator("#to-lobby").ClickAsync();
        await IsIn(eve, "Our room");
    }

    [BrowserFact]
    public async Task Owners_change_settings_and_archive_after_a_question()
    {
        await using var ada = await Visitor.Enter(Server, "abe");
        await using var bob = await Visitor.Enter(Server, "bo");
        await OpenRoom(ada, "Stage");
        await Row(bob, "Stage").ClickAsync();
        await IsIn(bob, "Stage");

        await ada.Page.Locator("#open-room-settings").ClickAsync();
        await ada.Type(ada.Page.Locator("#setting-topic"), "Tonight at eight");
        await ada.Page.Locator("#setting-speak").SelectOptionAsync("moderators");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(bob.Page.Locator("#topic")).ToHaveTextAsync("Tonight at eight", new() { Timeout = Patience });
        await Expect(bob.Composer).ToBeDisabledAsync();
        await Expect(bob.Composer).ToHaveAttributeAsync("placeholder", "Only moderators may write here");
        await Expect(ada.Composer).ToBeEnabledAsync();
        await ada.Page.Locator("#open-room-settings").ClickAsync();
        await ada.Page.Locator("#archive").ClickAsync();
        await ada.Page.Locator("#archive-do").ClickAsync();

        await Expect(bob.Page.Locator("#enter-problem")).ToHaveTextAsync(
            "The room was archived.", new() { Timeout = Patience });
        await bob.Page.Locator("#to-lobby").ClickAsync();
        await IsIn(bob, "Our room");
        await ada.Page.Locator("#to-lobby").ClickAsync();
        await IsIn(ada, "Our room");
    }

    [BrowserFact]
    public async Task An_invitation_opens_the_room_and_its_code_does_not_stay_in_the_address()
    {
        await using var ada = await Visitor.Enter(Server, "al");
        await OpenRoom(ada, "Library", "trusted");
        await ada.Page.Locator("#invite").ClickAsync();
        await Expect(ada.Page.Locator("#invitation-link")).ToHaveValueAsync(
            new Regex("#room=LIBRARY&code=.+"), new() { Timeout = Patience });
        var link = await ada.Page.Locator("#invitation-link").InputValueAsync();
        var qr = ada.Page.GetByAltText("QR code of the link");
        await Expect(qr).ToBeVisibleAsync();
        Assert.InRange(await qr.EvaluateAsync<int>("image => image.decode().then(() => image.naturalWidth)"), 29, 200);

        await using var bob = await Visitor.Open(new Uri(link));
        Assert.Equal($"{Server.Page}#room=LIBRARY", bob.Page.Url);
        await bob.Type(bob.Page.Locator("#nick"), "bill");
        await bob.Page.Keyboard.PressAsync("Enter");
        await IsIn(bob, "Library");
        await using var eve = await Visitor.Open(new Uri(link));
        await eve.Type(eve.Page.Locator("#nick"), "eva");
        await eve.Page.Keyboard.PressAsync("Enter");

        await Expect(eve.Page.Locator("#enter-problem")).ToContainTextAsync("code", new() { Timeout = Patience });
        await Expect(eve.Page.Locator("#room")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task An_unlisted_room_is_in_no_list_and_is_entered_by_its_name()
    {
        await using var ada = await Visitor.Enter(Server, "aya");
        await using var bob = await Visitor.Enter(Server, "boo");
        await using var eve = await Visitor.Enter(Server, "eli");

        await ada.Say("/open Attic unlisted");
        await IsIn(ada, "Attic");
        await ada.Say("only for those who know");
        await OpenRoom(ada, "Balcony");
        await Expect(Row(bob, "Balcony")).ToBeVisibleAsync(new() { Timeout = Patience });
        await bob.Say("/rooms");
        await Expect(bob.Page.Locator("#talk")).ToContainTextAsync("Balcony", new() { Timeout = Patience });
        await Expect(Row(bob, "Attic")).ToHaveCountAsync(0);
        await Expect(bob.Page.Locator("#talk")).Not.ToContainTextAsync("Attic");
        await bob.Say("/join attic");
        await IsIn(bob, "Attic");
        await bob.SeesMessage("only for those who know");
        await bob.Say("found it");

        // What became of the room while somebody is in it; the list is published meanwhile.
        await OpenRoom(ada, "Cellar");
        await Expect(Row(eve, "Cellar")).ToBeVisibleAsync(new() { Timeout = Patience });
        await Expect(Row(eve, "Attic")).ToHaveCountAsync(0);
        using var http = new HttpClient();
        var listed = await http.GetStringAsync(new Uri(Server.Page, "/rooms"));
        Assert.Contains("Cellar", listed);
        Assert.DoesNotContain("attic", listed, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A server where everybody may open rooms, if there is a browser.</summary>
    public sealed class OpenServer : IAsyncLifetime
    {
        public ServerProgram? Server { get; private set; }

        public async Task InitializeAsync()
        {
            if (Chromium.Obstacle is null)
                Server = await ServerProgram.StartWithPage("lanchat.server.rooms.open=all");
        }

        public async Task DisposeAsync()
        {
            if (Server is not null) await Server.DisposeAsync();
        }
    }
}
