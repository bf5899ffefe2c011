using Akka.Actor;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Broadcasts;

namespace LanChat.Server.Rooms;

/// <summary>
/// Messages between a room and its connections. The connection is the sender. Requests of members
/// arrive as the <see cref="ClientMessage"/> they were read as and are answered with a <see
/// cref="Batch"/>; requests of other senders are ignored.
/// </summary>
internal static class RoomProtocol
{
    /// <summary>Sets the address of the room and the endpoint of its files.</summary>
    public sealed record Open(PeerAddress Address, WebEndpoint? Web = null);

    /// <summary>
    /// Asks to join; answered with <see cref="Joined"/> or <see cref="JoinRejected"/>.
    /// </summary>
    public sealed record Join(
        Nick Nick,
        PeerAddress Address,
        Nick? Fallback = null,
        Numbering Numbering = Numbering.Counted,
        long? Since = null)
        : JoinRequest(Nick, Address, Fallback, Numbering, Since)
    {
        /// <summary>
        /// Whether the connection adds to the <see cref="Receipts"/> of every batch.
        /// </summary>
        public bool AcknowledgesBatches { get; init; }

        /// <summary>The room name; null: the lobby.</summary>
        public string? Room { get; init; }

        /// <summary>What the client calls its device; empty: unknown.</summary>
        public string DeviceName { get; init; } = "";

        /// <summary>A code that links the device to an account first.</summary>
        public string? LinkCode { get; init; }
    }

    /// <summary>
    /// The join request waits for a moderator; <see cref="Joined"/> or <see cref="JoinRejected"/>
    /// follows.
    /// </summary>
    public sealed record JoinPending(Refusal Reason);

    /// <summary>The connection has joined; every <see cref="Batch"/> of the room follows.</summary>
    /// <param name="You">The member, by the nickname the room assigned.</param>
    /// <param name="Entrance">
    /// The first events to show; shared by the newcomers of one batch.
    /// </param>
    /// <param name="IsOwner">Whether the nickname is registered to the proven key.</param>
    public sealed record Joined(Member You, Batch Entrance, bool IsOwner = false)
    {
        /// <summary>
        /// The identity of the history that message ids belong to (<see cref="LogId"/>).
        /// </summary>
        public string? Log { get; init; }

        /// <summary>The room's name.</summary>
        public required string Room { get; init; }

        /// <summary>Whether the member has an account.</summary>
        public bool HasAccount { get; init; }

        /// <summary>Whether the member was here by another session already.</summary>
        public bool IsBeside { get; init; }
    }

    /// <summary>The room refuses the join request.</summary>
    public sealed record JoinRejected(Refusal Reason);

    /// <summary>The answer to a join request that is refused, or waits.</summary>
    public static object Rejected(Refusal reason) =>
        reason.Is(Refusal.EntryAsked) ? new JoinPending(reason) : new JoinRejected(reason);

    /// <summary>
    /// Asks to leave; answered with <see cref="Left"/> after the batch with the member's last
    /// message.
    /// </summary>
    public sealed record Leave
    {
        public static readonly Leave Instance = new();
    }

    /// <summary>The connection has left; no batch follows.</summary>
    public sealed record Left
    {
        public static readonly Left Instance = new();
    }

    /// <summary>
    /// Subscribes to the number of members; answered with <see cref="MembersCounted"/>, now and
    /// after changes.
    /// </summary>
    public sealed record CountMembers
    {
        public static readonly CountMembers Instance = new();
    }

    /// <summary>The number of members; sent no more often than the member list.</summary>
    public sealed record MembersCounted(int Count);

    /// <summary>
    /// Publishes an uploaded file, or delivers it to one member. Answered with <see
    /// cref="UploadShared"/> or a <see cref="Refusal"/>.
    /// </summary>
    /// <param name="File">The file, whose link already works.</param>
    /// <param name="By">The uploader's connection; nobody if only the address is known.</param>
    /// <param name="From">The uploader's address.</param>
    /// <param name="To">The recipient's nickname; null: everyone.</param>
    public sealed record ShareUpload(ChatFile File, IActorRef By, PeerAddress From, string? To);

    /// <summary>The file was published or delivered.</summary>
    /// <param name="Addresses">
    /// The IP addresses of the one recipient and of the sender; empty if the file is for everyone.
    /// </param>
    public sealed record UploadShared(IReadOnlyList<string> Addresses);

    /// <summary>Sets the notice.</summary>
    public sealed record ChangeNotice(string Text);

    /// <summary>Disconnects everyone and refuses all later joins.</summary>
    public sealed record Close;

    /// <summary>A command of the server's console; answered with a <see cref="Batch"/>.</summary>
    public sealed record Command(ClientMessage Request);

    /// <summary>Gives an account a role.</summary>
    public sealed record GiveRole(string Account, Role Role);

    /// <summary>An account became part of another one; null: of none.</summary>
    public sealed record MergeAccounts(string From, string? Into);

    /// <summary>Sets the accounts of the server's owners.</summary>
    public sealed record SetServerOwners(IReadOnlySet<string> Accounts);

    /// <summary>Asks for a <see cref="Summary"/>.</summary>
    public sealed record Summarize
    {
        public static readonly Summarize Instance = new();
    }

    /// <summary>The state of a room, for lists of rooms.</summary>
    /// <param name="Key">The key of the room.</param>
    /// <param name="Members">The number of members.</param>
    /// <param name="Last">The id of the newest message that a member said or shared.</param>
    /// <param name="IsEmpty">Whether it has no session, not even one that waits.</param>
    public sealed record Summary(string Key, int Members, long Last, bool IsEmpty);

    /// <summary>
    /// Stops the room if it is empty; answered with <see cref="Passivated"/>.
    /// </summary>
    public sealed record Passivate
    {
        public static readonly Passivate Instance = new();
    }

    /// <summary>Whether the room has stopped; if not, somebody came meanwhile.</summary>
    public sealed record Passivated(string Key, bool HasStopped);

    /// <summary>
    /// The connection is to be closed. If a room sends it, it has removed the session.
    /// </summary>
    public sealed record Disconnected(Refusal Reason);
}
