using Akka.Actor;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Broadcasts;

namespace LanChat.Server.Rooms;

/// <summary>
/// Messages of the room manager. It also takes <see cref="RoomProtocol"/>'s, and passes them to the
/// room they are for.
/// </summary>
internal static class RoomManagerProtocol
{
    /// <summary>
    /// A request of a client about the server's rooms. Answered with a <see cref="Batch"/>.
    /// </summary>
    /// <param name="Message">The request.</param>
    /// <param name="Device">The device key the client proved; null: none.</param>
    /// <param name="From">The client's address.</param>
    public sealed record Request(ClientMessage.ServerRequest Message, string? Device, PeerAddress From)
    {
        /// <summary>The account of the device.</summary>
        public string? Account { get; init; }
    }

    /// <summary>A device was linked, and its client joins.</summary>
    public sealed record Linked(RoomProtocol.Join Join, IActorRef Connection);

    /// <summary>
    /// Persists changes of a room's record. Answered with
    /// <see cref="History.HistoryProtocol.Persisted"/> of the same number.
    /// </summary>
    public sealed record Persist(string Room, long Number, IReadOnlyList<RoomChange> Changes)
    {
        /// <summary>Private messages that were sent in the room.</summary>
        public IReadOnlyList<StoredPrivateMessage> PrivateMessages { get; init; } = [];
    }

    /// <summary>What a room has sent was persisted.</summary>
    public sealed record PrivatePersisted(Persist Request, IActorRef Sender);

    /// <summary>
    /// Subscribes to the list of rooms; answered with <see cref="RoomsChanged"/>, now and after
    /// changes.
    /// </summary>
    public sealed record Subscribe
    {
        public static readonly Subscribe Instance = new();
    }

    /// <summary>The rooms that are listed, the lobby first.</summary>
    public sealed record RoomsChanged(IReadOnlyList<RoomSummary> Rooms);

    /// <summary>
    /// A command of the server's console, which may do everything. Answered with a <see
    /// cref="Batch"/>.
    /// </summary>
    /// <param name="Room">The room; null: the lobby.</param>
    /// <param name="Request">The command.</param>
    public sealed record Command(string? Room, ClientMessage Request);

    /// <summary>
    /// Makes a new one-time code for the first owner. Answered with <see cref="OwnerCodeMade"/>.
    /// </summary>
    /// <param name="IsFirst">Whether to make none if the server has an owner.</param>
    public sealed record MakeOwnerCode(bool IsFirst);

    /// <summary>The one-time code; null: the server has an owner.</summary>
    public sealed record OwnerCodeMade(string? Code);

    /// <summary>
    /// Makes a code that links a device to the account that owns a nickname; answered with <see
    /// cref="Batch"/>.
    /// </summary>
    public sealed record MakeLinkCode(string Nickname);

    /// <summary>
    /// Removes the registration of a nickname; answered with <see cref="NickForgotten"/>.
    /// </summary>
    public sealed record ForgetNick(string Nickname);

    /// <summary>Whether the nickname was registered.</summary>
    public sealed record NickForgotten(bool WasRegistered);

    /// <summary>
    /// Closes all histories but the lobby's; answered with <see cref="HistoriesClosed"/>.
    /// </summary>
    public sealed record CloseHistories
    {
        public static readonly CloseHistories Instance = new();
    }

    /// <summary>Everything that could be written is written.</summary>
    public sealed record HistoriesClosed
    {
        public static readonly HistoriesClosed Instance = new();
    }
}
