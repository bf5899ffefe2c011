using System.Diagnostics.CodeAnalysis;
using System.Text;
using LanChat.Protocol.Text;

namespace LanChat.Protocol;

/// <summary>
/// A name a person goes by in a room: 1 to <see cref="LongestLength"/> characters (Unicode code points), none of them a control,
/// a line separator, a bidirectional override or isolate, no white space at either end, and none of the names a room itself speaks by.
/// Two names are the same when their <see cref="Key"/>s are: case and compatibility forms (NFKC) make no difference.
/// </summary>
public readonly record struct Nick
{
    /// <summary>The most characters a name may have, in Unicode code points.</summary>
    public const int LongestLength = 100;

    private readonly string? _text;
    private readonly string? _key;

    private Nick(string text, string key) => (_text, _key) = (text, key);

    /// <summary>The name as it was given: it is shown like that and never normalised.</summary>
    public string Text => _text ?? "";

    /// <summary>What the name is compared by.</summary>
    public string Key => _key ?? "";

    /// <summary>Takes <paramref name="text"/> for a name, or says with <paramref name="refusal"/> why it can't be one.</summary>
    /// <param name="text">What the person asked to be called.</param>
    /// <param name="longest">The most characters allowed here, at most <see cref="LongestLength"/>.</param>
    /// <param name="nick">The name, when the answer is true.</param>
    /// <param name="refusal">Why not, when the answer is false.</param>
    public static bool TryCreate(string text, int longest, out Nick nick, [NotNullWhen(false)] out Refusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(text);
        nick = default;
        refusal = Flaw(text, Math.Min(longest, LongestLength));
        if (refusal is not null) return false;

        var key = KeyOf(text);
        if (SpokenBy.Room.Contains(key))
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

    /// <summary>The same person's next choice when this name is taken: <c>_2</c> appended; false when that would be too long.</summary>
    public bool TryNext(int longest, out Nick next) => TryCreate(Text + "_2", longest, out next, out _);

    /// <summary>Whether both are the same name, whether they can be names or not.</summary>
    public static bool AreSame(string one, string other) =>
        one == other || (NameText.IsWhole(one) && NameText.IsWhole(other) && KeyOf(one) == KeyOf(other));

    /// <summary>Whether both are names of the same person, by <see cref="Key"/>.</summary>
    public bool Equals(Nick other) => Key == other.Key;

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    internal static string KeyOf(string text) =>
        text.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Normalize(NormalizationForm.FormKC);

    private static Refusal? Flaw(string text, int longest) =>
        text.Length == 0 ? Refusal.NicknameEmpty
        : NameText.LengthOf(text) is not { } length ? Refusal.NicknameInvalid
        : length > longest ? Refusal.NicknameTooLong
        : null;
}
