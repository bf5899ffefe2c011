using System.Text;
using LanChat.Protocol.Text;

namespace LanChat.Protocol;

/// <summary>A request of a client, in any dialect.</summary>
public abstract record ClientMessage
{
    private protected ClientMessage()
    {
    }

    /// <summary>
    /// The request id, which the reply repeats (<see cref="RoomEvent.ReplyTo"/>); from version 2
    /// on.
    /// </summary>
    public long? RequestId { get; init; }

    /// <summary>A request that the room answers with the next batch.</summary>
    public abstract record RoomRequest : ClientMessage
    {
        private protected RoomRequest()
        {
        }
    }

    /// <summary>
    /// A request about the server: its rooms, and the client's account. The room manager answers.
    /// </summary>
    public abstract record ServerRequest : RoomRequest
    {
        private protected ServerRequest()
        {
        }
    }

    /// <summary>Proves the device key: the reply to <see cref="RoomEvent.Challenged"/>.</summary>
    /// <param name="Signature">The signature of <see cref="DeviceKey.Proved"/> in base64.</param>
    public sealed record Prove(string Signature) : ClientMessage;

    /// <summary>
    /// Acknowledges that the client has shown its offline messages up to this number. Has no reply.
    /// </summary>
    public sealed record Delivered(long Number) : ClientMessage;

    /// <summary>Sends a message to everyone.</summary>
    public sealed record Say(string Text) : RoomRequest
    {
        /// <inheritdoc cref="ChatMessage.Ref"/>
        public string? Ref { get; init; }

        /// <inheritdoc cref="ChatMessage.Re"/>
        public long? Re { get; init; }
    }

    /// <summary>Sends an action, a message in the third person, to everyone.</summary>
    public sealed record Act(string Text) : RoomRequest
    {
        /// <inheritdoc cref="ChatMessage.Ref"/>
        public string? Ref { get; init; }

        /// <inheritdoc cref="ChatMessage.Re"/>
        public long? Re { get; init; }
    }

    /// <summary>Sends a private message to one member.</summary>
    public sealed record Tell(string To, string Text) : RoomRequest
    {
        /// <inheritdoc cref="ChatMessage.Ref"/>
        public string? Ref { get; init; }
    }

    /// <summary>
    /// A request about one message of the room, by its id; 0: the last one of the member.
    /// </summary>
    public abstract record MessageRequest(long MessageId) : RoomRequest
    {
        /// <inheritdoc cref="ChatMessage.Ref"/>
        public string? Ref { get; init; }
    }

    /// <summary>Changes the text of a message that the member sent.</summary>
    public sealed record Edit(long MessageId, string Text) : MessageRequest(MessageId);

    /// <summary>
    /// Replaces the first occurrence of a text in the member's last message; for people who type.
    /// </summary>
    public sealed record Correct(string Wrong, string Right) : MessageRequest(0)
    {
        /// <summary>The corrected text; empty if it does not contain the wrong one.</summary>
        public string In(string text)
        {
            ArgumentNullException.ThrowIfNull(text);
            var at = text.IndexOf(Wrong, StringComparison.Ordinal);
            return at < 0 ? "" : text[..at] + Right + text[(at + Wrong.Length)..];
        }
    }

    /// <summary>Takes a message back that the member sent.</summary>
    public sealed record Recall(long MessageId) : MessageRequest(MessageId);

    /// <summary>Asks for the member list.</summary>
    public sealed record List : RoomRequest;

    /// <summary>Asks for help on commands, or on those about rooms.</summary>
    public sealed record Help(bool IsAboutRooms = false) : ClientMessage;

    /// <summary>Turns ignoring the room's messages on or off.</summary>
    public sealed record Ignore : RoomRequest;

    /// <summary>Changes the member's nickname.</summary>
    public sealed record Rename(string Nickname) : RoomRequest;

    /// <summary>Sets the away text; an empty text ends being away.</summary>
    public sealed record Away(string Text) : RoomRequest;

    /// <summary>
    /// Shares a text file with one member, or with everyone if <paramref name="To"/> is null. The
    /// name is not cleaned yet.
    /// </summary>
    public sealed record Share(string Name, string Text, string? To) : RoomRequest;

    /// <summary>
    /// Asks for a history page: the messages between <paramref name="After"/> and
    /// <paramref name="Before"/> if both are set, the newest if none is.
    /// </summary>
    /// <param name="Tag">The reply repeats it.</param>
    /// <param name="Before">The page ends before this message.</param>
    /// <param name="After">The page begins after this message.</param>
    /// <param name="Around">The page surrounds this message.</param>
    /// <param name="Limit">The maximum number of messages.</param>
    public sealed record ReadHistory(long Tag, long? Before, long? After, long? Around, long? Limit) : ClientMessage;

