using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace LanChat.Protocol;

/// <summary>
/// A name a person goes by in a room: 1 to <see cref="LongestLength"/> characters (Unicode code
/// points), none of them a control, a line separator, a bidirectional override or isolate, nor one
/// that shows nothing, no white space at either end, and none of the names a room itself speaks by.
/// Two names are the same when their <see cref="Key"/>s are: case and compatibility forms (NFKC)
/// make no difference.
/// </summary>
public readonly record struct Nick
{
    /// <summary>The most characters a name may have, in Unicode code points.</summary>
    public const int LongestLength = 100;

    /// <summary>The highest number a name that is taken is followed by.</summary>
    public const int MostOfOneName = 999;

    private readonly string? _text;
    private readonly string? _key;

    private Nick(string text, string key) => (_text, _key) = (text, key);

    /// <summary>The name as it was given: it is shown like that and never normalised.</summary>
    public string Text => _text ?? "";

    /// <summary>What the name is compared by.</summary>
    public string Key => _key ?? "";

    /// <summary>
    /// Takes <paramref name="text"/> for a name, or says with <paramref name="refusal"/> why it
    /// can't be one.
    /// </summary>
    /// <param name="text">What the person asked to be called.</param>
    /// <param name="longest">
    /// The most characters allowed here, at most <see cref="LongestLength"/>.
    /// </param>
    /// <param name="nick">The name, when the answer is true.</param>
    /// <param name="refusal">Why not, when the answer is false.</param>
    public static bool TryCreate(string text, int longest, out Nick nick, [NotNullWhen(false)] out Refusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(text);
        nick = default;
        refusal = Flaw(text, Math.Min(longest, LongestLength))
            ?? (InvisibleText.IsIn(text) ? Refusal.NicknameInvalid : null);
        if (refusal is not null) return false;

        var key = KeyOf(text);
        if (SpokenBy.IsLike(key))
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
    /// Takes <paramref name="text"/> for a name that somebody may have already: servers of version
    /// 1 let in some that are refused today, and who has one keeps it.
    /// </summary>
    public static bool TryRecall(string text, out Nick nick)
    {
        ArgumentNullException.ThrowIfNull(text);
        nick = default;
        if (Flaw(text, LongestLength) is not null) return false;
        nick = new Nick(text, KeyOf(text));
        return nick.Key is not (SpokenBy.System or SpokenBy.Server);
    }

    /// <summary>
    /// The same person's next choice when this name is taken: <c>_2</c> appended, and after that
    /// <c>_3</c>, <c>_4</c> and so on; false when that would be too long or there are too many.
    /// </summary>
    public bool TryNext(int longest, out Nick next)
    {
        var (name, number) = Numbered(); // first: the next one may be put where this one is
        next = default;
        return number < MostOfOneName
            && TryRecall(string.Create(CultureInfo.InvariantCulture, $"{name}_{number + 1}"), longest, out next);
    }

    /// <summary>
    /// The same as the colon dialect's clients expect it: <c>_2</c> appended to whatever it is.
    /// </summary>
    public bool TryNextOfOld(int longest, out Nick next) => TryRecall(Text + "_2", longest, out next);

    /// <summary>Whether both are the same name, whether they can be names or not.</summary>
    public static bool AreSame(string one, string other) =>
        one == other || (NameText.IsWhole(one) && NameText.IsWhole(other) && KeyOf(one) == KeyOf(other));

    /// <summary>Whether both are names of the same person, by <see cref="Key"/>.</summary>
    public bool Equals(Nick other) => Key == other.Key;

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>
    /// What a text without half characters is compared by where it names somebody.
    /// </summary>
    public static string KeyOf(string text) =>
        text.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Normalize(NormalizationForm.FormKC);

    // What was made of a name that is taken is that name and a number from 2 on.
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
