using System.Globalization;
using System.Text;

namespace LanChat.Protocol;

/// <summary>
/// What no name may hold, since it would be shown as something else than it is: controls, line and
/// paragraph separators, bidirectional overrides and isolates, halves of characters and code points
/// that are no characters (Unicode can't normalise them), and white space at the ends.
/// </summary>
internal static class NameText
{
    /// <summary>
    /// The length in code points, or null when there is something in it that no name may hold.
    /// </summary>
    public static int? LengthOf(string text)
    {
        var length = 0;
        for (var at = 0; at < text.Length; length++)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune) || IsForbidden(rune)) return null;
            at += rune.Utf16SequenceLength;
        }

        return text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])) ? null : length;
    }

    /// <summary>
    /// Whether it has no half of a character and nothing that is none: what can be normalised.
    /// </summary>
    public static bool IsWhole(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune) || IsNoCharacter(rune)) return false;
            at += rune.Utf16SequenceLength;
        }

        return true;
    }

    private static bool IsForbidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) || IsNoCharacter(rune);

    private static bool IsNoCharacter(Rune rune) =>
        rune.Value is >= 0xFDD0 and <= 0xFDEF || (rune.Value & 0xFFFE) == 0xFFFE;
}
