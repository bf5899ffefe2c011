namespace LanChat.Protocol;

/// <summary>One message of the room, from a member or from the room itself.</summary>
/// <param name="Id">
/// The message id: grows by one in a history. 0 if the message is in no history.
/// </param>
/// <param name="Kind">The kind of message.</param>
/// <param name="Nickname">
/// The sender's nickname; <see cref="RoomSpeakers.System"/> for the room.
/// </param>
/// <param name="From">
/// The sender's address as the server sees it; the server's own for the room.
/// </param>
/// <param name="Text">
/// The text as sent: never normalised, any character but NUL. The name of a file; empty if
/// <see cref="System"/> holds everything.
/// </param>
/// <param name="Time">
/// When the room received the message: local time of the server, shown to the second. As a
/// <see cref="DateTimeKind.Local"/> time it distinguishes the two passes of an hour that daylight
/// saving repeats.
/// </param>
public sealed record ChatMessage(
    long Id, MessageKind Kind, string Nickname, PeerAddress From, string Text, DateTime Time)
{
    /// <summary>
    /// The fields of a system message; null for members' messages, and for system messages of which
    /// only the text is known.
    /// </summary>
    public SystemMessage? System { get; init; }

    /// <summary>The file, if the message shares one.</summary>
    public ChatFile? File { get; init; }

    /// <summary>
    /// The UTC offset of <see cref="Time"/> in minutes, if read from the wire; null means
    /// <see cref="Welcomed.Zone"/>.
    /// </summary>
    public int? Zone { get; init; }

    /// <summary>The message that this one changes; null: none, it is no change.</summary>
    public long? Target { get; init; }

    /// <summary>
    /// The last change of the text, which the message shows already; 0: none. An older change has
    /// no effect any more.
    /// </summary>
    public long Edited { get; init; }

    /// <summary>Whether it was taken back: text and file are gone for good.</summary>
    public bool IsGone { get; init; }

    /// <summary>The message that this one replies to.</summary>
    public long? Re { get; init; }

    /// <summary>The beginning of <see cref="Re"/>; null if it is not at hand, or gone.</summary>
    public Quote? Quote { get; init; }

    /// <summary>The sender's account, which nobody is told; null: a guest's.</summary>
    public string? Account { get; init; }

    /// <summary>The client message id, if the sender gave one; nobody else is told.</summary>
    public string? Ref { get; init; }

    /// <summary>Creates a system message, which has no message id yet.</summary>
    public static ChatMessage Of(SystemMessage what, PeerAddress room, DateTime time)
    {
        ArgumentNullException.ThrowIfNull(what);
        return new ChatMessage(0, what.Kind, RoomSpeakers.System, room, "", time) { System = what };
    }

    /// <summary>Whether it changes another message.</summary>
    public bool IsChange => Target is not null;

    /// <summary>
    /// The message as it is after a change of it: in any order, the same changes give the same
    /// message.
    /// </summary>
    public ChatMessage After(ChatMessage change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.Kind switch
        {
            _ when IsGone => this,
            MessageKind.Recalled => this with { Text = "", File = null, Edited = 0, IsGone = true },
            MessageKind.Edited when change.Id > Edited => this with { Text = change.Text, Edited = change.Id },
            _ => this,
        };
    }

    /// <summary>
    /// Whether a member said it to everyone: neither a private nor a system message.
    /// </summary>
    public bool IsTalk => Kind is MessageKind.Said or MessageKind.Acted or MessageKind.File;
}
