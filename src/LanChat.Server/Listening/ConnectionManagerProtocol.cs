using System.Net;
using Akka.Actor;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;
using LanChat.Server.Sockets;

namespace LanChat.Server.Listening;

/// <summary>What is said to and by the connection manager.</summary>
internal static class ConnectionManagerProtocol
{
    /// <summary>Let me know when you listen; answered with <see cref="Listening"/> or <see cref="ListeningFailed"/>, now or later.</summary>
    public sealed record Subscribe
    {
        public static readonly Subscribe Instance = new();
    }

    /// <summary>Connections are accepted, for each dialect at an end point of its own.</summary>
    /// <param name="Endpoints">Every endpoint, at least one; the room is known by the address of the first.</param>
    public sealed record Listening(IReadOnlyList<DialectEndpoint> Endpoints);

    /// <summary>An end point can't be listened on, so none is.</summary>
    public sealed record ListeningFailed(DialectEndpoint Endpoint, string Reason);

    /// <summary>Who listens? Answered with <see cref="Listeners"/>.</summary>
    public sealed record ListListeners
    {
        public static readonly ListListeners Instance = new();
    }

    /// <summary>One listener for each dialect; each can be asked by <see cref="ListenerActor.Check"/> whether it accepts.</summary>
    public sealed record Listeners(IReadOnlyList<IActorRef> All);

    /// <summary>Somebody connected; from a listener.</summary>
    public sealed record ConnectionAccepted(IActorRef Socket, IPEndPoint Remote, IPEndPoint Local, IDialect Dialect)
    {
        /// <summary>Whether somebody in between passes it on, so that loopback is not this computer's own user.</summary>
        public bool IsPassedOn { get; init; }
    }

    /// <summary>Accept nobody any more, close every connection with the reason, and stop when the last one is closed.</summary>
    public sealed record Drain(Refusal Reason);
}
