using System.Net;
using LanChat.Protocol;

namespace LanChat.Server.Connections;

/// <summary>What is said to and by a listener.</summary>
internal static class ListenerProtocol
{
    /// <summary>Let me know when you listen; answered with <see cref="Listening"/> or <see cref="ListeningFailed"/>, now or later.</summary>
    public sealed record Subscribe
    {
        public static readonly Subscribe Instance = new();
    }

    /// <summary>Connections are accepted at this end point.</summary>
    public sealed record Listening(IPEndPoint EndPoint);

    /// <summary>The end point can't be listened on.</summary>
    public sealed record ListeningFailed(IPEndPoint EndPoint, string Reason);

    /// <summary>Accept nobody any more, close every connection with the reason, and stop when the last one is closed.</summary>
    public sealed record Drain(Refusal Reason);
}
