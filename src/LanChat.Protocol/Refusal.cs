namespace LanChat.Protocol;

/// <summary>
/// The reason for refusing a request: a code for programs and a sentence for people. PROTOCOL.md
/// lists all of them.
/// </summary>
/// <param name="Code">
/// A stable code, lower case with hyphens; the field <c>error</c> of a rich error frame.
/// </param>
/// <param name="Text">
/// One English sentence without internals. Older clients show it, so it never changes; LanChat's
/// own clients choose their text by the code.
/// </param>
/// <param name="Closes">Whether the server closes the connection.</param>
public sealed record Refusal(string Code, string Text, bool Closes = true)
{
    /// <summary>Whether both have the same code.</summary>
    public bool Is(Refusal other) => Code == other.Code;

    /// <summary>The nickname is missing.</summary>
    public static readonly Refusal NicknameEmpty = new("nickname-empty", "A nickname has at least one character.");

    /// <summary>The nickname is longer than allowed.</summary>
    public static readonly Refusal NicknameTooLong = new("nickname-too-long", "That nickname is too long.");

    /// <summary>The nickname contains characters that nicknames may not contain.</summary>
    public static readonly Refusal NicknameInvalid = new(
        "nickname-invalid",
        "A nickname holds no control characters, no direction overrides, nothing invisible "
        + "and no white space at its ends.");

    /// <summary>The room itself speaks by that nickname.</summary>
    public static readonly Refusal NicknameReserved = new("nickname-reserved", "The room itself speaks by that name.");

    /// <summary>The nickname is taken, and so are all numbered ones.</summary>
    public static readonly Refusal NicknameTaken = new("nickname-taken", "That nickname is taken.");

    /// <summary>The public key is not of the supported kind.</summary>
    public static readonly Refusal KeyInvalid = new("key-invalid", "That is not a public key this room takes.");

    /// <summary>The signature does not verify with the public key.</summary>
    public static readonly Refusal KeyUnproven = new("key-unproven", "It is not proven that you have that key.");

    /// <summary>
    /// The owner of the nickname entered again; this connection is the older one.
    /// </summary>
    public static readonly Refusal TakenOver = new("taken-over", "You came in by this name again, from elsewhere.");

    /// <summary>The account has its maximum of sessions in the room, or of devices.</summary>
    public static readonly Refusal TooManyDevices = new(
        "too-many-devices", "You are here on as many devices as you may be.");

    /// <summary>The device key does not belong to the account any more.</summary>
    public static readonly Refusal Unlinked = new("unlinked", "This device was taken off your account.");

    /// <summary>The account was deleted; the client does not come back by itself.</summary>
    public static readonly Refusal AccountDeleted = new("account-deleted", "Your account was deleted.");

    /// <summary>
    /// The device key belongs to another account now; the client comes back by itself.
    /// </summary>
    public static readonly Refusal AccountChanged = new(
        "account-changed", "This device belongs to another account now. Come in again.");

    /// <summary>The room has its maximum of members.</summary>
    public static readonly Refusal RoomFull = new("room-full", "The room is full.");

    /// <summary>The address has its maximum of connections.</summary>
    public static readonly Refusal TooManyConnections = new(
        "too-many-connections", "There are too many connections from your address.");

    /// <summary>A line, or a message without a line end, is longer than allowed.</summary>
    public static readonly Refusal LineTooLong = new("line-too-long", "That line is too long.");

    /// <summary>The bytes are neither UTF-8 nor GBK, or contain NUL.</summary>
    public static readonly Refusal NotText = new("not-text", "That is not text in UTF-8 or GBK.");

    /// <summary>
    /// The line is not a JSON object of the dialect, or a field has the wrong type.
    /// </summary>
    public static readonly Refusal Malformed = new("malformed", "That is not a JSON object of this protocol.");

    /// <summary>The server knows no request in the object; the connection stays open.</summary>
    public static readonly Refusal UnknownRequest = new(
        "unknown-request", "This server does not know that request.", Closes: false);

