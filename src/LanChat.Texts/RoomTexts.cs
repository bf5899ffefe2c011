using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>What the room itself says, which comes over the wire in the words of the older system.</summary>
public static class RoomTexts
{
    public static string CameIn(string names) => In($"{names} came in", $"{names} 进入了房间");

    public static string Left(string names) => In($"{names} left", $"{names} 离开了房间");

    public static string CameAndLeft(string names) => In($"{names} came in and left", $"{names} 来过又离开了");

    public static string CameBack(string names) => In($"{names} left and came back", $"{names} 离开后又回来了");

    public static string BetweenComings => In($"; ", $"；");

    /// <summary>Names as a sentence begins with them: of many, the first two.</summary>
    public static string Names(IReadOnlyList<string> names) => names switch
    {
        [var only] => only,
        { Count: <= 3 } => In($"{string.Join(", ", names.SkipLast(1))} and {names[^1]}", $"{string.Join('、', names)}"),
        _ => In($"{names[0]}, {names[1]} and {names.Count - 2} others", $"{names[0]}、{names[1]}等 {names.Count} 人"),
    };

    public static string Renamed(string before, string now) => In($"{before} is called {now} now", $"{before} 改名为 {now}");

    public static string Shared(string name, long bytes) => In($"[file] {name}, {bytes} bytes", $"[文件] {name}，{bytes} 字节");

    public static string SharedAt(string name, long bytes, string link) => In(
        $"[file] {name}, {bytes} bytes: {link}",
        $"[文件] {name}，{bytes} 字节：{link}");
}
