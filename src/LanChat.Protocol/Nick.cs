using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace LanChat.Protocol;

/// <summary>
/// A member's nickname: 1 to <see cref="LongestLength"/> code points, without controls, line
/// separators, bidirectional overrides or isolates, invisible characters or white space at the
/// ends, and not a name the room speaks by. Compared by <see cref="Key"/>, so case and
/// compatibility forms (NFKC) are ignored.
/// </summary>
public readonly record struct Nick
{
    /// <summary>The maximum length in code points.</summary>
    public const int LongestLength = 100;

    /// <summary>The highest number appended to a nickname that is taken.</summary>
    public const int MostOfOneName = 999;

    private readonly string? _text;
    private readonly string? _key;

    private Nick(string text, string key) => (_text, _key) = (text, key);

    /// <summary>The nickname as it was requested; never normalised.</summary>
    public string Text => _text ?? "";

    /// <summary>The normalised form, by which nicknames are compared.</summary>
    public string Key => _key ?? "";

    /// <summary>Validates a nickname.</summary>
    /// <param name="text">The requested nickname.</param>
    /// <param name="longest">
    /// The maximum length in code points, at most <see cref="LongestLength"/>.
    /// </param>
    /// <param name="nick">The nickname if valid.</param>
    /// <param name="refusal">The refusal if invalid.</param>
    public static bool TryCreate(string text, int longest, out Nick nick, [NotNullWhen(false)] out Refusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(text);
        nick = default;
        refusal = Flaw(text, Math.Min(longest, LongestLength))
            ?? (InvisibleText.IsIn(text) ? Refusal.NicknameInvalid : null);
        if (refusal is not null) return false;

        var key = KeyOf(text);
        if (RoomSpeakers.IsLike(key))
        {
            refusal = Refusal.NicknameReserved;
            return false;
        }

        nick = new Nick(text, key);
        return true;
    }

    /// <inheritdoc cref="TryCreate(string, int, out Nick, out Refusal?)"/>
    public static bool TryCreate(string text, out Nick nick, [NotNullWhen(false)] out Refusal? refusal) =>
        TryCreate(text, LongestLength, out nick, out refusal);

    /// <summary>
    /// Parses a nickname that may be older than today's rules. Servers of version 1 accepted some
    /// nicknames that <see cref="TryCreate(string, int, out Nick, out Refusal?)"/> refuses; their
    /// owners keep them.
    /// </summary>
    public static bool TryRecall(string text, out Nick nick)
    {
        ArgumentNullException.ThrowIfNull(text);
        nick = default;
        if (Flaw(text, LongestLength) is not null) return false;
        nick = new Nick(text, KeyOf(text));
        return nick.Key is not (RoomSpeakers.System or RoomSpeakers.Server);
    }

    /// <summary>
    /// Returns the next nickname to try if this one is taken: appends <c>_2</c>, then <c>_3</c> and
    /// so on. Returns false beyond the maximum length or <see cref="MostOfOneName"/>.
    /// </summary>
    public bool TryNext(int longest, out Nick next)
    {
        var (name, number) = Numbered(); // read first: next may alias this
        next = default;
        return number < MostOfOneName
            && TryRecall(string.Create(CultureInfo.InvariantCulture, $"{name}_{number + 1}"), longest, out next);
    }

    /// <summary>Appends <c>_2</c> each time, as clients of the colon dialect expect.</summary>
    public bool TryNextOfOld(int longest, out Nick next) => TryRecall(Text + "_2", longest, out next);

    /// <summary>Whether two texts are the same nickname; neither needs to be valid.</summary>
    public static bool AreSame(string one, string other) =>
        one == other || (NameText.IsWhole(one) && NameText.IsWhole(other) && KeyOf(one) == KeyOf(other));

    /// <summary>Compares by <see cref="Key"/>.</summary>
    public bool Equals(Nick other) => Key == other.Key;

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Returns the normalised form of a text without lone surrogates.</summary>
    public static string KeyOf(string text) =>
        text.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Normalize(NormalizationForm.FormKC);

    // Splits a numbered nickname, such as "Li_2", into nickname and number; the number is 1 if
    // there is none.
    private (string Name, int Number) Numbered()
    {
        var end = Text.LastIndexOf('_');
        var digits = end > 0 ? Text.AsSpan(end + 1) : [];
        return digits is [>= '1' and <= '9', ..] and { Length: <= 3 } && digits.IndexOfAnyExceptInRange('0', '9') < 0
            && int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) is > 1 and var number
            ? (Text[..end], number)
            : (Text, 1);
    }

    private static bool TryRecall(string text, int longest, out Nick nick) =>
        TryRecall(text, out nick) && Flaw(text, longest) is null;

    private static Refusal? Flaw(string text, int longest) =>
        text.Length == 0 ? Refusal.NicknameEmpty
        : NameText.LengthOf(text) is not { } length ? Refusal.NicknameInvalid
        : length > longest ? Refusal.NicknameTooLong
        : null;
}
