using System.Net.Sockets;
using Akka.Actor;
using Akka.Event;

namespace Akka.IO;

/// <summary>Tells an actor that the socket operation it started has ended; how, stands in the arguments it started it with.</summary>
internal sealed class SocketCompleted : INoSerializationVerificationNeeded, IDeadLetterSuppression, INotInfluenceReceiveTimeout
{
    public static readonly SocketCompleted Accepted = new();
    public static readonly SocketCompleted Connected = new();
    public static readonly SocketCompleted Received = new();
    public static readonly SocketCompleted Sent = new();

    private SocketCompleted()
    {
    }

    /// <summary>The arguments of an operation whose end, when it does not come at once, is told to <paramref name="owner"/>.</summary>
    public SocketAsyncEventArgs TellTo(IActorRef owner) => new Arguments(owner, this);

    // No flowing execution context: an actor never depends on who started what it waits for.
    private sealed class Arguments(IActorRef owner, SocketCompleted message) : SocketAsyncEventArgs(true)
    {
        protected override void OnCompleted(SocketAsyncEventArgs e) => owner.Tell(message, ActorRefs.NoSender);
    }
}
