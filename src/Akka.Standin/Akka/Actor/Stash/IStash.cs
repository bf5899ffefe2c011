namespace Akka.Actor;

/// <summary>Messages that an actor has put off.</summary>
public interface IStash
{
    int Count { get; }

    bool IsEmpty { get; }

    bool NonEmpty { get; }

    /// <summary>Puts off the message being handled.</summary>
    /// <exception cref="IllegalActorStateException">It is stashed already.</exception>
    void Stash();

    /// <summary>Puts the oldest one at the front of the mailbox.</summary>
    void Unstash();

    /// <summary>Puts all at the front of the mailbox, oldest first.</summary>
    void UnstashAll();

    /// <summary>Forgets all; they are what it returns.</summary>
    IEnumerable<Envelope> ClearStash();
}
