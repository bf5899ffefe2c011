namespace LanChat.Protocol;

/// <summary>
/// An event of a room. The server encodes it in each member's dialect; a rich client decodes it
/// with <see cref="Dialects.Native.RichFrame"/>. "Rich only" means that other dialects ignore it.
/// </summary>
public abstract record RoomEvent
{
    private protected RoomEvent()
    {
    }

    /// <summary>
    /// The request id (<see cref="ClientMessage.RequestId"/>) of the request this event replies to,
    /// or that sent this private message, in its sender's copy; null if there is none.
    /// </summary>
    public long? ReplyTo { get; init; }

    /// <summary>
    /// The requested nickname is taken and the room assigned another one. Line mode only;
    /// <see cref="Welcomed"/> tells rich clients.
    /// </summary>
    public sealed record NameTaken(string Wanted, string Given, PeerAddress Room, DateTime Time) : RoomEvent;

    /// <summary>
    /// Asks the client for a key proof, before any other request (code 14). Rich only.
    /// </summary>
    /// <param name="Room">The room name.</param>
    /// <param name="Nonce">A random value, never reused.</param>
    public sealed record Challenged(string Room, string Nonce) : RoomEvent;

    /// <summary>
    /// The recipient is not here but owns the nickname, so the private message became an offline
    /// message (code 15).
    /// </summary>
    public sealed record StoredForLater(string To, PeerAddress Room, DateTime Time) : RoomEvent;

    /// <summary>
    /// Confirms a request to its sender only (code 13). A message under a known client message id
    /// was published before and is not published again. Rich only.
    /// </summary>
    /// <param name="Ref">The client message id; null if the request had none.</param>
    /// <param name="Id">The message id; 0 if there is none, as for private messages.</param>
    public sealed record Acknowledged(string? Ref, long Id) : RoomEvent;

    /// <summary>The newest messages, oldest first (code 0).</summary>
    public sealed record HistoryShown(IReadOnlyList<ChatMessage> Messages) : RoomEvent
    {
        /// <summary>
        /// The messages for clients of the older systems; null if they are the same.
        /// </summary>
        public IReadOnlyList<ChatMessage>? Raw { get; init; }
    }

    /// <summary>A new message: from a member, or a system message (code 1).</summary>
    public sealed record Spoken(ChatMessage Message) : RoomEvent;

    /// <summary>
    /// A private message, for its sender and recipient only (code 1).
    /// </summary>
    public sealed record PrivateMessage(ChatMessage Message, Member To) : RoomEvent
    {
        /// <summary>
        /// The number of an offline message, to be acknowledged with
        /// <see cref="ClientMessage.Delivered"/>. Rich only.
        /// </summary>
        public long? Waited { get; init; }

        /// <summary>
        /// Grows with every private message of the server that is kept; 0: it is not kept, as one
        /// of them is a guest. Rich only, from version 2 on.
        /// </summary>
        public long Serial { get; init; }

        /// <summary>Its number among those of the two accounts, if it is kept.</summary>
        public long Number { get; init; }
    }


    /// <summary>Replies with the member list (code 2).</summary>
    public sealed record MembersListed(IReadOnlyList<Member> Members, PeerAddress Room, DateTime Time) : RoomEvent;

    /// <summary>Replies to a request for help; each dialect has its own text.</summary>
    /// <param name="Room">The room's own address.</param>
    /// <param name="Time">The local time of the server.</param>
    /// <param name="IsAboutRooms">Whether it is about rooms.</param>
    public sealed record HelpGiven(PeerAddress Room, DateTime Time, bool IsAboutRooms = false) : RoomEvent;

    /// <summary>The member has turned ignoring the room's messages on or off (code 7).</summary>
    public sealed record IgnoringChanged(bool IsIgnoring, PeerAddress Room, DateTime Time) : RoomEvent;

    /// <summary>
    /// A history gap: the server omits a number of messages between what the client has and what
    /// follows (code 12). Rich only.
    /// </summary>
    public sealed record Missed(long After, long Before, long Count) : RoomEvent;

    /// <summary>
    /// Replies with a history page, oldest first, and whether there are older and newer messages
    /// (code 16). Rich only.
    /// </summary>
    public sealed record HistoryPage(
        long Tag, IReadOnlyList<ChatMessage> Messages, bool HasOlder, bool HasNewer) : RoomEvent;

    /// <summary>Replies with search results, newest first (code 17). Rich only.</summary>
    /// <param name="Tag">The tag of the request.</param>
    /// <param name="Messages">The matches.</param>
    /// <param name="Next">
    /// The message id before which the search continues; null at the end of the history.
    /// </param>
    /// <param name="WasCut">
    /// Whether the search stopped at its effort limit, not at its maximum of results.
    /// </param>
    public sealed record Found(long Tag, IReadOnlyList<ChatMessage> Messages, long? Next, bool WasCut) : RoomEvent;

