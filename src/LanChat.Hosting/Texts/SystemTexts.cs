using LanChat.Protocol;
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
        : In($"The history is written again; {lost} {(lost == 1 ? "message was" : "messages were")} lost.", $"聊天记录已恢复写入，丢失 {lost} 条。");

    public static string DefaultNotice(PeerAddress room) => In(
        $"This room is at {room}. Welcome!",
        $"聊天室地址：{room}\n这里是你温馨的港湾，欢迎来到这里！");

    /// <summary>The text of a message, whatever it is about; what an older server worded is shown as it came.</summary>
    public static string TextOf(ChatMessage message) => message switch
    {
        { Text: "", System: { } what } => Of(what),
        { File: { } file } when message.Text == file.Name => Of(file),
        _ => message.Text,
    };

    /// <summary>That a file is shared, and where it is, if that is known as a whole address.</summary>
    private static string Of(ChatFile file) => AddressOf(file) is { } link
        ? RoomTexts.SharedAt(file.Name, file.Size, link)
        : RoomTexts.Shared(file.Name, file.Size);

    private static string Of(SystemMessage what) => what switch
    {
        SystemMessage.Joined joined => RoomTexts.CameIn(joined.Member.Nickname),
        SystemMessage.Left left => RoomTexts.Left(left.Member.Nickname),
        SystemMessage.Renamed renamed => RoomTexts.Renamed(renamed.Was, renamed.Member.Nickname),
        SystemMessage.StoreUnavailable => StoreUnavailable,
        SystemMessage.StoreRecovered recovered => StoreRecovered(recovered.Lost),
        _ => "",
    };

    private static string? AddressOf(ChatFile file) => file switch
    {
        { Link: ['/', ..], Site: { Length: > 0 } site } => site + file.Link,
        { Link: ['/', ..] } => null,
        _ => file.Link,
    };
}
