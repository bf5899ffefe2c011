using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

public sealed class ConversationSpecs
{
    [BrowserFact]
    public async Task Browsers_netcat_and_telnet_talk_in_one_room()
    {
        await using var server = await ServerProgram.StartWithPage("lanchat.server.listen.line=0");
        await using var ada = await Visitor.Enter(server, "ada");
        using var netcat = await LineClient.Enter(server.EndPoint, "小糖豆");
        using var telnet = await TelnetClient.Login(server, "tom");

        await netcat.Type("大家好！");
        await ada.SeesMessage("大家好！");
        await telnet.Type("say hello from telnet");
        await ada.SeesMessage("hello from telnet");
        await ada.Say("你好 :tada:");

        await ada.SeesMessage("你好 🎉");
        Assert.Equal("你好 🎉", (string)(await netcat.Receive("你好"))["message"]!);
        await ada.Sees(ada.Page.Locator("#members").GetByText("tom"));
    }

    [BrowserFact]
    public async Task A_text_of_several_lines_is_one_message()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        using var netcat = await LineClient.Enter(server.EndPoint, "bob");

        await ada.Composer.PressSequentiallyAsync("one");
        await ada.Composer.PressAsync("Shift+Enter");
        await ada.Composer.PressSequentiallyAsync("two");
        await ada.Composer.PressAsync("Enter");

        Assert.Equal("one\ntwo", (string)(await netcat.Receive("one"))["message"]!);
    }

    [BrowserFact]
    public async Task A_text_longer_than_a_line_is_sent_in_parts()
    {
        await using var server = await ServerProgram.StartWithPage("lanchat.server.limits.line=400");
        await using var ada = await Visitor.Enter(server, "ada");
        using var netcat = await LineClient.Enter(server.EndPoint, "bob");
        var text = string.Join(' ', Enumerable.Range(1, 120).Select(number => $"字{number}"));

        await ada.Say(text);

        var received = "";
        while (!received.EndsWith("字120", StringComparison.Ordinal))
            received = $"{received} {(await netcat.NextSaid()).Text}".TrimStart();
        Assert.Equal(text, received);
    }

    [BrowserFact]
    public async Task Private_messages_have_their_own_conversation_and_are_counted()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var ada = await Visitor.Enter(server, "ada");
        await using var bob = await Visitor.Enter(server, "bob b");
        using var netcat = await LineClient.Enter(server.EndPoint, "carl");

        await ada.Say("/msg \"bob b\" 悄悄话");

        await ada.SeesMessage("悄悄话");
        await Expect(ada.Page.Locator("#heading")).ToHaveTextAsync("bob b");
        await Expect(bob.Page).ToHaveTitleAsync("(1!) Our room");
        Assert.Equal(0, await bob.MessageTexts.CountAsync());
        await bob.Page.Locator("#conversations").GetByText("ada").ClickAsync();
        await bob.SeesMessage("悄悄话");
        await Expect(bob.Page).ToHaveTitleAsync("Our room");
        await bob.Say("heard");
        await ada.SeesMessage("heard");
        await netcat.Type("over");
        Assert.Equal(("carl", "over"), await netcat.NextSaid());
    }

    [BrowserFact]
    public async Task An_incomplete_private_message_command_is_not_sent()
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
    public async Task A_mention_of_the_user_is_highlighted()
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
    public async Task A_refusal_is_shown_and_the_text_restored()
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
