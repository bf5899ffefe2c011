using System.Text;
using LanChat.Protocol;

namespace LanChat.Client.Emoji;

/// <summary>
/// Replaces emoji codes by emoji before sending, so that every client shows them.
/// </summary>
internal static class EmojiText
{
    /// <summary>
    /// Prefix of a sticker message, which older clients draw; must be sent unchanged.
    /// </summary>
    private const string StickerSign = "``#";

    /// <summary>Replaces the codes in the text of a request.</summary>
    public static ClientMessage In(ClientMessage request) => request switch
    {
        ClientMessage.Say say => say with { Text = In(say.Text) },
        ClientMessage.Act act => act with { Text = In(act.Text) },
        ClientMessage.Edit edit => edit with { Text = In(edit.Text) },
        ClientMessage.Tell tell => tell with { Text = In(tell.Text) },
        ClientMessage.Away away => away with { Text = In(away.Text) },
        _ => request,
    };

    /// <summary>
    /// Replaces known codes. Ignores a code between letters or digits, and one after a colon that
    /// does not end another code: <c>a:key:b</c>, <c>std::key::of</c>.
    /// </summary>
    public static string In(string text)
    {
        if (!text.Contains(':') || text.StartsWith(StickerSign, StringComparison.Ordinal)) return text;
        var (shown, codeEnd) = (new StringBuilder(text.Length), 0);
        for (var at = 0; at < text.Length;)
        {
            if (CodeAt(text, at) is var (emoji, end)
                && IsDelimited(text, at, end, isAfterCode: at > 0 && at == codeEnd))
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
        while (end < text.Length && EmojiCodes.IsCodeChar(text[end])) end++;
        if (end == text.Length || text[end] != ':') return null;
        return EmojiCodes.TryGet(text[(start + 1)..end], out var emoji) ? (emoji, end + 1) : null;
    }

    private static bool IsDelimited(string text, int start, int end, bool isAfterCode)
    {
        if (isAfterCode) return true;
        var (before, after) = (start > 0 ? text[start - 1] : ' ', end < text.Length ? text[end] : ' ');
        var touchesAfter = after == ':' ? CodeAt(text, end) is null : char.IsAsciiLetterOrDigit(after);
        return before != ':' && !(char.IsAsciiLetterOrDigit(before) && touchesAfter);
    }
}
