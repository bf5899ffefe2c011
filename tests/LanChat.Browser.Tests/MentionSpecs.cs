using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

public sealed class MentionSpecs
{
    // The storage of a page of an older version.
    private const string UsedBefore = "localStorage.setItem('lanchat.nick', 'ada')";

    [BrowserTheory]
    [InlineData("@bob look")]
    [InlineData("@bob, look")]
    [InlineData("@bob: look")]
    [InlineData("@all look")]
    [InlineData("@nobody look")]
    public async Task A_message_that_begins_with_a_mention_is_sent_to_everyone(string text)
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        using var bob = await LineClient.Enter(server.EndPoint, "bob");
        using var carl = await LineClient.Enter(server.EndPoint, "carl");

        await ada.Say(text);

        Assert.Equal(("ada", text), await carl.NextSaid());
        await ada.SeesMessage(text);
        await Expect(ada.Page.Locator("#heading")).ToHaveTextAsync("Our room");
    }

    [BrowserTheory]
    [InlineData("now @all, come", "@all")]
    [InlineData("请@所有人来开会", "@所有人")]
    [InlineData("to @everyone", "@everyone")]
    public async Task At_all_mentions_everyone_in_both_languages(string text, string marked)
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        using var bob = await LineClient.Enter(server.EndPoint, "bob");

        await bob.Type(text);

        await Expect(ada.Page.Locator("#talk .mentioned .mention")).ToHaveTextAsync(marked);
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_returning_user_is_asked_once_whether_a_leading_mention_is_private(bool isPrivate)
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Open(server.Page);
        await ada.Page.EvaluateAsync($"localStorage.clear(); {UsedBefore}");
        await ada.Page.ReloadAsync();
        await ada.Page.Locator("#nick").PressAsync("Enter");
        using var bob = await LineClient.Enter(server.EndPoint, "bob");
        using var carl = await LineClient.Enter(server.EndPoint, "carl");
        await ada.Sees(ada.Page.Locator("#members").GetByText("carl"));

        await ada.Say("@bob between us");
        await Expect(ada.Page.Locator("#question")).ToBeVisibleAsync();
        await Expect(ada.Composer).ToHaveValueAsync("@bob between us");
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(ada.Composer).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        if (!isPrivate) await ada.Page.Keyboard.PressAsync("Tab");
        await ada.Page.Keyboard.PressAsync("Enter");

        await Expect(ada.Page.Locator("#heading")).ToHaveTextAsync(isPrivate ? "bob" : "Our room");
        await ada.SeesMessage(isPrivate ? "between us" : "@bob between us");
        await ada.Page.Locator("#conversations button").First.ClickAsync();
        await ada.Say("@bob over");
        if (!isPrivate) Assert.Equal(("ada", "@bob between us"), await carl.NextSaid());
        Assert.Equal(("ada", "@bob over"), await carl.NextSaid());
        await Expect(ada.Page.Locator("#question")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Only_nicknames_that_can_be_addressed_are_offered()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        using var one = await LineClient.Enter(server.EndPoint, "yan");
        using var two = await LineClient.Enter(server.EndPoint, "yan_2");
        using var three = await LineClient.Enter(server.EndPoint, "yan b");
        using var four = await LineClient.Enter(server.EndPoint, "yan\" c");
        using var five = await LineClient.Enter(server.EndPoint, "yan\"d");
        await ada.Sees(ada.Page.Locator("#members").GetByText("yan\"d"));
        var offered = ada.Page.Locator("#suggestions [role=option] :first-child");

        await ada.Type(ada.Composer, "@yan");
        await Expect(offered).ToHaveTextAsync(["yan", "yan_2", "yan b", "yan\"d"]);
        await ada.Page.Keyboard.PressAsync("Tab");
        await Expect(ada.Composer).ToHaveValueAsync("@yan ");
        await ada.Type(ada.Composer, "/msg yan\"");
        await Expect(offered).ToHaveCountAsync(0);
        await ada.Type(ada.Composer, "/msg yan");
        await Expect(offered).ToHaveCountAsync(4);
        foreach (var _ in Enumerable.Range(0, 3)) await ada.Page.Keyboard.PressAsync("ArrowDown");
        await ada.Page.Keyboard.PressAsync("Tab");
        await ada.Page.Keyboard.TypeAsync("for you");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.Page.Locator("#conversations button").First.ClickAsync();
        await ada.Say("over");

        Assert.Equal("(private to yan\"d) for you", (await five.NextSaid()).Text);
        Assert.Equal(("ada", "over"), await one.NextSaid());
        Assert.Equal(("ada", "over"), await four.NextSaid());
    }

    [BrowserFact]
    public async Task Similar_nicknames_are_different_members()
    {
        await using var server = await ServerProgram.StartWithPage();
        using var mass = await LineClient.Enter(server.EndPoint, "Mass");
        using var sharp = await LineClient.Enter(server.EndPoint, "Maß");
        await using var ada = await Visitor.Enter(server, "ada");

        await ada.Page.Locator("#members").GetByText("Maß", new() { Exact = true }).ClickAsync();
        await ada.Say("for the one with a sharp s");
        await ada.Page.Locator("#members").GetByText("Mass", new() { Exact = true }).ClickAsync();
        await ada.Say("for the other");

        Assert.Equal("(private to Mass) for the other", (await mass.NextSaid()).Text);
        Assert.Equal("(private to Maß) for the one with a sharp s", (await sharp.NextSaid()).Text);
    }
}
