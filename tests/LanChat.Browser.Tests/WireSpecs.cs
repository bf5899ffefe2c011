using System.Text.RegularExpressions;
using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Programs;
using static LanChat.Browser.Tests.Browsers.FakeRoom;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

/// <summary>Message ids, log ids and clocks as the server sends them.</summary>
public sealed class WireSpecs
{
    private const string First = "0123456789abcdef";
    private const string Second = "fedcba9876543210";

    [BrowserFact]
    public async Task A_new_log_id_is_reported_and_its_history_shown_completely()
    {
        await using var server = await ServerProgram.StartWithPage();
        var room = new FakeRoom();
        room.Answer(Welcome(First, 0), History(
            [.. Enumerable.Range(8, 3).Select(id => Said(id, $"2026-11-29 10:00:{id:00}", $"old {id}"))]));
        room.Answer(Welcome(Second, 0), Missed(0, 3, 2), History(
            [.. Enumerable.Range(3, 9).Select(id => Said(id, $"2025-01-01 09:00:{id:00}", $"new {id}"))]));
        await using var ada = await Visitor.Enter(server, "ada", between: room.Route);
        await ada.SeesMessage("old 10");

        await room.Break();
        await ada.SeesMessage("new 11");

        Assert.Null(room.Hellos[0]["log"]);
        Assert.Equal((First, 10), ((string)room.Hellos[1]["log"]!, (int)room.Hellos[1]["since"]!));
        Assert.Equal(
            [.. Enumerable.Range(8, 3).Select(id => $"old {id}"), .. Enumerable.Range(3, 9).Select(id => $"new {id}")],
            await ada.MessageTexts.AllTextContentsAsync());
        await ada.Sees(ada.Page.Locator("#talk .note").GetByText("a new history"));
        await Expect(ada.Page.Locator("#talk .gap")).ToContainTextAsync("2 messages not shown");
        await Expect(ada.Page.Locator("#older")).ToHaveTextAsync("Older messages are not available.");
    }

    [BrowserFact]
    public async Task Messages_are_ordered_by_id_even_if_the_clock_goes_back()
    {
        await using var server = await ServerProgram.StartWithPage();
        var room = new FakeRoom();
        room.Answer(
            Welcome(First, 0), History(Said(1, "2026-11-29 10:00:00", "one"), Said(2, "2026-11-29 10:00:01", "two")));
        room.Answer(
            Welcome(First, 0), History(Said(2, "2026-11-29 10:00:01", "two"), Said(3, "2020-01-01 00:00:00", "three")));
        await using var ada = await Visitor.Enter(server, "ada", between: room.Route);
        await ada.SeesMessage("two");

        await room.Break();
        await ada.SeesMessage("three");

        Assert.Equal(["one", "two", "three"], await ada.MessageTexts.AllTextContentsAsync());
        await Expect(ada.Page.Locator("#talk .note, #talk .gap")).ToHaveCountAsync(0);
        await Expect(ada.Page.Locator("#older")).ToHaveTextAsync("Beginning of the conversation");
    }

    [BrowserFact]
    public async Task Without_a_log_id_a_repeated_message_id_starts_a_new_history()
    {
        await using var server = await ServerProgram.StartWithPage();
        var room = new FakeRoom();
        object welcome = new
        {
            protocol = 1,
            room = "Our room",
            nick = "ada",
            you = new object[] { "127.0.0.1", 5000 },
            line = 65536,
        };
        room.Answer(
            welcome, History(Said(14, "2026-11-29 10:00:00", "old 14"), Said(15, "2026-11-29 10:00:01", "old 15")));
        room.Answer(welcome, History(Said(1, "2026-11-29 09:00:00", "new 1"), Said(2, "2026-11-29 09:00:01", "new 2")));
        await using var ada = await Visitor.Enter(server, "ada", between: room.Route);
        await ada.SeesMessage("old 15");

        await room.Break();
        await ada.SeesMessage("new 2");

        Assert.Equal(["old 14", "old 15", "new 1", "new 2"], await ada.MessageTexts.AllTextContentsAsync());
    }

    [BrowserTheory]
    [InlineData("Pacific/Kiritimati", "29 November", "23:59", "30 November", "00:00")]
    [InlineData("Etc/GMT+12", "28 November", "21:59", "28 November", "22:00")]
    [InlineData("Asia/Kolkata", "29 November", "15:29", "29 November", "15:30")]
    public async Task Days_and_times_are_in_the_readers_time_zone(
        string zone, string firstDay, string first, string secondDay, string second)
    {
        await using var server = await ServerProgram.StartWithPage();
        var room = new FakeRoom();
        // The server is two hours ahead of UTC.
        room.Answer(
            Welcome(First, 120), History(Said(1, "2026-11-29 11:59:00", "one"), Said(2, "2026-11-29 12:00:00", "two")));
        await using var ada = await Visitor.Enter(
            server, "ada", new() { Locale = "en-GB", TimezoneId = zone }, room.Route);
        await ada.SeesMessage("two");

        var days = ada.Page.Locator("#talk .divider.day");
        await Expect(days).ToHaveCountAsync(firstDay == secondDay ? 1 : 2);
        await Expect(days.First).ToContainTextAsync(firstDay);
        await Expect(days.Last).ToContainTextAsync(secondDay);
        await Expect(ada.Page.Locator("#talk li[data-id='1'] time")).ToHaveTextAsync(first);
        await Expect(ada.Page.Locator("#talk li[data-id='2'] time")).ToHaveTextAsync(second);
    }

