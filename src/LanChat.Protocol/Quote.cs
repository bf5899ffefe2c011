using System.Text;

namespace LanChat.Protocol;

/// <summary>The beginning of a message that another one replies to, on one line.</summary>
/// <param name="Nickname">Who sent it.</param>
/// <param name="Text">Its first <see cref="MaxLength"/> code points; the name of a file.</param>
public sealed record Quote(string Nickname, string Text)
{
    /// <summary>The maximum length of the text, in code points.</summary>
    public const int MaxLength = 100;

    /// <summary>Quotes a message; null if there is nothing left to quote.</summary>
    public static Quote? Of(ChatMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.IsGone ? null : new Quote(message.Nickname, Beginning(message.Text));
    }

    private static string Beginning(string text)
    {
        var line = new StringBuilder();
        var count = 0;
        foreach (var rune in text.ReplaceLineEndings(" ").EnumerateRunes())
        {
            if (++count > MaxLength) return line.Append('…').ToString();
            line.Append(rune);
        }

        return line.ToString();
    }
}
