using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>A message, who sent it, and its link in a mailbox.</summary>
internal sealed class Envelope(object? message, IActorRef? sender)
{
    public object? Message = message;

    public IActorRef? Sender = sender;

    public Envelope? Next;
}
