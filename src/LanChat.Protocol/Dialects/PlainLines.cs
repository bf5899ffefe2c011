using System.Globalization;
using System.Text;

namespace LanChat.Protocol.Dialects;

/// <summary>
/// Names and texts for clients that print them between the delimiters of their format. The result
/// can neither imitate another sender's line nor control a terminal.
/// </summary>
internal static class PlainLines
{
    /// <summary>
    /// Returns a text on one line: ASCII controls appear as Unicode control pictures, other
    /// controls and bidirectional overrides as U+FFFD.
    /// </summary>
    public static string Visible(string text) =>
        !text.Any(IsControl) ? text : string.Concat(text.Select(c => !IsControl(c) ? c
        : c < ' ' ? (char)(0x2400 + c) : c == 0x7F ? '\u2421' : '\uFFFD'));

    /// <summary>Splits a text into lines, each visible.</summary>
    public static IEnumerable<string> Of(string text) => text.ReplaceLineEndings("\n").Split('\n').Select(Visible);

    /// <summary>Splits a message into lines; an action is in the third person.</summary>
    public static IEnumerable<string> Of(ChatMessage message) =>
        message.Kind == MessageKind.Acted ? Of(message.Text).Select(
            line => $"* {OneWord(message.Nickname)} {line}") : Of(RoomSentences.TextOf(message));

    /// <summary>
    /// Quotes a name, unless it consists of words of letters, digits, symbols, dots, dashes and
    /// underscores. Quotes several words with a dot as well, because they could read as a sentence.
    /// </summary>
    public static string Name(string name) =>
        IsBare(name.Replace(" ", "", StringComparison.Ordinal)) && !IsSentence(name) ? name : Quoted(name);

    /// <summary>
    /// Quotes a name that contains spaces as well, for formats in which a name is one word.
    /// </summary>
    public static string OneWord(string name) => IsBare(name) ? name : Quoted(name);

    private static string Quoted(string name)
    {
        var escaped = Visible(name)
            .Replace("\\", @"\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal);
        return $"\"{escaped}\"";
    }

    private static bool IsSentence(string name) =>
        name.Contains('.', StringComparison.Ordinal) && name.Contains(' ', StringComparison.Ordinal);

    private static bool IsBare(string name) => name.Length > 0 && name.EnumerateRunes().All(IsBare);

    // U+02D0 and U+A4FD are letters that look like colons. Names contain joiners, variation
    // selectors and skin tones only as parts of emoji.
    private static bool IsBare(Rune rune) =>
        rune.Value is '.' or '-' or '_' or 0x200D or 0xFE0F or (>= 0x1F3FB and <= 0x1F3FF)
        || (rune.Value is not (0x02D0 or 0xA4FD)
            && Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.OtherSymbol);

    private static bool IsControl(char c) =>
        (char.IsControl(c) && c != '\t') || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
