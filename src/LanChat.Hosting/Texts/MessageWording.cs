using LanChat.Protocol;

namespace LanChat.Texts;

/// <summary>Words a message in the user's language.</summary>
public static class MessageWording
{
    /// <summary>
    /// The text of a message, whatever it is about; what an older server worded is shown as it
    /// came.
    /// </summary>
    public static string TextOf(ChatMessage message) => message switch
    {
        { Text: "", System: { } what } => Of(what),
        { File: { } file } when message.Text == file.Name => Of(file),
        _ => message.Text,
    };

    /// <summary>
    /// That a file is shared, and where it is, if that is known as a whole address.
    /// </summary>
    private static string Of(ChatFile file) => AddressOf(file) is { } link
        ? RoomTexts.SharedAt(file.Name, file.Size, link)
        : RoomTexts.Shared(file.Name, file.Size);

    private static string Of(SystemMessage what) => what switch
    {
        SystemMessage.Joined joined => RoomTexts.CameIn(joined.Member.Nickname),
        SystemMessage.Left left => RoomTexts.Left(left.Member.Nickname),
        SystemMessage.Renamed renamed => RoomTexts.Renamed(renamed.Was, renamed.Member.Nickname),
        SystemMessage.StoreUnavailable => SystemTexts.StoreUnavailable,
        SystemMessage.StoreRecovered { Lost: 0 } => SystemTexts.StoreRecovered,
        SystemMessage.StoreRecovered recovered => SystemTexts.StoreRecoveredAfter(recovered.Lost),
        _ => "",
    };

    private static string? AddressOf(ChatFile file) => file switch
    {
        { Link: ['/', ..], Site: { Length: > 0 } site } => site + file.Link,
        { Link: ['/', ..] } => null,
        _ => file.Link,
    };
}
