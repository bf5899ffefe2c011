using LanChat.Protocol;

namespace LanChat.Client.Sessions;

/// <summary>
/// What a <see cref="ConnectionActor"/> and the session that made it tell each other.
/// </summary>
internal static class ConnectionProtocol
{
    /// <summary>What a connection tells.</summary>
    public interface IEvent;

    /// <summary>
    /// Write these bytes; only after <see cref="Opened"/>, and not before the last
    /// <see cref="Written"/>.
    /// </summary>
    public sealed record Write(byte[] Bytes);

    /// <summary>Read on.</summary>
    public sealed record Continue
    {
        public static readonly Continue Instance = new();
    }

    /// <summary>Close in good order; answered with <see cref="Failed"/>.</summary>
    public sealed record Close
    {
        public static readonly Close Instance = new();
    }

    /// <summary>Connected: now it can be written, and the first read is under way.</summary>
    /// <param name="Ip">The address that answered.</param>
    public sealed record Opened(string Ip) : IEvent;

    /// <summary>What was to be written is with the system.</summary>
    public sealed record Written : IEvent
    {
        public static readonly Written Instance = new();
    }

    /// <summary>
    /// One read brought this, maybe nothing whole; the next one follows <see cref="Continue"/>.
    /// </summary>
    public sealed record Arrived(IReadOnlyList<RoomEvent> Events) : IEvent;

    /// <summary>The connection could not be made, or is gone; the actor stops.</summary>
    /// <param name="Why">A sentence for the user.</param>
    public sealed record Failed(string Why) : IEvent;
}
