namespace LanChat.Client.Visits;

/// <summary>Finds somebody's name in what is said.</summary>
internal static class Mentions
{
    private const char FirstWithoutSpaces = '\u2E80';

    /// <summary>
    /// Whether the name stands there as a word, in capitals or not; in writing that knows no spaces between words, such as Chinese, anywhere.
    /// </summary>
    public static bool Names(string text, string nickname)
    {
        if (nickname.Length == 0) return false;
        for (var at = 0; (at = text.IndexOf(nickname, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            if (IsParted(text, at) && IsParted(text, at + nickname.Length)) return true;
        }

        return false;
    }

    private static bool IsParted(string text, int at) =>
        at == 0 || at == text.Length || !IsOfWord(text[at - 1]) || !IsOfWord(text[at]);

    private static bool IsOfWord(char unit) => (char.IsLetterOrDigit(unit) || unit == '_') && unit < FirstWithoutSpaces;
}
