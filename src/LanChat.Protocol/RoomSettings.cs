using System.Diagnostics.CodeAnalysis;

namespace LanChat.Protocol;

/// <summary>
/// The settings of a room that its owners may change. On the wire, in commands and on the disk each
/// is a name and a text.
/// </summary>
public sealed record RoomSettings
{
    /// <summary>The maximum length of a topic, in code points.</summary>
    public const int MaxTopic = 200;

    /// <summary>The maximum length of a notice, in code points.</summary>
    public const int MaxNotice = 4000;

    private const string PasswordName = "password";

    /// <summary>The longest pause between two messages of one member.</summary>
    public static readonly TimeSpan MaxSlow = TimeSpan.FromHours(1);

    /// <summary>The longest time in which a message may be changed.</summary>
    public static readonly TimeSpan MaxEdit = TimeSpan.FromDays(1);

    /// <summary>The longest retention that a room can set.</summary>
    public static readonly TimeSpan MaxKeepAge = TimeSpan.FromDays(36_500);

    private static readonly Setting[] All =
    [
        new("listed", room => room.IsListed ? "yes" : "no", (room, text) => text switch
        {
            "yes" => room with { IsListed = true },
            "no" => room with { IsListed = false },
            _ => null,
        }),
        new("entry", room => NameOf(room.Entry),
            (room, text) => Parse<EntryPolicy>(text) is { } entry ? room with { Entry = entry } : null),
        new("speak", room => NameOf(room.Speak),
            (room, text) => Parse<SpeakPolicy>(text) is { } speak ? room with { Speak = speak } : null),
        new("private", room => NameOf(room.Private),
            (room, text) => Parse<PrivatePolicy>(text) is { } allowed ? room with { Private = allowed } : null),
        new("history", room => NameOf(room.History),
            (room, text) => Parse<HistoryPolicy>(text) is { } history ? room with { History = history } : null),
        new("port", room => room.HasPort ? "on" : "off", (room, text) => text switch
        {
            "on" => room with { HasPort = true },
            "off" => room with { HasPort = false },
            _ => null,
        }),
        new("slow", room => SettingText.Of(room.Slow),
            (room, text) => SettingText.Period(text, MaxSlow) is { } slow ? room with { Slow = slow } : null),
        new("edit", room => SettingText.Of(room.Edit),
            (room, text) => SettingText.Period(text, MaxEdit) is { } edit ? room with { Edit = edit } : null),
        new("keep-age", room => SettingText.Of(room.KeepAge),
            (room, text) => SettingText.Period(text, MaxKeepAge) is { } age ? room with { KeepAge = age } : null),
        new("keep-size", room => SettingText.Of(room.KeepSize),
            (room, text) => SettingText.Size(text) is { } size ? room with { KeepSize = size } : null),
        new("topic", room => room.Topic, (room, text) => IsTopic(text) ? room with { Topic = text } : null),
        new("notice", room => room.Notice, (room, text) =>
            text.Length <= MaxNotice && !text.Contains('\0', StringComparison.Ordinal)
                ? room with { Notice = text }
                : null),
    ];

    /// <summary>
    /// Whether the room stands in lists of rooms. Who knows its name may enter any room.
    /// </summary>
    public bool IsListed { get; init; } = true;

    /// <summary>Who may enter.</summary>
    public EntryPolicy Entry { get; init; }

    /// <summary>Who may send messages to everyone.</summary>
    public SpeakPolicy Speak { get; init; }

    /// <summary>Who may send private messages.</summary>
    public PrivatePolicy Private { get; init; }

    /// <summary>Which messages of the past a newcomer may read.</summary>
    public HistoryPolicy History { get; init; }

    /// <summary>
    /// Whether the room has a port of its own, by which clients enter it that know no rooms.
    /// </summary>
    public bool HasPort { get; init; }

    /// <summary>The pause between two messages of one member.</summary>
    public TimeSpan Slow { get; init; }

    /// <summary>
    /// How long one may change and take back what one has said; zero: not at all.
    /// </summary>
    public TimeSpan Edit { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Retention of messages, if it is shorter than the server's; zero: the server's.
    /// </summary>
    public TimeSpan KeepAge { get; init; }

    /// <summary>
    /// Maximum bytes of all messages, if it is less than the server's; zero: the server's.
    /// </summary>
    public long KeepSize { get; init; }

    /// <summary>What the room is about, in one line.</summary>
    public string Topic { get; init; } = "";

    /// <summary>The notice; empty: the server's default.</summary>
    public string Notice { get; init; } = "";

    /// <summary>Proves the room's password; null: none was set. Never sent to clients.</summary>
    public RoomPassword? Password { get; init; }

    /// <summary>All settings by name, as texts; not the password.</summary>
    public IEnumerable<KeyValuePair<string, string>> Texts =>
        All.Select(setting => KeyValuePair.Create(setting.Name, setting.Read(this)));

    /// <summary>The wire name of a value.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>
    /// Changes settings; returns false if there is no such setting, or a value is invalid.
    /// </summary>
    public bool TryWith(
        IEnumerable<KeyValuePair<string, string>> changes, [NotNullWhen(true)] out RoomSettings? changed)
    {
        ArgumentNullException.ThrowIfNull(changes);
        changed = this;
        foreach (var (name, text) in changes)
        {
            changed = name == PasswordName
                ? WithPassword(changed, text)
                : Array.Find(All, setting => setting.Name == name)?.With(changed, text);
            if (changed is null) return false;
        }

        // Nobody could enter.
        if (changed is { Entry: EntryPolicy.Password, Password: null }) changed = null;
        return changed is not null;
    }

    private static RoomSettings? WithPassword(RoomSettings room, string text) =>
        text.Length > RoomPassword.MaxLength ? null
        : room with { Password = text.Length == 0 ? null : RoomPassword.Of(text) };

    private static T? Parse<T>(string text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (NameOf(value) == text) return value;
        }

        return null;
    }

    private static bool IsTopic(string text) =>
        text.Length == 0 || (NameText.LengthOf(text) is { } length && length <= MaxTopic);

    /// <summary>A setting: how its text is read and written.</summary>
    private sealed record Setting(
        string Name, Func<RoomSettings, string> Read, Func<RoomSettings, string, RoomSettings?> With);
}
