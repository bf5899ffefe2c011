using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace LanChat.Protocol;

/// <summary>
/// The names a room itself speaks by; nobody else may be called so, nor by what looks like it.
/// </summary>
public static class SpokenBy
{
    /// <summary>The room's name in the native dialect.</summary>
    public const string System = "系统消息";

    /// <summary>The room's name in the terminal flavour of the native dialect.</summary>
    public const string Server = "服务器";

    private static readonly FrozenSet<string> Room = new[] { System, Server }.Select(Nick.KeyOf).ToFrozenSet();

    /// <summary>
    /// Whether a name is one of them but for what does not tell names apart: what is invisible,
    /// white space, punctuation, signs and marks.
    /// </summary>
    internal static bool IsLike(string key) =>
        Room.Contains(key) || Room.Contains(Nick.KeyOf(string.Concat(key.EnumerateRunes().Where(Tells))));

    private static bool Tells(Rune rune) => !InvisibleText.IsInvisible(rune) && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
