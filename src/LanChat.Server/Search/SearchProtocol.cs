using Akka.Actor;
using LanChat.Protocol;

namespace LanChat.Server.Search;

/// <summary>Messages for searches and history pages.</summary>
internal static class SearchProtocol
{
    /// <summary>
    /// Answers a member's request with a <see cref="Reply"/> to their connection, after everything
    /// persisted before it is readable.
    /// </summary>
    /// <param name="Request">
    /// A <see cref="ClientMessage.ReadHistory"/> or <see cref="ClientMessage.Search"/>.
    /// </param>
    /// <param name="ReplyTo">The member's connection.</param>
    /// <param name="Unwritten">The messages that are not written yet, oldest first.</param>
    /// <param name="After">The requester may read only later messages; 0: all.</param>
    public sealed record Run(
        ClientMessage Request, IActorRef ReplyTo, IReadOnlyList<ChatMessage> Unwritten, long After = 0);

    /// <summary>Closes files that are not in use; the next use opens them again.</summary>
    public sealed record Rest
    {
        public static readonly Rest Instance = new();
    }

    /// <summary>The reply to a connection's only pending request.</summary>
    public sealed record Reply(RoomEvent Event);
}
