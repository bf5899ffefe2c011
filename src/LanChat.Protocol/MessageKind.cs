namespace LanChat.Protocol;

/// <summary>
/// The kind of a <see cref="ChatMessage"/>; the field <c>kind</c> of rich frames.
/// </summary>
public enum MessageKind
{
    /// <summary>A member said it; <c>said</c>.</summary>
    Said,

    /// <summary>An action, in the third person; <c>acted</c>.</summary>
    Acted,

    /// <summary>A private message, in no history; <c>private</c>.</summary>
    Private,

    /// <summary>A member shared a file; <c>file</c>.</summary>
    File,

    /// <summary>A member joined; <c>joined</c>.</summary>
    Joined,

    /// <summary>A member left; <c>left</c>.</summary>
    Left,

    /// <summary>A member was renamed; <c>renamed</c>.</summary>
    Renamed,

    /// <summary>Any other system message; <c>room</c>.</summary>
    Room,

    /// <summary>
    /// A member changed the text of <see cref="ChatMessage.Target"/>; <c>edited</c>.
    /// </summary>
    Edited,

    /// <summary>A member took <see cref="ChatMessage.Target"/> back; <c>recalled</c>.</summary>
    Recalled,
}
