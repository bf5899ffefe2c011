namespace LanChat.Protocol;

/// <summary>
/// The client has entered (code 3 for rich clients; some dialects have their own text).
/// </summary>
/// <param name="Room">The room name.</param>
/// <param name="You">The nickname the room assigned, and the client's address.</param>
/// <param name="LongestLine">
/// The maximum length of a line to the server in bytes, without its line end.
/// </param>
/// <param name="RateLimit">The rate limit; null if there is none.</param>
/// <param name="AnswersPings">
/// Whether the server answers a <see cref="ClientMessage.Ping"/>; older ones do not.
/// </param>
public sealed record Welcomed(
    string Room, Member You, int LongestLine, RateLimit? RateLimit = null, bool AnswersPings = false) : RoomEvent
{
    /// <summary>The protocol version of this connection.</summary>
    public int Protocol { get; init; } = 1;

    /// <summary>Whether the server deduplicates by <see cref="ChatMessage.Ref"/>.</summary>
    public bool KnowsRefs { get; init; }

    /// <summary>
    /// The maximum number of messages on a history page; 0 if the server has no history pages.
    /// </summary>
    public int LongestPage { get; init; }

    /// <summary>Whether the nickname is registered to the client's device key.</summary>
    public bool IsYours { get; init; }

    /// <summary>
    /// The standard UTC offset of the room in minutes, without daylight saving; messages with
    /// another offset carry their own. Null from older servers.
    /// </summary>
    public int? Zone { get; init; }

    /// <summary>
    /// The requested nickname, if it was taken and the room assigned another one.
    /// </summary>
    public string? Taken { get; init; }

    /// <summary>
    /// The <see cref="LogId"/> of the history that message ids belong to; null from older
    /// servers.
    /// </summary>
    public string? Log { get; init; }

    /// <summary>Whether the server has rooms, and requests about them.</summary>
    public bool HasRooms { get; init; }

    /// <summary>
    /// Whether the client's device key belongs to an account, to which other devices can be
    /// linked.
    /// </summary>
    public bool HasAccount { get; init; }

    /// <summary>How to upload files; null if the server accepts none.</summary>
    public FileOffer? Files { get; init; }
}
