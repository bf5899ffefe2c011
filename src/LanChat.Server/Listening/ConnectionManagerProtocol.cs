using System.Net;
using Akka.Actor;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;
using LanChat.Server.Sockets;

namespace LanChat.Server.Listening;

/// <summary>Messages to and from the connection manager.</summary>
internal static class ConnectionManagerProtocol
{
    /// <summary>
    /// Asks for the outcome of listening; answered with <see cref="Listening"/> or
    /// <see cref="ListeningFailed"/> once that is known.
    /// </summary>
    public sealed record Subscribe
    {
        public static readonly Subscribe Instance = new();
    }

    /// <summary>All listeners are bound.</summary>
    /// <param name="Endpoints">One for each dialect; the first gives the room its address.</param>
    public sealed record Listening(IReadOnlyList<DialectEndpoint> Endpoints);

    /// <summary>An endpoint cannot be bound, so the server does not start.</summary>
    public sealed record ListeningFailed(DialectEndpoint Endpoint, string Reason);

    /// <summary>
    /// Subscribes to the bound ports of rooms; answered with <see cref="RoomPortsBound"/>, now and
    /// after changes.
    /// </summary>
    public sealed record SubscribeRoomPorts
    {
        public static readonly SubscribeRoomPorts Instance = new();
    }

    /// <summary>The ports of rooms that clients can connect to.</summary>
    public sealed record RoomPortsBound(IReadOnlySet<int> Ports);

    /// <summary>Asks for the listeners; answered with <see cref="Listeners"/>.</summary>
    public sealed record ListListeners
    {
        public static readonly ListListeners Instance = new();
    }

    /// <summary>
    /// One listener for each dialect; each answers <see cref="ListenerActor.Check"/>.
    /// </summary>
    public sealed record Listeners(IReadOnlyList<IActorRef> All);

    /// <summary>A listener accepted a connection.</summary>
    public sealed record ConnectionAccepted(IActorRef Socket, IPEndPoint Remote, IPEndPoint Local, IDialect Dialect)
    {
        /// <summary>
        /// Whether a proxy forwarded it: loopback does not mean a local user then.
        /// </summary>
        public bool IsForwarded { get; init; }
    }

    /// <summary>
    /// Stops accepting, disconnects every client with the reason, and stops the manager after the
    /// last one.
    /// </summary>
    public sealed record Drain(Refusal Reason);
}
