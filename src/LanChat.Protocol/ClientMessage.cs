using System.Text;
using LanChat.Protocol.Text;

namespace LanChat.Protocol;

/// <summary>What a client said, whatever its dialect.</summary>
public abstract record ClientMessage
{
    private ClientMessage()
    {
    }

    /// <summary>
    /// What the client calls this request, so that it knows the answer
    /// (<see cref="RoomEvent.ReplyTo"/>); from version 2 on.
    /// </summary>
    public long? RequestId { get; init; }

    /// <summary>
    /// Let me in, by this name; the name is not checked yet. What follows is read when the room has
    /// answered.
    /// </summary>
    /// <param name="Nickname">The name.</param>
    /// <param name="Otherwise">The name if that one is taken.</param>
    /// <param name="Numbering">What becomes of a name that is taken.</param>
    /// <param name="MayRetry">
    /// Whether the client may try another name when this one is refused, instead of being closed.
    /// </param>
    public sealed record Enter(
        string Nickname,
        string? Otherwise = null,
        Numbering Numbering = Numbering.Counted,
        bool MayRetry = false) : ClientMessage
    {
        /// <summary>
        /// The last message of the room the client has; it wants all that came after, instead of
        /// the usual history.
        /// </summary>
        public long? Since { get; init; }

        /// <summary>
        /// The history that message belongs to, as the room called it then (<see cref="LogId"/>).
        /// </summary>
        public string? Log { get; init; }

        /// <summary>
        /// The public key the client says it has, not checked yet; see <see cref="DeviceKey"/>.
        /// </summary>
        public string? Key { get; init; }

        /// <summary>
        /// Where another connection of the same key has the name, this one takes another, and
        /// private words do not wait for it.
        /// </summary>
        public bool IsBeside { get; init; }
    }

    /// <summary>I have the key: the answer to <see cref="RoomEvent.Challenged"/>.</summary>
    /// <param name="Signature">
    /// In base64; see <see cref="DeviceKey.Proved"/> for what is signed.
    /// </param>
    public sealed record Prove(string Signature) : ClientMessage;

    /// <summary>
    /// I have shown the private words that waited for me up to this number; there is no answer.
    /// </summary>
    public sealed record Had(long Number) : ClientMessage;

    /// <summary>Say this to everyone.</summary>
    public sealed record Say(string Text) : ClientMessage
    {
        /// <inheritdoc cref="ChatMessage.Ref"/>
        public string? Ref { get; init; }
    }

    /// <summary>Tell everyone that I do this.</summary>
    public sealed record Act(string Text) : ClientMessage
    {
        /// <inheritdoc cref="ChatMessage.Ref"/>
        public string? Ref { get; init; }
    }

    /// <summary>Say this to one person only.</summary>
    public sealed record Tell(string To, string Text) : ClientMessage
    {
        /// <inheritdoc cref="ChatMessage.Ref"/>
        public string? Ref { get; init; }
    }

    /// <summary>Who is here?</summary>
    public sealed record List : ClientMessage;

    /// <summary>What can I say?</summary>
    public sealed record Help : ClientMessage;

    /// <summary>Shut the group out, or let it in again if it was shut out.</summary>
    public sealed record Ignore : ClientMessage;

    /// <summary>Call me this from now on.</summary>
    public sealed record Rename(string Nickname) : ClientMessage;

    /// <summary>I am away, for the reason given; with no reason, I am back.</summary>
    public sealed record Away(string Text) : ClientMessage;

    /// <summary>
    /// Share a file with one person, or with everyone if there is no name. Its name is not cleaned
    /// yet.
    /// </summary>
    public sealed record Share(string Name, string Text, string? To) : ClientMessage;

    /// <summary>
    /// Show me a part of what was said. With <paramref name="After"/> and
    /// <paramref name="Before"/>, what is between them; with nothing, the newest.
    /// </summary>
    /// <param name="Tag">Comes back with the answer.</param>
    /// <param name="Before">Right before this message.</param>
    /// <param name="After">Right after this message.</param>
    /// <param name="Around">This message, and what stands around it.</param>
    /// <param name="Limit">How many at most.</param>
    public sealed record Look(long Tag, long? Before, long? After, long? Around, long? Limit) : ClientMessage;

    /// <summary>Search the history; answered with the newest messages that match.</summary>
    /// <param name="Tag">Comes back with the results.</param>
    /// <param name="Text">The text to find, ignoring case; empty: any.</param>
    public sealed record Search(long Tag, string Text) : ClientMessage
    {
        /// <summary>Only messages from this member.</summary>
        public string? From { get; init; }

        /// <summary>Not before this time, local time of the server.</summary>
        public DateTime? Since { get; init; }

        /// <summary>Before this time.</summary>
        public DateTime? Until { get; init; }

        /// <summary>Only messages with a lower id.</summary>
        public long? Before { get; init; }

        /// <summary>The maximum of results.</summary>
        public long? Limit { get; init; }
    }

    /// <summary>I go.</summary>
    public sealed record Leave : ClientMessage;

    /// <summary>I am here: the answer to <see cref="RoomEvent.Pinged"/>.</summary>
    public sealed record Pong(long Number) : ClientMessage;

    /// <summary>
    /// Are you there? Answered at once with <see cref="RoomEvent.Ponged"/> of the same number.
    /// </summary>
    public sealed record Ping(long Number) : ClientMessage;

    /// <summary>The dialect knows the answer itself: send this, as one frame.</summary>
    public sealed record Answered(string Text) : ClientMessage
    {
        /// <summary>The bytes to send.</summary>
        public byte[] Frame => Encoding.UTF8.GetBytes(Text);
    }

    /// <summary>Telnet asks for an option; it is declined.</summary>
    /// <param name="Verb">WONT or DONT (RFC 854).</param>
    /// <param name="Option">The option.</param>
    public sealed record Declined(byte Verb, byte Option) : ClientMessage
    {
        /// <summary>The bytes to send.</summary>
        public byte[] Frame => [Telnet.Command, Verb, Option];
    }

    /// <summary>
    /// Not understood, or more than allowed. When the reason closes, nothing that follows is read.
    /// </summary>
    public sealed record Bad(Refusal Reason) : ClientMessage;
}
