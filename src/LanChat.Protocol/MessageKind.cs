namespace LanChat.Protocol;

/// <summary>
/// What kind of line a <see cref="ChatMessage"/> is; the field <c>kind</c> of rich frames.
/// </summary>
public enum MessageKind
{
    /// <summary>Somebody said it; <c>said</c>.</summary>
    Said,

    /// <summary>Somebody does it, in the third person; <c>acted</c>.</summary>
    Acted,

    /// <summary>Somebody said it to one person only; <c>private</c>. Never in a history.</summary>
    Private,

    /// <summary>Somebody shared a file; <c>file</c>.</summary>
    File,

    /// <summary>The room says that somebody came; <c>joined</c>.</summary>
    Joined,

    /// <summary>The room says that somebody is gone; <c>left</c>.</summary>
    Left,

    /// <summary>The room says that somebody has another name now; <c>renamed</c>.</summary>
    Renamed,

    /// <summary>The room says something else; <c>room</c>.</summary>
    Room,
}
