using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

public sealed class TalkingSpecs
{
    [BrowserFact]
    public async Task Browsers_netcat_and_telnet_talk_in_one_room()
    {
        await using var server = await ServerProgram.StartWithPage("lanchat.server.listen.line=0");
        await using var ada = await Visitor.Enter(server, "ada");
        using var netcat = await LineClient.Enter(server.EndPoint, "小糖豆");
        using var telnet = await TelnetClient.Login(server, "tom");

        await netcat.Type("大家好！");
        await ada.Reads("大家好！");
        await telnet.Type("say hello from telnet");
        await ada.Reads("hello from telnet");
        await ada.Say("你好 :tada:");

        await ada.Reads("你好 🎉");
        Assert.Equal("你好 🎉", (string)(await netcat.Hear("你好"))["message"]!);
        await ada.Sees(ada.Page.Locator("#members").GetByText("tom"));
    }

    [BrowserFact]
    public async Task What_has_lines_stays_one_message()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        using var netcat = await LineClient.Enter(server.EndPoint, "bob");

        await ada.Composer.PressSequentiallyAsync("one");
        await ada.Composer.PressAsync("Shift+Enter");
        await ada.Composer.PressSequentiallyAsync("two");
        await ada.Composer.PressAsync("Enter");

        Assert.Equal("one\ntwo", (string)(await netcat.Hear("one"))["message"]!);
    }

    [BrowserFact]
    public async Task What_is_longer_than_a_line_may_be_is_said_in_pieces()
    {
        await using var server = await ServerProgram.StartWithPage("lanchat.server.limits.line=400");
        await using var ada = await Visitor.Enter(server, "ada");
        using var netcat = await LineClient.Enter(server.EndPoint, "bob");
        var words = string.Join(' ', Enumerable.Range(1, 120).Select(number => $"字{number}"));

        await ada.Say(words);

        var heard = "";
        while (!heard.EndsWith("字120", StringComparison.Ordinal))
            heard = $"{heard} {(await netcat.NextSaid()).Text}".TrimStart();
        Assert.Equal(words, heard);
    }

    [BrowserFact]
    public async Task Private_words_have_a_conversation_of_their_own_and_are_counted()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await using var bob = await Visitor.Enter(server, "bob b");
        using var netcat = await LineClient.Enter(server.EndPoint, "carl");

        await ada.Say("/msg \"bob b\" 悄悄话");

        await ada.Reads("悄悄话");
        await Expect(ada.Page.Locator("#heading")).ToHaveTextAsync("bob b");
        await Expect(bob.Page).ToHaveTitleAsync("(1!) Our room");
        Assert.Equal(0, await bob.Words.CountAsync());
        await bob.Page.Locator("#conversations").GetByText("ada").ClickAsync();
        await bob.Reads("悄悄话");
        await Expect(bob.Page).ToHaveTitleAsync("Our room");
        await bob.Say("heard");
        await ada.Reads("heard");
        await netcat.Type("over");
        Assert.Equal(("carl", "over"), await netcat.NextSaid());
    }

    [BrowserFact]
    public async Task What_begins_as_private_words_and_is_none_is_not_said()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        using var netcat = await LineClient.Enter(server.EndPoint, "bob b");

        await ada.Say("/msg \"bob b secret");
        await ada.Sees(ada.Page.Locator(".note", new() { HasText = "/msg NAME TEXT" }));
        await ada.Say("over");

        Assert.Equal(("ada", "over"), await netcat.NextSaid());
    }

    [BrowserFact]
    public async Task What_names_the_visitor_is_set_off()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        using var netcat = await LineClient.Enter(server.EndPoint, "bob");

        await netcat.Type("adage");
        await netcat.Type("well, Ada, come");

        await ada.Sees(ada.Page.Locator(".mentioned .mention"));
        await Expect(ada.Page.Locator(".mentioned .mention")).ToHaveTextAsync("Ada");
    }

    [BrowserFact]
    public async Task What_is_refused_is_told()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");

        await ada.Say("/msg nobody hello");

        await ada.Sees(ada.Page.Locator("#talk .note", new() { HasText = "Not sent: “hello”." }));
        await Expect(ada.Composer).ToHaveValueAsync("/msg nobody hello");
        await Expect(ada.Page.Locator("#pending li")).ToHaveCountAsync(0);
        await Expect(ada.Page.Locator("#heading")).ToHaveTextAsync("Our room");
    }
}
