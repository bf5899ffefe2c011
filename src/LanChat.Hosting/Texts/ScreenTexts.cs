using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>What the full screen says of itself.</summary>
public static class ScreenTexts
{
    private const string Weekdays = "日一二三四五六";

    public static string RoomsNearYou => In($"Rooms near you", $"附近的房间");

    public static string Listening => In($"Listening …", $"正在寻找……");

    public static string AndMore(int count) => In($"… and {count} more", $"……另有 {count} 个");

    public static string ChoosingARoom => In($"choosing a room", $"选择房间");

    public static string NewBelow(int count) => In($"{count} new, PgDn", $"{count} 条新消息，PgDn");

    public static string FurtherUp => In($"further up, PgDn", $"正在翻看，PgDn");

    public static string Offline => In($"offline", $"未连接");

    public static string Connecting => In($"connecting", $"正在连接");

    public static string New => In($"— new —", $"— 新消息 —");

    public static string Day(DateTime day) => In(
        $"— {day:dddd, d MMMM yyyy} —",
        $"— {day.Year} 年 {day.Month} 月 {day.Day} 日 星期{Weekdays[(int)day.DayOfWeek]} —");

    public static string ClocksSet(string offset) => In(
        $"— the clocks were set: UTC{offset} from here —", $"— 时钟已调整：以下为 UTC{offset} —");

    public static string YouAre(string nickname) => In($"you are {nickname}", $"你的昵称是 {nickname}");

    public static string NothingSearched => In(
        $"Nothing was looked for yet: /search TEXT finds it in the talk.",
        $"还没有查找过内容：/search 内容 在消息里查找。");

    public static string NotFound => In($"not found · Esc", $"没有找到 · Esc");

    public static string Found(int position, int count) => In(
        $"{position} of {count} · F3 ↑ Shift+F3 ↓ Esc",
        $"第 {position} 处，共 {count} 处 · F3 ↑ Shift+F3 ↓ Esc");

    public static string Help => In($"help", $"帮助");

    public static string HowToLeaf => In($"↑ ↓ PgUp PgDn · Esc closes", $"↑ ↓ PgUp PgDn · Esc 关闭");

    public static string HowToChoose => In($"↑ ↓ Enter goes there · Esc closes", $"↑ ↓ Enter 前往 · Esc 关闭");

    public static string ChooseByKeys => In($"↑ ↓ Enter, or type a name", $"↑ ↓ Enter，或输入名称");

    public static string ComingsShown => In($"Who comes and goes is shown from now on.", $"从现在起显示进出房间的消息。");

    public static string ComingsHidden => In($"Who comes and goes is not shown from now on.", $"从现在起不显示进出房间的消息。");

    public static string NothingPasted(int most) => In(
        $"Nothing was pasted: more than {most} characters can't be said at once.",
        $"没有粘贴：一次最多 {most} 个字符。");
}
