using System.Globalization;
using System.Text;

namespace LanChat.Protocol;

/// <summary>
/// The characters that no name may contain, because they disguise it: controls, line and paragraph
/// separators, bidirectional overrides and isolates, lone surrogates, noncharacters (which Unicode
/// cannot normalise), and white space at the ends.
/// </summary>
internal static class NameText
{
    /// <summary>
    /// Returns the length in code points; null if the text contains a forbidden character.
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
    /// Whether the text contains neither lone surrogates nor noncharacters, so that it can be
    /// normalised.
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
