namespace LanChat.Protocol;

/// <summary>One line of the room's talk, said by somebody or by the room itself.</summary>
/// <param name="Id">
/// Grows by one from message to message in a room; unique as long as the room remembers. 0 for what
/// is no part of the talk.
/// </param>
/// <param name="Kind">What kind of line it is.</param>
/// <param name="Nickname">Who said it; <see cref="SpokenBy.System"/> for the room.</param>
/// <param name="From">
/// The speaker's address as the server sees it; the server's own for the room.
/// </param>
/// <param name="Text">
/// What was said, as it was said: never normalised, may hold any character but NUL. Of a file its
/// name; empty where <see cref="System"/> says all.
/// </param>
/// <param name="Time">
/// When the room took it in, local time of the server, shown to the second. As a
/// <see cref="DateTimeKind.Local"/> time it knows, in an hour that comes twice, which of the two it
/// is.
/// </param>
public sealed record ChatMessage(
    long Id, MessageKind Kind, string Nickname, PeerAddress From, string Text, DateTime Time)
{
    /// <summary>
    /// What the room says; null when somebody else speaks, or when only a text of it is known.
    /// </summary>
    public SystemMessage? System { get; init; }

    /// <summary>The file, when it is one.</summary>
    public ChatFile? File { get; init; }

    /// <summary>
    /// How many minutes the time was ahead of UTC then, for who read it from the wire; null: as
    /// many as <see cref="RoomEvent.Welcomed.Zone"/>.
    /// </summary>
    public int? Zone { get; init; }

    /// <summary>What its speaker calls it, if they do; nobody else is told.</summary>
    public string? Ref { get; init; }

    /// <summary>A message of the room itself, which has no number yet.</summary>
    public static ChatMessage Of(SystemMessage what, PeerAddress room, DateTime time)
    {
        ArgumentNullException.ThrowIfNull(what);
        return new ChatMessage(0, what.Kind, SpokenBy.System, room, "", time) { System = what };
    }

    /// <summary>
    /// Whether somebody said it to everyone: neither private, nor who came and went.
    /// </summary>
    public bool IsTalk => Kind is MessageKind.Said or MessageKind.Acted or MessageKind.File;
}
