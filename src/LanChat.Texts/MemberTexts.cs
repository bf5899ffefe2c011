using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>Who is in a room.</summary>
public static class MemberTexts
{
    public static string Here(int total, string names) => In($"{total} here: {names}", $"{total} 人在这里：{names}");

    public static string HereAndMore(int total, string names, int more) => In(
        $"{total} here: {names} and {more} more",
        $"{total} 人在这里：{names}，另有 {more} 人");

    public static string Between => In($", ", $"、");
}
