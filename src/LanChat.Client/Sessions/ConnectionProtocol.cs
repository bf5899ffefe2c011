using LanChat.Protocol;

namespace LanChat.Client.Sessions;

/// <summary>Messages between a <see cref="ConnectionActor"/> and its session.</summary>
internal static class ConnectionProtocol
{
    /// <summary>Messages from the connection.</summary>
    public interface IEvent;

    /// <summary>
    /// Write these bytes. Allowed after <see cref="Opened"/>, one write at a time: the next one
    /// after <see cref="Written"/>.
    /// </summary>
    public sealed record Write(byte[] Bytes);

    /// <summary>Read more; allows one <see cref="Received"/>.</summary>
    public sealed record ResumeReading
    {
        public static readonly ResumeReading Instance = new();
    }

    /// <summary>Close the connection gracefully; answered with <see cref="Failed"/>.</summary>
    public sealed record Close
    {
        public static readonly Close Instance = new();
    }

    /// <summary>
    /// The connection is open: writing is allowed, and the first read is under way.
    /// </summary>
    /// <param name="Ip">Address of the server.</param>
    public sealed record Opened(string Ip) : IEvent;

    /// <summary>The operating system has accepted the bytes.</summary>
    public sealed record Written : IEvent
    {
        public static readonly Written Instance = new();
    }

    /// <summary>
    /// Events of one read; empty if it completed no frame. The next read needs
    /// <see cref="ResumeReading"/>.
    /// </summary>
    public sealed record Received(IReadOnlyList<RoomEvent> Events) : IEvent;

    /// <summary>Connecting failed, or the connection is closed; the actor stops.</summary>
    /// <param name="Reason">A sentence for the user.</param>
    public sealed record Failed(string Reason) : IEvent;
}
