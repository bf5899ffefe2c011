using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>What the console says of what was said before.</summary>
public static class HistoryTexts
{
    public static string Missed(long count) => In(
        $"Not shown here, though it was said since you were last here: {Plural.Of(count, "message", "messages")}.",
        $"你离开期间还有 {count} 条消息，此处未显示。");

    public static string Earlier => In($"⋯ there is more: PgUp fetches it", $"⋯ 还有更早的消息：按 PgUp 读取");

    public static string Beginning => In($"Here the talk begins.", $"聊天从这里开始。");

    public static string NotKept => In($"What was said before is not kept any more.", $"更早的消息已不再保存。");

    public static string Loading => In($"⋯ fetching …", $"⋯ 正在读取……");

    public static string NewHistory => In(
        $"The room has a new history: what was said before here is not part of it.",
        $"房间的历史记录是新的：上面的消息不属于它。");
}
