using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests;

/// <summary>Scrolling back and searching beyond the messages that the console was shown.</summary>
public sealed class ConsoleLookupSpecs : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lanchat-console-lookup-");

    public void Dispose() => _data.Delete(recursive: true);

    [TmuxFact]
    public async Task Old_messages_are_loaded_by_scrolling_and_found_by_search()
    {
        await using var server = await ServerProgram.Start(
            "lanchat.server.history.durability=committed", $"lanchat.server.data.folder={_data.FullName}",
            "lanchat.server.flood.rate=0");
        using var ann = await RichClient.Enter(server.EndPoint, "Ann");
        await ann.Say("我家在上海东边");
        for (var number = 1; number <= 250; number++) await ann.Say($"row {number:000}");
        while ((string)(await ann.NextFrame(1))["data"]![0]!["message"]! != "row 250") ;
        await using var ben = await TmuxTerminal.Start(
            90, 24, "lanchat", "--connect", $"{server.EndPoint}", "--nick", "ben", "--lang", "en");
        await ben.Sees("row 250");

        await ben.Press("PPage");
        await ben.Sees("row 220");
        await ben.Press("C-Home");
        await ben.Sees("row 201");
        await PressUntil(ben, "C-Home", until: "我家在上海东边");
        Assert.DoesNotContain("there is more", await ben.Screen(), StringComparison.Ordinal);
        foreach (var row in (await ben.Screen()).Split('\n').Where(
            row => row.Contains("row 0", StringComparison.Ordinal)).Select((text, at) => (text, at)))
            Assert.Contains($"row {row.at + 1:000}", row.text, StringComparison.Ordinal);

        await ben.Type("/search 上海 from:Ann since:2020-01-01");
        await ben.Sees("Search results, newest first", "Ann: 我家在上海东边", "Esc closes");
        await ben.Press("Enter");
        await ben.Sees("» Ann: 我家在上海东边", "Ann: row 010", "“上海”");
        await ben.Press("Escape");
        await ben.Press("C-End");
        await ben.Sees("row 250");
        await ben.Type("/show 1");
        await ben.Sees("» Ann: 我家在上海东边");
        await ben.Type("/search x since:never");
        await ben.Sees("Invalid date never");
        await ben.Type("/search x in:Nowhere");
        await ben.Sees("You are not in a room Nowhere");
        await ben.Type("/quit");
        await ben.Ends();
    }

    /// <summary>Presses a key until the text is shown or the key leads no further.</summary>
    private static async Task PressUntil(TmuxTerminal terminal, string key, string until)
    {
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        while (!(await terminal.Screen()).Contains(until, StringComparison.Ordinal)
            && !timeout.IsCancellationRequested) await terminal.Press(key);
        await terminal.Sees(until);
    }
}
