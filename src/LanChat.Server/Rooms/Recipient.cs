using Akka.Actor;
using LanChat.Protocol;

namespace LanChat.Server.Rooms;

/// <summary>The connection of a session, as seen by the room's actor.</summary>
internal sealed class Recipient(IActorRef connection, bool acknowledges)
{
    public IActorRef Connection => connection;

    /// <summary>Whether the connection adds to the receipts of every broadcast.</summary>
    public bool Acknowledges => acknowledges;

    /// <summary>
    /// The member; null until the join is delivered. Broadcasts are sent to members only.
    /// </summary>
    public Member? Member { get; set; }

    /// <summary>Whether the member has turned member messages off.</summary>
    public bool IsIgnoring { get; set; }
}
