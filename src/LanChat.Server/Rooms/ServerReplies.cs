using Akka.Actor;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Broadcasts;

namespace LanChat.Server.Rooms;

/// <summary>What the room manager replies to requests, in the name of the server.</summary>
internal sealed class ServerReplies
{
    /// <summary>The server's own address.</summary>
    public PeerAddress Address { get; set; } = new("0.0.0.0", 0);

    /// <summary>Sends a reply.</summary>
    /// <param name="to">The connection that asked.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="request">The id of the request; null for none.</param>
    public static void Send(IActorRef to, RoomEvent reply, long? request) => to.Tell(BatchOf(reply, request));

    /// <summary>A reply to be sent later.</summary>
    public static Batch BatchOf(RoomEvent reply, long? request) => new([reply with { ReplyTo = request }]);

    /// <summary>The request was done.</summary>
    public RoomEvent.Done Done(Timestamp now) => new(Address, now.Local);

    /// <summary>The request was refused; the connection stays open.</summary>
    public RoomEvent.Refused Refused(Refusal reason, Timestamp now) => Rejected(reason with { Closes = false }, now);

    /// <summary>The request was refused; the reason says whether the connection closes.</summary>
    public RoomEvent.Refused Rejected(Refusal reason, Timestamp now) => new(reason, Address, now.Local);
}
