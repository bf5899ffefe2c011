using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>What the commands for scripts tell of their run, on standard error.</summary>
public static class ScriptRunTexts
{
    public static string NoRoomHeard(double seconds) => In(
        $"No room was heard of in {seconds:0.###} s.",
        $"{seconds:0.###} 秒内没有听到任何房间。");

    public static string NoRoomOfThatName(string name, double seconds) => In(
        $"No room called {name} was heard of in {seconds:0.###} s.",
        $"{seconds:0.###} 秒内没有听到名为 {name} 的房间。");

    public static string SeveralRoomsOfThatName(string name, string addresses) => In(
        $"More than one room is called {name}: {addresses}; --connect says which one is meant.",
        $"不止一个房间名为 {name}：{addresses}；请用 --connect 指明是哪一个。");

    public static string OutputUnwritable(string why) => In($"The output cannot be written: {why}", $"无法写入输出：{why}");

    public static string RoomLeft => In($"The room was left.", $"已离开房间。");

    public static string NameColumn => In($"ROOM", $"房间");

    public static string AddressColumn => In($"ADDRESS", $"地址");

    public static string MembersColumn => In($"MEMBERS", $"人数");

    public static string Missed(long count) => In(
        $"{Plural.Of(count, "message is", "messages are")} missing here: more was said since than the room shows.",
        $"此处缺少 {count} 条消息：期间的消息多于房间所显示的。");

    public static string NewHistory => In(
        $"The room has a new history: what follows is not the same talk.",
        $"房间的历史记录是新的：以下不是同一段聊天。");
}
