using System.Text;
using LanChat.Protocol;

namespace LanChat.Client.Emoji;

/// <summary>Puts emoji in the place of short codes, so that every other client sees them; all else stays as it is.</summary>
internal static class EmojiText
{
    /// <summary>What older clients draw as a picture begins so, and must arrive unchanged.</summary>
    private const string StickerSign = "``#";

    /// <summary>The wish, with emoji in what is said by it.</summary>
    public static ClientMessage In(ClientMessage wish) => wish switch
    {
        ClientMessage.Say say => say with { Text = In(say.Text) },
        ClientMessage.Act act => act with { Text = In(act.Text) },
        ClientMessage.Tell tell => tell with { Text = In(tell.Text) },
        ClientMessage.Away away => away with { Text = In(away.Text) },
        _ => wish,
    };

    /// <summary>
    /// The text with emoji for the codes that are known. One between two letters or digits, or behind a colon that is not another code's,
    /// is none: <c>a:key:b</c>, <c>std::key::of</c>.
    /// </summary>
    public static string In(string text)
    {
        if (!text.Contains(':') || text.StartsWith(StickerSign, StringComparison.Ordinal)) return text;
        var (shown, codeEnd) = (new StringBuilder(text.Length), 0);
        for (var at = 0; at < text.Length;)
        {
            if (CodeAt(text, at) is var (emoji, end) && IsApart(text, at, end, isBehindCode: at > 0 && at == codeEnd))
            {
                shown.Append(emoji);
                at = codeEnd = end;
            }
            else
            {
                shown.Append(text[at++]);
            }
        }

        return shown.ToString();
    }

    private static (string Emoji, int End)? CodeAt(string text, int start)
    {
        if (start >= text.Length || text[start] != ':') return null;
        var end = start + 1;
        while (end < text.Length && EmojiCodes.IsOfCode(text[end])) end++;
        if (end == text.Length || text[end] != ':') return null;
        return EmojiCodes.TryGet(text[(start + 1)..end], out var emoji) ? (emoji, end + 1) : null;
    }

    private static bool IsApart(string text, int start, int end, bool isBehindCode)
    {
        if (isBehindCode) return true;
        var (before, after) = (start > 0 ? text[start - 1] : ' ', end < text.Length ? text[end] : ' ');
        var touchesAfter = after == ':' ? CodeAt(text, end) is null : char.IsAsciiLetterOrDigit(after);
        return before != ':' && !(char.IsAsciiLetterOrDigit(before) && touchesAfter);
    }
}
