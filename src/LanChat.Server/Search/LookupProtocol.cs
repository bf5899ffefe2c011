using Akka.Actor;
using LanChat.Protocol;

namespace LanChat.Server.Search;

/// <summary>How members' questions about the history are answered.</summary>
internal static class LookupProtocol
{
    /// <summary>
    /// A member asks; answered with <see cref="Answer"/>, straight to them, when all that was to be
    /// kept before can be read.
    /// </summary>
    /// <param name="Question">
    /// A <see cref="ClientMessage.Look"/> or <see cref="ClientMessage.Search"/>.
    /// </param>
    /// <param name="Asker">The member's connection.</param>
    /// <param name="Unsaved">What waits to be written, oldest first.</param>
    public sealed record Ask(ClientMessage Question, IActorRef Asker, IReadOnlyList<ChatMessage> Unsaved);

    /// <summary>The answer to the one question a connection may have under way.</summary>
    public sealed record Answer(RoomEvent Told);
}
