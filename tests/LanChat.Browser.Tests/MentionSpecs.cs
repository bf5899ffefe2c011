using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

public sealed class MentionSpecs
{
    // What a page of an older version left behind.
    private const string UsedBefore = "localStorage.setItem('lanchat.nick', 'ada')";

    [BrowserTheory]
    [InlineData("@bob look")]
    [InlineData("@bob, look")]
    [InlineData("@bob: look")]
    [InlineData("@all look")]
    [InlineData("@nobody look")]
    public async Task A_text_that_begins_with_a_name_is_said_to_everyone(string text)
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        using var bob = await LineClient.Enter(server.EndPoint, "bob");
        using var carl = await LineClient.Enter(server.EndPoint, "carl");

        await ada.Say(text);

        Assert.Equal(("ada", text), await carl.NextSaid());
        await ada.Reads(text);
        await Expect(ada.Page.Locator("#heading")).ToHaveTextAsync("Our room");
    }

    [BrowserTheory]
    [InlineData("now @all, come", "@all")]
    [InlineData("请@所有人来开会", "@所有人")]
    [InlineData("to @everyone", "@everyone")]
    public async Task Everybody_is_meant_by_everybodys_names(string text, string marked)
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
    public async Task Where_it_used_to_be_private_the_first_is_asked_about_and_no_other(bool isPrivate)
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
        await ada.Reads(isPrivate ? "between us" : "@bob between us");
        await ada.Page.Locator("#conversations button").First.ClickAsync();
        await ada.Say("@bob over");
        if (!isPrivate) Assert.Equal(("ada", "@bob between us"), await carl.NextSaid());
        Assert.Equal(("ada", "@bob over"), await carl.NextSaid());
        await Expect(ada.Page.Locator("#question")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Names_are_offered_only_as_they_can_be_written()
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
    public async Task Names_that_only_look_alike_are_two_people()
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
