namespace LanChat.Protocol;

/// <summary>
/// Why something a client sent was not done: a code for programs and a sentence for people.
/// PROTOCOL.md lists them all.
/// </summary>
/// <param name="Code">
/// Stable, lower case with hyphens; the field <c>error</c> of a rich error frame.
/// </param>
/// <param name="Text">One English sentence for the person, without anything internal.</param>
/// <param name="Closes">Whether the connection is closed after it.</param>
public sealed record Refusal(string Code, string Text, bool Closes = true)
{
    /// <summary>Whether it is for the same reason, closing or not.</summary>
    public bool Is(Refusal other) => Code == other.Code;

    /// <summary>No name was given.</summary>
    public static readonly Refusal NicknameEmpty = new("nickname-empty", "A nickname has at least one character.");

    /// <summary>The name is longer than allowed.</summary>
    public static readonly Refusal NicknameTooLong = new("nickname-too-long", "That nickname is too long.");

    /// <summary>The name holds what a name may not hold.</summary>
    public static readonly Refusal NicknameInvalid = new("nickname-invalid",
        "A nickname holds no control characters, no direction overrides, nothing invisible "
        + "and no white space at its ends.");

    /// <summary>The name is one the room speaks by.</summary>
    public static readonly Refusal NicknameReserved = new("nickname-reserved", "The room itself speaks by that name.");

    /// <summary>The name is taken, and so are those made from it.</summary>
    public static readonly Refusal NicknameTaken = new("nickname-taken", "That nickname is taken.");

    /// <summary>What was said to be a public key is none of the kind that is taken.</summary>
    public static readonly Refusal KeyInvalid = new("key-invalid", "That is not a public key this room takes.");

    /// <summary>Something else came than a signature by that key.</summary>
    public static readonly Refusal KeyUnproven = new("key-unproven", "It is not proven that you have that key.");

    /// <summary>The owner of the name came in anew.</summary>
    public static readonly Refusal TakenOver = new("taken-over", "You came in by this name again, from elsewhere.");

    /// <summary>The room has as many members as it may have.</summary>
    public static readonly Refusal RoomFull = new("room-full", "The room is full.");

    /// <summary>The address has as many connections as it may have.</summary>
    public static readonly Refusal TooManyConnections = new(
        "too-many-connections", "There are too many connections from your address.");

    /// <summary>A line, or a message without a line end, is longer than allowed.</summary>
    public static readonly Refusal LineTooLong = new("line-too-long", "That line is too long.");

    /// <summary>The bytes are text in neither UTF-8 nor GBK, or hold a NUL.</summary>
    public static readonly Refusal NotText = new("not-text", "That is not text in UTF-8 or GBK.");

    /// <summary>
    /// What should be one JSON object of the dialect is none, or one of its fields is not of its
    /// type.
    /// </summary>
    public static readonly Refusal Malformed = new("malformed", "That is not a JSON object of this protocol.");

    /// <summary>
    /// An object that asks for nothing the server knows; the connection stays open.
    /// </summary>
    public static readonly Refusal UnknownRequest = new(
        "unknown-request", "This server does not know that request.", Closes: false);

    /// <summary>A command nobody knows; the connection stays open.</summary>
    public static readonly Refusal UnknownCommand = new("unknown-command",
        "There is no such command; /help lists them all.", Closes: false);

    /// <summary>
    /// A command or a private word lacks what it needs; the connection stays open.
    /// </summary>
    public static readonly Refusal Incomplete = new(
        "incomplete", "Something is missing: a name, a text, or both.", Closes: false);

    /// <summary>
    /// The client must tell its name before it may do that; the connection stays open.
    /// </summary>
    public static readonly Refusal NotEntered = new("not-entered", "Say who you are first.", Closes: false);

    /// <summary>Nobody in the room has that name; the connection stays open.</summary>
    public static readonly Refusal NobodyOfThatName = new(
        "nobody-of-that-name", "Nobody of that name is here.", Closes: false);

    /// <summary>
    /// As much waits for that name, or for all, as may; the connection stays open.
    /// </summary>
    public static readonly Refusal WordsFull = new(
        "words-full", "No more words can wait for that name now.", Closes: false);

    /// <summary>Who has shut the group out can't speak to it; the connection stays open.</summary>
    public static readonly Refusal Ignoring = new("ignoring",
        "You have shut the group out, and can't speak to it until you let it in again.", Closes: false);

    /// <summary>
    /// The text for others while somebody is away is longer than allowed; the connection stays
    /// open.
    /// </summary>
    public static readonly Refusal AwayTooLong = new(
        "away-too-long", "That is too long to stand beside your name while you are away.", Closes: false);

    /// <summary>
    /// The file's name has a path in it, or nothing is left of it; the connection stays open.
    /// </summary>
    public static readonly Refusal FileNameInvalid = new("file-name-invalid",
        "A file's name is no path, has no control characters and nothing that nobody sees, and is not empty.",
        Closes: false);

    /// <summary>The file is larger than one may be; the connection stays open.</summary>
    public static readonly Refusal FileTooLarge = new("file-too-large", "That file is too large.", Closes: false);

    /// <summary>The room's store of files is full; the connection stays open.</summary>
    public static readonly Refusal FilesFull = new(
        "files-full", "The room can keep no more files for now.", Closes: false);

    /// <summary>What is looked for is longer than allowed; the connection stays open.</summary>
    public static readonly Refusal SearchTooLong = new(
        "search-too-long", "That is too long to be looked for.", Closes: false);

    /// <summary>The history can't be read for now; the connection stays open.</summary>
    public static readonly Refusal HistoryUnreadable = new(
        "history-unreadable", "The room can't read its history for now.", Closes: false);

    /// <summary>The client speaks TLS.</summary>
    public static readonly Refusal SpeaksTls = new("speaks-tls", "This port speaks LanChat without TLS.");

    /// <summary>The client speaks HTTP.</summary>
    public static readonly Refusal SpeaksHttp = new("speaks-http",
        "This port speaks LanChat, not HTTP: connect with a LanChat client or netcat.");

    /// <summary>No complete greeting came in time.</summary>
    public static readonly Refusal GreetingTimedOut = new("greeting-timed-out", "No nickname came in time.");

    /// <summary>
    /// Nothing came from a rich client for too long, not even the answer to a ping.
    /// </summary>
    public static readonly Refusal Silent = new("silent", "Nothing was heard from you for too long.");

    /// <summary>The client reads more slowly than the room talks.</summary>
    public static readonly Refusal TooSlow = new(
        "too-slow", "You read more slowly than the room talks: what waited for you was dropped.");

    /// <summary>The client says more than it may, and has done so for too long.</summary>
    public static readonly Refusal Flooding = new("flooding", "You have said more than anybody may, for too long.");

    /// <summary>The server is shutting down.</summary>
    public static readonly Refusal Closing = new("closing", "The room closes. Goodbye!");
}
