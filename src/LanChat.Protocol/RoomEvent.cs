namespace LanChat.Protocol;

/// <summary>
/// What a room lets its members know: the server encodes it in each member's dialect, a rich client
/// gets it back from <see cref="Dialects.Native.RichFrame"/>.
/// </summary>
public abstract record RoomEvent
{
    private RoomEvent()
    {
    }

    /// <summary>
    /// The request this is the answer to (<see cref="ClientMessage.RequestId"/>); null: it is none,
    /// or had no id.
    /// </summary>
    public long? ReplyTo { get; init; }

    /// <summary>You are in (code 3, rich only; other dialects have words of their own).</summary>
    /// <param name="Room">The room's name.</param>
    /// <param name="You">The name the room gave you, and your address.</param>
    /// <param name="LongestLine">
    /// The most bytes a line to the server may have, without its line end.
    /// </param>
    /// <param name="Pace">How fast you may say things; null: there is no bound.</param>
    /// <param name="AnswersPings">
    /// Whether a <see cref="ClientMessage.Ping"/> is answered; older servers do not know it.
    /// </param>
    public sealed record Welcomed(
        string Room, Member You, int LongestLine, Pace? Pace = null, bool AnswersPings = false) : RoomEvent
    {
        /// <summary>The version of the protocol the server speaks with this client.</summary>
        public int Protocol { get; init; } = 1;

        /// <summary>
        /// Whether what is said again by the same <see cref="ChatMessage.Ref"/> is said only once.
        /// </summary>
        public bool KnowsRefs { get; init; }

        /// <summary>
        /// The most messages of a page of the history; 0 where it can't be asked for.
        /// </summary>
        public int LongestPage { get; init; }

        /// <summary>Whether the name belongs to the key you proved to have.</summary>
        public bool IsYours { get; init; }

        /// <summary>
        /// How many minutes the room's times are ahead of UTC, but for those that say otherwise;
        /// null: an older server does not say.
        /// </summary>
        public int? Zone { get; init; }

        /// <summary>
        /// The name you asked for, where it is taken, and you are called otherwise.
        /// </summary>
        public string? Taken { get; init; }

        /// <summary>
        /// Which history the numbers of messages belong to, see <see cref="LogId"/>; null: an older
        /// server does not say.
        /// </summary>
        public string? Log { get; init; }

        /// <summary>How you can upload files; null when you can't.</summary>
        public FileOffer? Files { get; init; }
    }

    /// <summary>
    /// The name you asked for is taken; rich clients are told with <see cref="Welcomed"/>, line
    /// mode by the room.
    /// </summary>
    public sealed record NameTaken(string Wanted, string Given, PeerAddress Room, DateTime Time) : RoomEvent;

    /// <summary>
    /// Sign this to prove that you have the key (code 14); nothing else is heard before. Rich only.
    /// </summary>
    /// <param name="Room">The room's name.</param>
    /// <param name="Nonce">Never used before.</param>
    public sealed record Challenged(string Room, string Nonce) : RoomEvent;

    /// <summary>
    /// Nobody of that name is here, but it belongs to somebody: what you said to them waits for
    /// them (code 15).
    /// </summary>
    public sealed record Waits(string To, PeerAddress Room, DateTime Time) : RoomEvent;

    /// <summary>
    /// What you asked for is done; what you call by this name is said: now, or it was before, and
    /// is not said again (code 13). Rich only, and only to who asked.
    /// </summary>
    /// <param name="Ref">What you call it; null where you did not say.</param>
    /// <param name="Id">The message it is; 0 where it is none, or a private one.</param>
    public sealed record Known(string? Ref, long Id) : RoomEvent;

    /// <summary>The last messages, oldest first (code 0).</summary>
    public sealed record HistoryShown(IReadOnlyList<ChatMessage> Messages) : RoomEvent
    {
        /// <summary>Those for clients of the older systems; null: the same.</summary>
        public IReadOnlyList<ChatMessage>? Raw { get; init; }
    }

    /// <summary>Something was said or happened (code 1).</summary>
    public sealed record Spoken(ChatMessage Message) : RoomEvent;

    /// <summary>
    /// Somebody said something to one person only; both of them get it, nobody else, and no history
    /// holds it (code 1).
    /// </summary>
    public sealed record Told(ChatMessage Message, Member To) : RoomEvent
    {
        /// <summary>
        /// The word's number, if it waited for its addressee; rich only. See
        /// <see cref="ClientMessage.Had"/>.
        /// </summary>
        public long? Waited { get; init; }
    }

