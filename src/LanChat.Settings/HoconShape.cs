namespace LanChat.Settings;

/// <summary>
/// Finds brackets and quotes that do not match. The HOCON parser passes over them in silence, and over everything after a stray brace:
/// somebody's settings would be lost without a word.
/// </summary>
internal static class HoconShape
{
    /// <summary>What is wrong and in which line, or null.</summary>
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
                    at = text.IndexOf('\n', at) is >= 0 and var end ? end - 1 : text.Length;
                    break;
                case '"':
                    var close = EndOfString(text, at);
                    if (close < 0) return $"line {line}: a quote is never closed";
                    line += text.AsSpan(at, close - at).Count('\n');
                    at = close;
                    break;
                case '{' or '[':
                    open.Push((text[at] == '{' ? '}' : ']', line));
                    break;
                case '}' or ']':
                    if (!open.TryPop(out var expected)) return $"line {line}: '{text[at]}' closes nothing";
                    if (expected.Closes != text[at]) return $"line {line}: '{text[at]}' where '{expected.Closes}' is due since line {expected.Line}";
                    break;
            }
        }

        return open.TryPop(out var left) ? $"line {left.Line}: '{left.Closes}' is missing for what begins here" : null;
    }

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
