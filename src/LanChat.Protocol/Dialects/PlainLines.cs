using System.Globalization;
using System.Text;

namespace LanChat.Protocol.Dialects;

/// <summary>
/// Names and texts for clients that print them between the signs of their format: no name and no
/// text can look like a line of somebody else's, and none controls a terminal.
/// </summary>
internal static class PlainLines
{
    /// <summary>
    /// Text on one line: controls are shown as the pictures Unicode has for them, others and
    /// overrides of direction as broken characters.
    /// </summary>
    public static string Visible(string text) =>
        !text.Any(IsControl) ? text : string.Concat(text.Select(c => !IsControl(c) ? c
        : c < ' ' ? (char)(0x2400 + c) : c == 0x7F ? '\u2421' : '\uFFFD'));

    /// <summary>The lines of a text, each visible.</summary>
    public static IEnumerable<string> Of(string text) => text.ReplaceLineEndings("\n").Split('\n').Select(Visible);

    /// <summary>What somebody said or does, line by line; acts are in the third person.</summary>
    public static IEnumerable<string> Of(ChatMessage message) =>
        message.Kind == MessageKind.Acted ? Of(message.Text).Select(
            line => $"* {OneWord(message.Nickname)} {line}") : Of(RoomSentences.TextOf(message));

    /// <summary>
    /// A name, in quotes if there is anything in it but letters, digits, pictures, and a dot, dash
    /// or line between them, or words.
    /// </summary>
    public static string Name(string name) =>
        IsBare(name.Replace(" ", "", StringComparison.Ordinal)) && !IsSentence(name) ? name : Quoted(name);

    /// <summary>The same where words could be taken for those that stand beside it.</summary>
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

    // Two letters look like colons. Joiners and selectors are in names only as parts of emoji, and
    // so are the colours of skin.
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