    [BrowserFact]
    public async Task The_hour_repeated_when_the_clocks_go_back_has_its_zone()
    {
        await using var server = await ServerProgram.StartWithPage();
        var room = new FakeRoom();
        room.Answer(Welcome(First, 60), History(Said(1, "2026-10-25 02:58:00", "still summer", 120), Said(
            2, "2026-10-25 02:05:00", "seven minutes later")));
        await using var ada = await Visitor.Enter(
            server, "ada", new() { Locale = "en-GB", TimezoneId = "Europe/Berlin" }, room.Route);
        await ada.SeesMessage("seven minutes later");

        await Expect(ada.Page.Locator("#talk li[data-id='2']")).ToHaveClassAsync("line said");
        await Expect(ada.Page.Locator("#talk li[data-id='1'] .by time")).ToHaveAttributeAsync(
            "title", new Regex("25 October 2026.* 02:58:00 CEST$"));
        await Expect(ada.Page.Locator("#talk li[data-id='2'] .by time")).ToHaveAttributeAsync(
            "title", new Regex("25 October 2026.* 02:05:00 CET$"));
        await Expect(ada.Page.Locator("#talk .divider.day")).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task System_messages_are_in_the_readers_language()
    {
        await using var server = await ServerProgram.StartWithPage();
        var room = new FakeRoom();
        object bob = new object[] { "b】改名为【c", new object[] { "fe80::1", 7 } }, home = new object[] { "fe80::2", 8001 };
        room.Answer(
            new
            {
                protocol = 2,
                room = "Our room",
                nick = "ada",
                you = new object[] { "127.0.0.1", 5000 },
                line = 65536,
                log = First,
                zone = 0,
            },
            History(
                new { id = 1, kind = "joined", from = home, member = bob, time = "2026-11-29 10:00:00" },
                new { id = 2, kind = "renamed", from = home, member = bob, was = "a】改名为【b", time = "2026-11-29 10:00:01" },
                new { id = 3, kind = "room", from = home, @event = "store-recovered", lost = 2, time = "2026-11-29 10:00:02" },
                new { id = 4, kind = "room", from = home, @event = "moved", message = "The room has moved.", time = "2026-11-29 10:00:02" },
                Said(5, "2026-11-29 10:00:03", "here")),
            new { code = 4, msg = "", data = new { @default = true, address = home } });
        await using var ada = await Visitor.Enter(server, "ada", new() { Locale = "zh-CN" }, room.Route);
        await ada.SeesMessage("here");

        Assert.Equal(2, (int)room.Hellos[0]["hello"]!);
        await Expect(ada.Page.Locator("#talk li[data-id='1']")).ToContainTextAsync("b】改名为【c 进入了房间");
        await Expect(ada.Page.Locator("#talk li[data-id='2']")).ToContainTextAsync("a】改名为【b 改名为 b】改名为【c");
        await Expect(ada.Page.Locator("#talk li[data-id='3']")).ToContainTextAsync("聊天记录已恢复写入，丢失 2 条。");
        await Expect(ada.Page.Locator("#talk li[data-id='4']")).ToContainTextAsync("The room has moved.");
        await Expect(ada.Page.Locator("#notice")).ToContainTextAsync("聊天室地址：[fe80::2]:8001");
    }

    [BrowserFact]
    public async Task System_messages_of_an_older_server_are_shown_unchanged()
    {
        const string Came = "欢迎来自 ('127.0.0.1', 7) 的【bob】加入聊天室!";
        await using var server = await ServerProgram.StartWithPage();
        var room = new FakeRoom();
        object Of(int id) => new
        {
            id,
            kind = "joined",
            nickname = "系统消息",
            from = new object[] { "::1", 1 },
            message = Came,
            time = "2026-11-29 10:00:00",
        };
        room.Answer(Welcome(First, 0), History(
            Of(1), Of(2), Said(3, "2026-11-29 10:00:03", "here")), new { code = 4, msg = "", data = "be kind" });
        await using var ada = await Visitor.Enter(server, "ada", between: room.Route);
        await ada.SeesMessage("here");

        await Expect(ada.Page.Locator("#talk li[data-id='1']")).ToContainTextAsync(Came);
        await Expect(ada.Page.Locator("#talk li[data-id='2']")).ToContainTextAsync(Came);
        await Expect(ada.Page.Locator("#notice")).ToHaveTextAsync("be kind");
    }
}
