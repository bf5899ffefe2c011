using LanChat.Texts;

namespace LanChat.Settings;

/// <summary>
/// Finds unbalanced brackets and quotes, and missing values, which the HOCON parser accepts
/// silently: it ignores everything after a stray brace, and takes the next line for a missing
/// value, so settings would be lost without an error.
/// </summary>
internal static class HoconShape
{
    /// <summary>Returns the first flaw with its line number; null if there is none.</summary>
    public static string? FlawIn(string text)
    {
        var open = new Stack<(char Closes, int Line)>();
        var line = 1;
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\n':
                    line++;
                    break;
                case '#':
                case '/' when text.AsSpan(at).StartsWith("//"):
                    at = EndOfLine(text, at) - 1;
                    break;
                case '=' or ':' when IsNothing(text.AsSpan(at + 1, EndOfLine(text, at) - at - 1).Trim()):
                    return SettingsFileTexts.ValueMissing(line, text[at]);
                case '"':
                    var close = EndOfString(text, at);
                    if (close < 0) return SettingsFileTexts.QuoteNeverClosed(line);
                    line += text.AsSpan(at, close - at).Count('\n');
                    at = close;
                    break;
                case '{' or '[':
                    open.Push((text[at] == '{' ? '}' : ']', line));
                    break;
                case '}' or ']':
                    if (!open.TryPop(out var expected)) return SettingsFileTexts.ClosesNothing(line, text[at]);
                    if (expected.Closes != text[at])
                        return SettingsFileTexts.ClosesAnother(line, text[at], expected.Closes, expected.Line);
                    break;
            }
        }

        return open.TryPop(out var left) ? SettingsFileTexts.NeverClosed(left.Line, left.Closes) : null;
    }

    private static bool IsNothing(ReadOnlySpan<char> rest) => rest is "" or ['#' or '}' or ',', ..] or ['/', '/', ..];

    private static int EndOfLine(string text, int at) => text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;

    private static int EndOfString(string text, int start)
    {
        if (text.AsSpan(start).StartsWith("\"\"\""))
        {
            var end = text.IndexOf("\"\"\"", start + 3, StringComparison.Ordinal);
            return end < 0 ? -1 : end + 2;
        }

        for (var at = start + 1; at < text.Length && text[at] != '\n'; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == '"') return at;
        }

        return -1;
    }
}
