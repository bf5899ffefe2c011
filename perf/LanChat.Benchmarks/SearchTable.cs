using System.Diagnostics;
using LanChat.Protocol;
using LanChat.Server.Storage;
using LanChat.Server.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace LanChat.Benchmarks;

/// <summary>Times searches in a long history, relative to counting its rows.</summary>
internal static class SearchTable
{
    private const int Rounds = 7;
    private const string Latin =
        "the room has a new notice and people talk about examples weather lunch code review meeting today tomorrow "
            + "server client network";
    private const string Chinese = "我家在南京东边今天天气不错我们一起去吃饭吧这个例子很好服务器已经更新了大家开会讨论一下明天再说吧";

    public static void Run(int lines)
    {
        var folder = Directory.CreateTempSubdirectory("lanchat-search-");
        try
        {
            using var history = SqliteHistory.Open(Path.Combine(folder.FullName, "history.db"));
            Console.WriteLine($"{lines:N0} lines are written …");
            foreach (var part in Messages(lines).Chunk(10_000)) history.Append(part);
            BuildIndex(folder, history);
            PrintTable(folder, history);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void BuildIndex(DirectoryInfo folder, SqliteHistory history)
    {
        var watch = Stopwatch.StartNew();
        using (var index = history.OpenIndex()!)
        {
            while (index.Advance(2000) == 2000)
            {
            }
        }

        Console.WriteLine($"index built in {watch.Elapsed.TotalSeconds:0.0} s: {SizeOf(folder, "search.db")} MiB beside a history of {SizeOf(folder, "history.db")} MiB");
    }

    private static void PrintTable(DirectoryInfo folder, SqliteHistory history)
    {
        using var counter = SqliteSearchFiles.Open(
            Path.Combine(folder.FullName, "history.db"), SqliteOpenMode.ReadOnly);
        var count = Median(() => SqliteIndexSchema.Number(counter, "select count(*) from message"));
        Console.WriteLine($"select count(*): {count:0.0} ms\n");
        Console.WriteLine($"{"search",-34}{"found",7}{"cut",6}{"median ms",11}{"of count(*)",13}");
        using var reader = history.OpenReader();
        foreach (var (name, query) in Queries())
        {
            var result = new SearchResult([], null, false);
            var time = Median(() => result = reader.Search(query));
            var (found, cut) = (result.Messages.Count, result.ScanLimitReached ? "yes" : "");
            Console.WriteLine($"{name,-34}{found,7}{cut,6}{time,11:0.0}{time / count,13:0.00}");
        }
    }

    private static IEnumerable<(string Name, SearchQuery Query)> Queries()
    {
        static SearchQuery Of(string text, string? from = null, DateTime? since = null, DateTime? until = null) =>
            new(text, from, since, until, long.MaxValue, 100);
        yield return ("exampl (frequent)", Of("exampl"));
        yield return ("needle (once, the oldest)", Of("needle"));
        yield return ("天气不错 (frequent)", Of("天气不错"));
        yield return ("上海 (once, the oldest)", Of("上海"));
        yield return ("meeting today (two words)", Of("meeting today"));
        yield return ("zzzzqqqq (never)", Of("zzzzqqqq"));
        yield return ("th (two characters)", Of("th"));
        yield return ("q7 (two characters, rare)", Of("q7"));
        yield return ("吧 (one character)", Of("吧"));
        yield return ("from user 7", Of("", "user 7"));
        yield return ("exampl from user 7", Of("exampl", "user 7"));
        yield return ("needle from user 7 (never)", Of("needle", "user 7"));
        yield return ("exampl in an old hour", Of("exampl", null, Start.AddHours(10), Start.AddHours(11)));
        yield return ("notice lunch weather (never so)", Of("notice lunch weather"));
    }

    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Local);

    private static IEnumerable<ChatMessage> Messages(int lines)
    {
        var random = new Random(1);
        var words = Latin.Split(' ');
        yield return Message(1, "我家在上海东边 needle", 0);
        for (var id = 2; id <= lines; id++)
        {
            var text = random.Next(3) == 0
                ? Chinese.Substring(random.Next(Chinese.Length - 20), random.Next(8, 20)) + Chinese.Substring(
                    random.Next(Chinese.Length - 20), random.Next(4, 20))
                : string.Join(' ', Enumerable.Range(0, random.Next(4, 16)).Select(
                    _ => words[random.Next(words.Length)])) + $" {random.Next(100_000)}";
            yield return Message(id, text, random.Next(200));
        }
    }

    private static ChatMessage Message(int id, string text, int speaker) =>
        new(id, MessageKind.Said, $"user {speaker}", new PeerAddress(
            "192.168.38.203", 50_000 + speaker), text, Start.AddSeconds(id));

    private static double Median<T>(Func<T> work)
    {
        var times = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            work();
            times[round] = watch.Elapsed.TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Rounds / 2];
    }

    private static long SizeOf(DirectoryInfo folder, string name) =>
        folder.GetFiles(name + "*").Sum(file => file.Length) / (1024 * 1024);
}
