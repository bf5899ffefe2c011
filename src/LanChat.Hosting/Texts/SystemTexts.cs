using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>What the room itself says, in the user's language.</summary>
public static class SystemTexts
{
    public static string StoreUnavailable => In(
        $"The history can't be written to the disk for now; it is kept in memory.",
        $"聊天记录暂时无法写入磁盘，先保存在内存中。");

    public static string StoreRecovered(long lost) => lost == 0
        ? In($"The history is written again; nothing was lost.", $"聊天记录已恢复写入，没有丢失。")
        : In(
            $"The history is written again; {lost} {(lost == 1 ? "message was" : "messages were")} lost.",
            $"聊天记录已恢复写入，丢失 {lost} 条。");

    public static string DefaultNotice(string address) => In(
        $"This room is at {address}. Welcome!",
        $"聊天室地址：{address}\n这里是你温馨的港湾，欢迎来到这里！");
}
