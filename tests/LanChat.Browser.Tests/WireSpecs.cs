using System.Text.RegularExpressions;
using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Programs;
using static LanChat.Browser.Tests.Browsers.PlayedRoom;
using static Microsoft.Playwright.Assertions;

namespace LanChat.Browser.Tests;

/// <summary>Numbers, histories and clocks as the room tells of them.</summary>
public sealed class WireSpecs
{
    private const string First = "0123456789abcdef";
    private const string Second = "fedcba9876543210";

    [BrowserFact]
    public async Task Another_history_is_told_and_shown_whole_whatever_its_numbers_and_its_clock_are()
    {
        await using var server = await ServerProgram.StartWithPage();
        var room = new PlayedRoom();
        room.Answer(Welcome(First, 0), History(
            [.. Enumerable.Range(8, 3).Select(id => Said(id, $"2026-11-29 10:00:{id:00}", $"old {id}"))]));
        room.Answer(Welcome(Second, 0), Missed(0, 3, 2), History(
            [.. Enumerable.Range(3, 9).Select(id => Said(id, $"2025-01-01 09:00:{id:00}", $"new {id}"))]));
        await using var ada = await Visitor.Enter(server, "ada", between: room.Stand);
        await ada.Reads("old 10");

        await room.Break();
        await ada.Reads("new 11");

        Assert.Null(room.Hellos[0]["log"]);
        Assert.Equal((First, 10), ((string)room.Hellos[1]["log"]!, (int)room.Hellos[1]["since"]!));
        Assert.Equal(
            [.. Enumerable.Range(8, 3).Select(id => $"old {id}"), .. Enumerable.Range(3, 9).Select(id => $"new {id}")],
            await ada.Words.AllTextContentsAsync());
        await ada.Sees(ada.Page.Locator("#talk .note").GetByText("a new history"));
        await Expect(ada.Page.Locator("#talk .gap")).ToContainTextAsync("2 messages not shown");
        await Expect(ada.Page.Locator("#older")).ToHaveTextAsync("Older messages are not available.");
    }

    [BrowserFact]
    public async Task Order_is_by_number_while_the_clock_goes_back_and_nothing_is_shown_twice()
    {
        await using var server = await ServerProgram.StartWithPage();
        var room = new PlayedRoom();
        room.Answer(
            Welcome(First, 0), History(Said(1, "2026-11-29 10:00:00", "one"), Said(2, "2026-11-29 10:00:01", "two")));
        room.Answer(
            Welcome(First, 0), History(Said(2, "2026-11-29 10:00:01", "two"), Said(3, "2020-01-01 00:00:00", "three")));
        await using var ada = await Visitor.Enter(server, "ada", between: room.Stand);
        await ada.Reads("two");

        await room.Break();
        await ada.Reads("three");

        Assert.Equal(["one", "two", "three"], await ada.Words.AllTextContentsAsync());
        await Expect(ada.Page.Locator("#talk .note, #talk .gap")).ToHaveCountAsync(0);
        await Expect(ada.Page.Locator("#older")).ToHaveTextAsync("Beginning of the conversation");
    }

    [BrowserFact]
    public async Task A_room_that_names_no_history_began_anew_where_a_number_comes_again()
    {
        await using var server = await ServerProgram.StartWithPage();
        var room = new PlayedRoom();
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
        await using var ada = await Visitor.Enter(server, "ada", between: room.Stand);
        await ada.Reads("old 15");

        await room.Break();
        await ada.Reads("new 2");

        Assert.Equal(["old 14", "old 15", "new 1", "new 2"], await ada.Words.AllTextContentsAsync());
    }

