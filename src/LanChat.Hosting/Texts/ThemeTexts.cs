using static LanChat.Texts.Languages;

namespace LanChat.Texts;

/// <summary>What can be wrong about the styles of a theme.</summary>
public static class ThemeTexts
{
    public static string NeitherColorNorStyle(string word) => In(
        $"\"{word}\" is no colour (red, bright-red, 0 to 255, #rrggbb) and none of bold, dim, underline and reverse",
        $"“{word}”不是颜色（red、bright-red、0 到 255、#rrggbb），也不是 bold、dim、underline 或 reverse");

    public static string OneColorTooMany(string word) => In($"\"{word}\" is one colour too many", $"“{word}”是多余的颜色");

    public static string GroundMissing => In($"a colour is missing after \"on\"", $"“on”后面缺少颜色");
}
