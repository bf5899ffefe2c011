using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>What becomes of people in a room, and what they share.</summary>
public static class RoomTexts
{
    public static string CameIn(string names) => In($"{names} came in", $"{names} 进入了房间");

    public static string Left(string names) => In($"{names} left", $"{names} 离开了房间");

    public static string CameAndLeft(string names) => In($"{names} came in and left", $"{names} 来过又离开了");

    public static string CameBack(string names) => In($"{names} left and came back", $"{names} 离开后又回来了");

    public static string BetweenComings => In($"; ", $"；");

    public static string And(string first, string second) => In($"{first} and {second}", $"{first}、{second}");

    public static string And(string first, string second, string third) =>
        In($"{first}, {second} and {third}", $"{first}、{second}、{third}");

    public static string AndOthers(string first, string second, int others) =>
        In($"{first}, {second} and {others} others", $"{first}、{second}和另外 {others} 人");

    public static string Renamed(string before, string now) =>
        In($"{before} is called {now} now", $"{before} 改名为 {now}");

    public static string Shared(string name, long bytes) =>
        In($"[file] {name}, {bytes} bytes", $"[文件] {name}，{bytes} 字节");

    public static string SharedAt(string name, long bytes, string link) => In(
        $"[file] {name}, {bytes} bytes: {link}",
        $"[文件] {name}，{bytes} 字节：{link}");
}
