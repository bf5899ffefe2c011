using System.Globalization;
using System.Text;

namespace LanChat.Protocol;

/// <summary>
/// Detects invisible text, by which two names that look the same could differ: Unicode's default
/// ignorable code points and other format characters, fillers and blanks that are not white space,
/// and repeated white space.
/// </summary>
internal static class InvisibleText
{
    /// <summary>
    /// Whether a text contains invisible code points, other than those that take effect inside an
    /// emoji.
    /// </summary>
    public static bool IsIn(string text)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        for (var at = 0; at < runes.Length; at++)
        {
            if (IsInvisible(runes[at]) && !EmojiText.IsPartOfEmoji(runes, at)) return true;
            if (at > 0 && Rune.IsWhiteSpace(runes[at]) && Rune.IsWhiteSpace(runes[at - 1])) return true;
        }

        return false;
    }

    /// <summary>Whether a code point is invisible.</summary>
    public static bool IsInvisible(Rune rune) => rune.Value switch
    {
        // Visible characters, such as number signs, although Unicode classifies them as Format.
        (>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2 or 0x110BD or 0x110CD => false,
        0x034F or 0x115F or 0x1160 or 0x1680 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) => true,
        (>= 0x2060 and <= 0x206F) or 0x2800 => true,
        0x3164 or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF or 0xFFA0 or (>= 0xFFF0 and <= 0xFFFC) => true,
        0x16FE4 or 0x1D159 or (>= 0xE0000 and <= 0xE0FFF) => true,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator,
    };
}
