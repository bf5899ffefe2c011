using Akka.Actor;
using LanChat.Protocol;

namespace LanChat.Server.Rooms;

/// <summary>The connection of a session, as the room's actor tells it things.</summary>
internal sealed class Recipient(IActorRef connection, bool acknowledges)
{
    public IActorRef Connection => connection;

    /// <summary>Whether the connection adds to the receipts of every broadcast.</summary>
    public bool Acknowledges => acknowledges;

    /// <summary>
    /// Who it is, once they were told that they have joined; broadcasts are for them from then on.
    /// </summary>
    public Member? Member { get; set; }

    /// <summary>Whether group messages are not for them.</summary>
    public bool IsIgnoring { get; set; }
}