    [BrowserTheory]
    [InlineData("Pacific/Kiritimati", "29 November", "23:59", "30 November", "00:00")]
    [InlineData("Etc/GMT+12", "28 November", "21:59", "28 November", "22:00")]
    [InlineData("Asia/Kolkata", "29 November", "15:29", "29 November", "15:30")]
    public async Task Days_and_times_are_the_readers(
        string zone, string firstDay, string first, string secondDay, string second)
    {
        await using var server = await ServerProgram.StartWithPage();
        var room = new PlayedRoom();
        // Of a server two hours ahead of UTC.
        room.Answer(
            Welcome(First, 120), History(Said(1, "2026-11-29 11:59:00", "one"), Said(2, "2026-11-29 12:00:00", "two")));
        await using var ada = await Visitor.Enter(
            server, "ada", new() { Locale = "en-GB", TimezoneId = zone }, room.Stand);
        await ada.Reads("two");

        var days = ada.Page.Locator("#talk .divider.day");
        await Expect(days).ToHaveCountAsync(firstDay == secondDay ? 1 : 2);
        await Expect(days.First).ToContainTextAsync(firstDay);
        await Expect(days.Last).ToContainTextAsync(secondDay);
        await Expect(ada.Page.Locator("#talk li[data-id='1'] time")).ToHaveTextAsync(first);
        await Expect(ada.Page.Locator("#talk li[data-id='2'] time")).ToHaveTextAsync(second);
    }

    [BrowserFact]
    public async Task A_night_when_the_clocks_go_back_reads_well()
    {
        await using var server = await ServerProgram.StartWithPage();
        var room = new PlayedRoom();
        room.Answer(Welcome(First, 60), History(Said(1, "2026-10-25 02:58:00", "still summer", 120), Said(
            2, "2026-10-25 02:05:00", "seven minutes later")));
        await using var ada = await Visitor.Enter(
            server, "ada", new() { Locale = "en-GB", TimezoneId = "Europe/Berlin" }, room.Stand);
        await ada.Reads("seven minutes later");

        await Expect(ada.Page.Locator("#talk li[data-id='2']")).ToHaveClassAsync("line said");
        await Expect(ada.Page.Locator("#talk li[data-id='1'] .by time")).ToHaveAttributeAsync(
            "title", new Regex("25 October 2026.* 02:58:00 CEST$"));
        await Expect(ada.Page.Locator("#talk li[data-id='2'] .by time")).ToHaveAttributeAsync(
            "title", new Regex("25 October 2026.* 02:05:00 CET$"));
        await Expect(ada.Page.Locator("#talk .divider.day")).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task What_the_room_says_is_worded_in_the_reader_s_language()
    {
        await using var server = await ServerProgram.StartWithPage();
        var room = new PlayedRoom();
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
        await using var ada = await Visitor.Enter(server, "ada", new() { Locale = "zh-CN" }, room.Stand);
        await ada.Reads("here");

        Assert.Equal(2, (int)room.Hellos[0]["hello"]!);
        await Expect(ada.Page.Locator("#talk li[data-id='1']")).ToContainTextAsync("b】改名为【c 进入了房间");
        await Expect(ada.Page.Locator("#talk li[data-id='2']")).ToContainTextAsync("a】改名为【b 改名为 b】改名为【c");
        await Expect(ada.Page.Locator("#talk li[data-id='3']")).ToContainTextAsync("聊天记录已恢复写入，丢失 2 条。");
        await Expect(ada.Page.Locator("#talk li[data-id='4']")).ToContainTextAsync("The room has moved.");
        await Expect(ada.Page.Locator("#notice")).ToContainTextAsync("聊天室地址：[fe80::2]:8001");
    }

    [BrowserFact]
    public async Task What_an_older_server_words_is_shown_as_it_came()
    {
        const string Came = "欢迎来自 ('127.0.0.1', 7) 的【bob】加入聊天室!";
        await using var server = await ServerProgram.StartWithPage();
        var room = new PlayedRoom();
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
        await using var ada = await Visitor.Enter(server, "ada", between: room.Stand);
        await ada.Reads("here");

        await Expect(ada.Page.Locator("#talk li[data-id='1']")).ToContainTextAsync(Came);
        await Expect(ada.Page.Locator("#talk li[data-id='2']")).ToContainTextAsync(Came);
        await Expect(ada.Page.Locator("#notice")).ToHaveTextAsync("be kind");
    }
}