    /// <summary>The answer to who is here (code 2).</summary>
    public sealed record MembersListed(IReadOnlyList<Member> Members, PeerAddress Room, DateTime Time) : RoomEvent;

    /// <summary>The answer to what can be said; each dialect has its own words.</summary>
    public sealed record HelpGiven(PeerAddress Room, DateTime Time) : RoomEvent;

    /// <summary>You shut the group out, or let it in again (code 7).</summary>
    public sealed record IgnoringChanged(bool IsIgnoring, PeerAddress Room, DateTime Time) : RoomEvent;

    /// <summary>
    /// So many messages came after the one that the client has, and are not shown; the first that
    /// is comes next (code 12). Rich only.
    /// </summary>
    public sealed record Missed(long After, long Before, long Count) : RoomEvent;

    /// <summary>
    /// The part of the talk that was asked for, oldest first, and whether there is anything before
    /// and after it (code 16). Rich only.
    /// </summary>
    public sealed record PageShown(
        long Tag, IReadOnlyList<ChatMessage> Messages, bool HasOlder, bool HasNewer) : RoomEvent;

    /// <summary>What was found, newest first (code 17). Rich only.</summary>
    /// <param name="Tag">The tag of the question.</param>
    /// <param name="Messages">What was found.</param>
    /// <param name="Next">
    /// To go on, ask for what is before this message; null: there is no more.
    /// </param>
    /// <param name="WasCut">
    /// Whether the search ended there because it had looked at enough, not because it had found
    /// enough.
    /// </param>
    public sealed record Found(long Tag, IReadOnlyList<ChatMessage> Messages, long? Next, bool WasCut) : RoomEvent;

    /// <summary>
    /// Who went away, came back, or left while they were away (code 10); on entering, all who are
    /// away. Rich only: it answers who asked, too.
    /// </summary>
    public sealed record AwayShown(IReadOnlyList<Absence> Members) : RoomEvent;

    /// <summary>
    /// You are away, or back again: the answer in dialects that are told nothing of who is away.
    /// </summary>
    public sealed record AwayNoted(string Text, PeerAddress Room, DateTime Time) : RoomEvent;

    /// <summary>You have another name now (code 6).</summary>
    public sealed record NameChanged(Member You) : RoomEvent;

    /// <summary>
    /// Everybody who is in the room, in the order they came, for somebody who enters (code 2).
    /// </summary>
    public sealed record MembersShown(IReadOnlyList<Member> Members) : RoomEvent;

    /// <summary>
    /// Who came and who left since the room last said so. Rich clients get just this (code 5); all
    /// others the whole list (code 2). Take it as a set: who joined may be known already, who left
    /// may not.
    /// </summary>
    /// <param name="Members">
    /// Everybody, after the change; empty for the reader of a rich frame, which does not carry it.
    /// </param>
    /// <param name="Joined">Who came.</param>
    /// <param name="Left">Who left.</param>
    public sealed record MembersChanged(
        IReadOnlyList<Member> Members, IReadOnlyList<Member> Joined, IReadOnlyList<Member> Left) : RoomEvent;

    /// <summary>The room's notice (code 4); line breaks in it are <c>\r\n</c>.</summary>
    public sealed record NoticeShown(string Text) : RoomEvent;

    /// <summary>
    /// The notice of a room that has none of its own: it names the room's address (code 4).
    /// </summary>
    public sealed record DefaultNoticeShown(PeerAddress Room) : RoomEvent;

    /// <summary>
    /// Are you there? Answered with a <see cref="ClientMessage.Pong"/> of the same number. Rich
    /// only (code 8).
    /// </summary>
    public sealed record Pinged(long Number) : RoomEvent;

    /// <summary>
    /// I am here: the answer to a <see cref="ClientMessage.Ping"/>. Rich only (code 11).
    /// </summary>
    public sealed record Ponged(long Number) : RoomEvent;

    /// <summary>
    /// What you sent was not done, or the connection ends (code 9); native clients that are not
    /// rich are told by the room as in code 1, those of other dialects in their own words.
    /// </summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Room">The room's own address.</param>
    /// <param name="Time">When, local time of the server.</param>
    public sealed record Refused(Refusal Reason, PeerAddress Room, DateTime Time) : RoomEvent;
}
