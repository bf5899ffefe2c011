namespace Akka.Actor;

/// <summary>Death watch: being told when another actor is gone.</summary>
public interface ICanWatch
{
    /// <summary>The end of <paramref name="subject"/> will come as <see cref="Terminated"/>.</summary>
    IActorRef Watch(IActorRef subject);

    /// <summary>The end of <paramref name="subject"/> will come as <paramref name="message"/>.</summary>
    IActorRef WatchWith(IActorRef subject, object message);

    /// <summary>No word of its end any more, not even one that waits in the mailbox.</summary>
    IActorRef Unwatch(IActorRef subject);
}
