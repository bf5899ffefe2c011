using System.Net;
using Akka.Actor;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;

namespace LanChat.Server.Connections;

/// <summary>Messages that create and control a connection.</summary>
internal static class ConnectionProtocol
{
    /// <summary>An accepted connection.</summary>
    /// <param name="Socket">The actor of the socket; speaks Akka.IO's Tcp protocol.</param>
    /// <param name="Remote">The client's endpoint.</param>
    /// <param name="Local">The server's endpoint.</param>
    /// <param name="Dialect">The wire format of the listener.</param>
    /// <param name="Refused">If set, the reason to close without reading.</param>
    public sealed record Accepted(
        IActorRef Socket, IPEndPoint Remote, IPEndPoint Local, IDialect Dialect, Refusal? Refused = null)
    {
        /// <summary>The room that clients enter by this port; null: the lobby.</summary>
        public string? Room { get; init; }
    }

    /// <summary>Sends the client the reason and closes.</summary>
    public sealed record Disconnect(Refusal Reason);
}
