using System.Globalization;
using System.Text;

namespace LanChat.Client.Display;

/// <summary>
/// Makes foreign text safe to show: control characters and bidirectional overrides become visible.
/// All text passes through here before it is shown.
/// </summary>
internal static class TerminalText
{
    public const string Tab = "    ";
    private const char FirstControlPicture = '\u2400';
    private const char DeletePicture = '\u2421';

    /// <summary>One line; line breaks become visible like other control characters.</summary>
    public static string OneLine(string text) => IsHarmless(text) ? text : Visible(text);

    /// <summary>
    /// Splits at line breaks (CR LF, CR or LF) and expands tabs; returns at least one line.
    /// </summary>
    public static IReadOnlyList<string> Lines(string text) =>
        [
            .. text.ReplaceLineEndings("\n").TrimEnd('\n').Replace("\t", Tab, StringComparison.Ordinal)
                .Split('\n').Select(OneLine),
        ];

    private static bool IsHarmless(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || IsHarmful(rune)) return false;
        }

        return true;
    }

    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune)) visible.Append(Escape(text[at++]));
            else
            {
                visible.Append(IsHarmful(rune) ? Picture(rune.Value) : rune.ToString());
                at += rune.Utf16SequenceLength;
            }
        }

        return visible.ToString();
    }

    private static bool IsHarmful(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static string Picture(int value) => value switch
    {
        < 0x20 => ((char)(FirstControlPicture + value)).ToString(),
        0x7F => DeletePicture.ToString(),
        _ => Escape(value),
    };

    private static string Escape(int value) => $"\\u{{{value:x}}}";
}