    /// <summary>Searches the history; the reply holds the newest matches.</summary>
    /// <param name="Tag">The reply repeats it.</param>
    /// <param name="Text">The text to find, case-insensitive; empty matches every message.</param>
    public sealed record Search(long Tag, string Text) : ClientMessage
    {
        /// <summary>Matches only messages from this member.</summary>
        public string? From { get; init; }

        /// <summary>
        /// Matches only messages at or after this time, local time of the server.
        /// </summary>
        public DateTime? Since { get; init; }

        /// <summary>Matches only messages before this time.</summary>
        public DateTime? Until { get; init; }

        /// <summary>Matches only messages with a lower id.</summary>
        public long? Before { get; init; }

        /// <summary>The maximum number of results.</summary>
        public long? Limit { get; init; }
    }

    /// <summary>Asks for the server's rooms.</summary>
    public sealed record ListRooms : ServerRequest
    {
        /// <summary>Whether the client wants the list again whenever it changes.</summary>
        public bool Follows { get; init; }
    }

    /// <summary>Opens a room. Whoever opens a room owns it.</summary>
    /// <param name="Name">The room name.</param>
    /// <param name="Settings">Settings that differ from the defaults, by name.</param>
    public sealed record OpenRoom(string Name, IReadOnlyList<KeyValuePair<string, string>> Settings) : ServerRequest;

    /// <summary>Enters another room by the same connection; for people who type.</summary>
    /// <param name="Room">The room name.</param>
    /// <param name="Password">The room's password.</param>
    public sealed record SwitchRoom(string Room, string? Password) : RoomRequest;

    /// <summary>Changes settings of the room.</summary>
    /// <param name="Changes">The new values by name.</param>
    public sealed record ChangeSettings(IReadOnlyList<KeyValuePair<string, string>> Changes) : RoomRequest;

    /// <summary>Archives the room: nobody enters it any more, and its history is kept.</summary>
    public sealed record ArchiveRoom : RoomRequest;

    /// <summary>Makes an invitation to the room.</summary>
    /// <param name="Uses">How many may enter by it; null: one.</param>
    /// <param name="Lifetime">How long it is valid; null: a day.</param>
    public sealed record Invite(long? Uses, string? Lifetime) : RoomRequest;

    /// <summary>Gives a member a role.</summary>
    /// <param name="Nickname">The member, or the owner of a nickname who is not here.</param>
    /// <param name="RoleName">The role's wire name.</param>
    public sealed record GiveRole(string Nickname, string RoleName) : RoomRequest;

    /// <summary>Admits somebody who asked to enter.</summary>
    public sealed record Admit(string Nickname) : RoomRequest;

    /// <summary>Rejects somebody who asked to enter.</summary>
    public sealed record Reject(string Nickname) : RoomRequest;

    /// <summary>Becomes an owner of the server by its one-time code.</summary>
    public sealed record ClaimServer(string Code) : ServerRequest;

    /// <summary>The member leaves.</summary>
    public sealed record Leave : ClientMessage;

    /// <summary>Answers a <see cref="RoomEvent.Pinged"/> of the same number.</summary>
    public sealed record Pong(long Number) : ClientMessage;

    /// <summary>Asks for a <see cref="RoomEvent.Ponged"/> of the same number at once.</summary>
    public sealed record Ping(long Number) : ClientMessage;

    /// <summary>
    /// A request that the dialect has answered itself: the connection sends this text as one frame.
    /// </summary>
    public sealed record Answered(string Text) : ClientMessage
    {
        /// <summary>The bytes to send.</summary>
        public byte[] Frame => Encoding.UTF8.GetBytes(Text);
    }

    /// <summary>Declines a telnet option that the client asked for.</summary>
    /// <param name="Verb">WONT or DONT (RFC 854).</param>
    /// <param name="Option">The option.</param>
    public sealed record Declined(byte Verb, byte Option) : ClientMessage
    {
        /// <summary>The bytes to send.</summary>
        public byte[] Frame => [Telnet.Command, Verb, Option];
    }

    /// <summary>
    /// A request the dialect cannot decode, or that breaks a limit. If <see cref="Refusal.Closes"/>
    /// is set, the server reads nothing after it.
    /// </summary>
    public sealed record Invalid(Refusal Reason) : ClientMessage;
}
