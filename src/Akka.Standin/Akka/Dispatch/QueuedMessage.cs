using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>A message, who sent it, and its link in a mailbox.</summary>
internal sealed class QueuedMessage(object? message, IActorRef? sender)
{
    public object? Message = message;

    public IActorRef? Sender = sender;

    public QueuedMessage? Next;
}
