using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace LanChat.Protocol;

/// <summary>
/// The nicknames under which a room itself speaks. Members cannot have them, nor nicknames that
/// look the same.
/// </summary>
public static class RoomSpeakers
{
    /// <summary>The room's nickname in the native dialect.</summary>
    public const string System = "系统消息";

    /// <summary>The room's nickname in the terminal dialect.</summary>
    public const string Server = "服务器";

    private static readonly FrozenSet<string> Room = new[] { System, Server }.Select(Nick.KeyOf).ToFrozenSet();

    /// <summary>
    /// Whether a normalised nickname looks like one of them: equal except for invisible characters,
    /// white space, punctuation, symbols and marks.
    /// </summary>
    internal static bool IsLike(string key) =>
        Room.Contains(key) || Room.Contains(Nick.KeyOf(string.Concat(key.EnumerateRunes().Where(Tells))));

    private static bool Tells(Rune rune) => !InvisibleText.IsInvisible(rune) && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
