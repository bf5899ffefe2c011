using System.Net;
using Akka.Actor;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;

namespace LanChat.Server.Connections;

/// <summary>What a connection is made of, and what is said to it by others than the room.</summary>
internal static class ConnectionProtocol
{
    /// <summary>An accepted connection.</summary>
    /// <param name="Socket">Akka.IO's actor for it.</param>
    /// <param name="Remote">Where it comes from.</param>
    /// <param name="Local">The address it reached.</param>
    /// <param name="Dialect">What it speaks.</param>
    /// <param name="Refused">Why it is closed before anything of it is read, if it is.</param>
    public sealed record Accepted(
        IActorRef Socket, IPEndPoint Remote, IPEndPoint Local, IDialect Dialect, Refusal? Refused = null);

    /// <summary>Tell the client why, and close.</summary>
    public sealed record Dismiss(Refusal Reason);
}
