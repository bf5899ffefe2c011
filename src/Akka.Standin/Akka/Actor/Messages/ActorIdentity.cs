namespace Akka.Actor;

/// <summary>The answer to <see cref="Identify"/>; the subject is nobody when there is no such actor.</summary>
public sealed class ActorIdentity(object? messageId, IActorRef subject)
{
    public object MessageId { get; } = messageId!;

    public IActorRef Subject { get; } = subject;

    public override string ToString() => $"<ActorIdentity>: {Subject} - MessageId={MessageId}";
}