    /// <summary>The command does not exist; the connection stays open.</summary>
    public static readonly Refusal UnknownCommand = new(
        "unknown-command", "There is no such command; /help lists them all.", Closes: false);

    /// <summary>
    /// A command or a private message lacks its nickname or text; the connection stays open.
    /// </summary>
    public static readonly Refusal Incomplete = new(
        "incomplete", "Something is missing: a name, a text, or both.", Closes: false);

    /// <summary>The client must enter with a nickname first; the connection stays open.</summary>
    public static readonly Refusal NotEntered = new("not-entered", "Say who you are first.", Closes: false);

    /// <summary>The room has no member of that name; the connection stays open.</summary>
    public static readonly Refusal NobodyOfThatName = new(
        "nobody-of-that-name", "Nobody of that name is here.", Closes: false);

    /// <summary>
    /// The offline mailbox is full, for that nickname or for the room; the connection stays open.
    /// </summary>
    public static readonly Refusal WordsFull = new(
        "words-full", "No more words can wait for that name now.", Closes: false);

    /// <summary>
    /// The member ignores the room and so cannot post to it; the connection stays open.
    /// </summary>
    public static readonly Refusal Ignoring = new(
        "ignoring", "You have shut the group out, and can't speak to it until you let it in again.", Closes: false);

    /// <summary>The away text is longer than allowed; the connection stays open.</summary>
    public static readonly Refusal AwayTooLong = new(
        "away-too-long", "That is too long to stand beside your name while you are away.", Closes: false);

    /// <summary>
    /// The file name is a path, or nothing of it is left after cleaning; the connection stays open.
    /// </summary>
    public static readonly Refusal FileNameInvalid = new(
        "file-name-invalid",
        "A file's name is no path, has no control characters and nothing that nobody sees, and is not empty.",
        Closes: false);

    /// <summary>The file is larger than allowed; the connection stays open.</summary>
    public static readonly Refusal FileTooLarge = new("file-too-large", "That file is too large.", Closes: false);

    /// <summary>The room's file store is full; the connection stays open.</summary>
    public static readonly Refusal FilesFull = new(
        "files-full", "The room can keep no more files for now.", Closes: false);

    /// <summary>The search text is longer than allowed; the connection stays open.</summary>
    public static readonly Refusal SearchTooLong = new(
        "search-too-long", "That is too long to be looked for.", Closes: false);

    /// <summary>The history cannot be read at the moment; the connection stays open.</summary>
    public static readonly Refusal HistoryUnreadable = new(
        "history-unreadable", "The room can't read its history for now.", Closes: false);

    /// <summary>The server has no room of that name.</summary>
    public static readonly Refusal NoSuchRoom = new("no-such-room", "There is no room of that name.");

    /// <summary>Only members with a role enter the room.</summary>
    public static readonly Refusal EntryTrusted = new(
        "entry-trusted", "Only those whom its moderators trust enter that room.");

    /// <summary>Nobody but moderators enters the room.</summary>
    public static readonly Refusal EntryClosed = new("entry-closed", "That room is closed.");

    /// <summary>Only clients that prove a device key enter the room.</summary>
    public static readonly Refusal EntryNamed = new(
        "entry-named", "Only those whose program has a key enter that room.");

    /// <summary>The room's password is missing or wrong.</summary>
    public static readonly Refusal EntryPassword = new("entry-password", "That room has a password.");

    /// <summary>Somebody has to admit the client; its request is kept.</summary>
    public static readonly Refusal EntryAsked = new(
        "entry-asked", "A moderator of that room decides who enters. Your request is kept.");

    /// <summary>The invitation or code is wrong, used or expired.</summary>
    public static readonly Refusal CodeWrong = new(
        "code-wrong", "That code is wrong, used already, or no longer valid.", Closes: false);

