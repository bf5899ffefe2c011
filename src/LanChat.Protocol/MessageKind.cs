namespace LanChat.Protocol;

/// <summary>What kind of line a <see cref="ChatMessage"/> is; the field <c>kind</c> of rich frames.</summary>
public enum MessageKind
{
    /// <summary>Somebody said it; <c>said</c>.</summary>
    Said,

    /// <summary>The room says that somebody came; <c>joined</c>.</summary>
    Joined,

    /// <summary>The room says that somebody is gone; <c>left</c>.</summary>
    Left,

    /// <summary>The room says something else; <c>room</c>.</summary>
    Room,
}
