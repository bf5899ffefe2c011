using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>What the room itself says, which comes over the wire in the words of the older system.</summary>
public static class RoomTexts
{
    public static string Joined(string nickname, string address) => In($"{nickname} came in from {address}", $"{nickname} 从 {address} 进入房间");

    public static string Left(string nickname, string address) => In($"{nickname} left ({address})", $"{nickname} 离开了房间（{address}）");

    public static string Renamed(string before, string now) => In($"{before} is called {now} now", $"{before} 改名为 {now}");

    public static string Shared(string name, long bytes) => In($"[file] {name}, {bytes} bytes", $"[文件] {name}，{bytes} 字节");

    public static string SharedAt(string name, long bytes, string link) => In(
        $"[file] {name}, {bytes} bytes: {link}",
        $"[文件] {name}，{bytes} 字节：{link}");
}