    /// <summary>
    /// Members who went away, came back, or left while they were away; in an entrance, all who are
    /// away (code 10). Also the reply to the member who asked. Rich only.
    /// </summary>
    public sealed record AwayShown(IReadOnlyList<Absence> Members) : RoomEvent;

    /// <summary>Confirms an away request in dialects that lack <see cref="AwayShown"/>.</summary>
    public sealed record AwayNoted(string Text, PeerAddress Room, DateTime Time) : RoomEvent;

    /// <summary>Replies with the member's new nickname (code 6).</summary>
    public sealed record NameChanged(Member You) : RoomEvent;

    /// <summary>The member list in an entrance, in the order the members came (code 2).</summary>
    public sealed record MembersShown(IReadOnlyList<Member> Members) : RoomEvent;

    /// <summary>
    /// The changes of the member list since the last such event. Rich clients receive only the
    /// changes (code 5), all others the whole list (code 2). Applying them is idempotent: a joined
    /// member may be in the client's list already, a left one may be missing from it.
    /// </summary>
    /// <param name="Members">
    /// The whole list after the change; empty in a decoded rich frame, which lacks it.
    /// </param>
    /// <param name="Joined">The members who joined.</param>
    /// <param name="Left">The members who left.</param>
    public sealed record MembersChanged(
        IReadOnlyList<Member> Members, IReadOnlyList<Member> Joined, IReadOnlyList<Member> Left) : RoomEvent;

    /// <summary>The room's notice (code 4); its line ends are <c>\r\n</c>.</summary>
    public sealed record NoticeShown(string Text) : RoomEvent;

    /// <summary>The default notice, which contains the room's address (code 4).</summary>
    public sealed record DefaultNoticeShown(PeerAddress Room) : RoomEvent;

    /// <summary>
    /// Asks for a <see cref="ClientMessage.Pong"/> of the same number (code 8). Rich only.
    /// </summary>
    public sealed record Pinged(long Number) : RoomEvent;

    /// <summary>
    /// Answers a <see cref="ClientMessage.Ping"/> of the same number (code 11). Rich only.
    /// </summary>
    public sealed record Ponged(long Number) : RoomEvent;

    /// <summary>
    /// The server refuses a request, or closes the connection (code 9). Native clients that are not
    /// rich receive the text as a message of the room (code 1); other dialects have their own form.
    /// </summary>
    /// <param name="Reason">The refusal.</param>
    /// <param name="Room">The room's own address.</param>
    /// <param name="Time">The local time of the server.</param>
    public sealed record Refused(Refusal Reason, PeerAddress Room, DateTime Time) : RoomEvent;

    /// <summary>The connection is in another room now. Not for rich clients.</summary>
    public sealed record RoomSwitched(string Name, PeerAddress Server, DateTime Time) : RoomEvent;

    /// <summary>The server's rooms (code 18), the lobby first.</summary>
    public sealed record RoomsListed(IReadOnlyList<RoomSummary> Rooms, PeerAddress Server, DateTime Time) : RoomEvent;

    /// <summary>
    /// What the client may do (code 19); told on entering and after changes. Rich only.
    /// </summary>
    /// <param name="Role">The client's role in the room.</param>
    /// <param name="May">The wire names of the actions the client may do.</param>
    public sealed record RoleShown(Role Role, IReadOnlyList<string> May) : RoomEvent
    {
        /// <summary>
        /// How long the member may change their messages; zero: not at all, or the server cannot.
        /// </summary>
        public TimeSpan Edits { get; init; }
    }

    /// <summary>
    /// The room's settings (code 20); told on entering and after changes. Rich only.
    /// </summary>
    public sealed record SettingsShown(RoomSettings Settings) : RoomEvent;

    /// <summary>Replies with an invitation to the room (code 24).</summary>
    /// <param name="Code">The invitation.</param>
    /// <param name="Room">The key of the room.</param>
    /// <param name="Uses">How many may enter by it.</param>
    /// <param name="Until">When it expires, local time of the server.</param>
    public sealed record InvitationGiven(string Code, string Room, int Uses, DateTime Until) : RoomEvent
    {
        /// <summary>The server's own address.</summary>
        public required PeerAddress Server { get; init; }

        /// <summary>The local time of the server.</summary>
        public DateTime Time { get; init; }
    }

    /// <summary>Those who wait to be admitted to the room (code 25), for moderators.</summary>
    public sealed record EntryRequestsShown(IReadOnlyList<Member> Waiting, PeerAddress Server, DateTime Time)
        : RoomEvent;

    /// <summary>A request was done. Rich clients get an acknowledgement instead.</summary>
    public sealed record Done(PeerAddress Server, DateTime Time) : RoomEvent;
}
