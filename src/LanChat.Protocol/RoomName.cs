using System.Diagnostics.CodeAnalysis;

namespace LanChat.Protocol;

/// <summary>
/// What a room is called in the lists of all who are near: 1 to <see cref="LongestLength"/> UTF-16
/// units, of the characters a <see cref="Nick"/> may have. The bound keeps an announcement inside
/// <see cref="Announcement.LongestDatagram"/>.
/// </summary>
public readonly record struct RoomName
{
    /// <summary>The most UTF-16 units a room's name may have.</summary>
    public const int LongestLength = 200;

    private readonly string? _text;

    private RoomName(string text) => _text = text;

    /// <summary>The name as it was given.</summary>
    public string Text => _text ?? "";

    /// <summary>
    /// Whether something in it shows nothing: no new room is called so, but there may be one from
    /// before.
    /// </summary>
    public bool HasInvisible => InvisibleText.IsIn(Text);

    /// <summary>
    /// Takes <paramref name="text"/> for a room's name; false when it breaks a rule.
    /// </summary>
    public static bool TryCreate([NotNullWhen(true)] string? text, out RoomName name)
    {
        var good = text is { Length: > 0 and <= LongestLength } && NameText.LengthOf(text) is not null;
        name = good ? new RoomName(text!) : default;
        return good;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
