using System.Diagnostics.CodeAnalysis;

namespace LanChat.Protocol;

/// <summary>
/// The name of a room: 1 to <see cref="LongestLength"/> UTF-16 code units, under the character
/// rules of <see cref="Nick"/>. The limit keeps an announcement within
/// <see cref="Announcement.LongestDatagram"/>.
/// </summary>
public readonly record struct RoomName
{
    /// <summary>The maximum length in UTF-16 code units.</summary>
    public const int LongestLength = 200;

    private readonly string? _text;

    private RoomName(string text) => _text = text;

    /// <summary>The room name as it was configured.</summary>
    public string Text => _text ?? "";

    /// <summary>The normalised form, by which room names are compared, as nicknames are.</summary>
    public string Key => Nick.KeyOf(Text);

    /// <summary>
    /// Whether the room name contains invisible characters. New rooms must not, but older ones may.
    /// </summary>
    public bool HasInvisible => InvisibleText.IsIn(Text);

    /// <summary>Validates a room name.</summary>
    public static bool TryCreate([NotNullWhen(true)] string? text, out RoomName name)
    {
        var good = text is { Length: > 0 and <= LongestLength } && NameText.LengthOf(text) is not null;
        name = good ? new RoomName(text!) : default;
        return good;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