    /// <summary>The room name is invalid; the connection stays open.</summary>
    public static readonly Refusal RoomNameInvalid = new(
        "room-name-invalid", "That is no name for a room.", Closes: false);

    /// <summary>A room has that name, or had it; the connection stays open.</summary>
    public static readonly Refusal RoomNameTaken = new(
        "room-name-taken", "There is a room of that name already.", Closes: false);

    /// <summary>There are as many rooms as allowed; the connection stays open.</summary>
    public static readonly Refusal RoomsFull = new(
        "rooms-full", "No more rooms can be opened.", Closes: false);

    /// <summary>The room was archived.</summary>
    public static readonly Refusal Archived = new("archived", "This room was archived.");

    /// <summary>No device key belongs to the nickname; the connection stays open.</summary>
    public static readonly Refusal NoKey = new(
        "no-key", "Nobody with a key has that nickname, so nothing can be kept for them.", Closes: false);

    /// <summary>
    /// The account has no device of that number, or no other one; the connection stays open.
    /// </summary>
    public static readonly Refusal NoSuchDevice = new(
        "no-such-device", "You have no device of that number that could be taken off.", Closes: false);

    /// <summary>The client's role does not allow the request; the connection stays open.</summary>
    public static readonly Refusal NotAllowed = new(
        "not-allowed", "You may not do that in this room.", Closes: false);

    /// <summary>No such setting, or no value for it; the connection stays open.</summary>
    public static readonly Refusal SettingInvalid = new(
        "setting-invalid", "There is no such setting, or it can't have that value.", Closes: false);

    /// <summary>Private messages are off in the room; the connection stays open.</summary>
    public static readonly Refusal PrivateOff = new(
        "private-off", "Private messages are off in this room.", Closes: false);

    /// <summary>The room has a pause between two messages; the connection stays open.</summary>
    public static readonly Refusal Slow = new(
        "slow", "Wait a moment: this room has a pause between two messages.", Closes: false);

    /// <summary>No message of that id can be changed; the connection stays open.</summary>
    public static readonly Refusal NoSuchMessage = new(
        "no-such-message", "There is no such message, or it can't be changed.", Closes: false);

    /// <summary>Somebody else sent the message; the connection stays open.</summary>
    public static readonly Refusal NotYours = new(
        "not-yours", "Somebody else sent that message.", Closes: false);

    /// <summary>The message is too old to be changed; the connection stays open.</summary>
    public static readonly Refusal TooLate = new(
        "too-late", "That message is too old to be changed.", Closes: false);

    /// <summary>The client speaks TLS; this port does not.</summary>
    public static readonly Refusal SpeaksTls = new("speaks-tls", "This port speaks LanChat without TLS.");

    /// <summary>The client speaks HTTP; this port does not.</summary>
    public static readonly Refusal SpeaksHttp = new(
        "speaks-http", "This port speaks LanChat, not HTTP: connect with a LanChat client or netcat.");

    /// <summary>No complete greeting came in time.</summary>
    public static readonly Refusal GreetingTimedOut = new("greeting-timed-out", "No nickname came in time.");

    /// <summary>A rich client sent nothing for too long, not even the reply to a ping.</summary>
    public static readonly Refusal Silent = new("silent", "Nothing was heard from you for too long.");

    /// <summary>The client reads too slowly; its outgoing queue overflowed.</summary>
    public static readonly Refusal TooSlow = new(
        "too-slow", "You read more slowly than the room talks: what waited for you was dropped.");

    /// <summary>The client stayed over its rate limit for too long.</summary>
    public static readonly Refusal Flooding = new("flooding", "You have said more than anybody may, for too long.");

    /// <summary>
    /// <see cref="Flooding"/> by wrong passwords or codes from the client's address.
    /// </summary>
    public static Refusal TooManyTries { get; } =
        Flooding with { Text = "Too many wrong tries. Wait a minute and try again." };

    /// <summary>The server is shutting down.</summary>
    public static readonly Refusal Closing = new("closing", "The room closes. Goodbye!");
}
