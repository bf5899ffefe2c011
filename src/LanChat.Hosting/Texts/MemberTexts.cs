using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>Who is in a room.</summary>
public static class MemberTexts
{
    public static string Here(int count) => In($"{count} here", $"{count} 人在线");

    public static string BeforeNames(int count) => In($"{count} here: ", $"{count} 人在线：");

    public static string BetweenNames => In($", ", $"、");

    public static string AndMore(int count) => In($" and {count} more", $"，另有 {count} 人");

    public static string MoreBelow(int count) => In($"… and {count} more", $"……另有 {count} 人");

    public static string Away(int count) => In($"{count} away", $"{count} 人暂离");

    public static string AwayNames(string names) => In($"away: {names}", $"暂离：{names}");
}
