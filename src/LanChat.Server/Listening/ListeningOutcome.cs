using Akka.Actor;

namespace LanChat.Server.Listening;

/// <summary>Whether all listeners are bound, and who waits to be told.</summary>
internal sealed class ListeningOutcome
{
    private readonly List<IActorRef> _subscribers = [];
    private object? _outcome;

    /// <summary>Tells the subscriber now, or once it is known.</summary>
    public void Subscribe(IActorRef subscriber)
    {
        if (_outcome is null) _subscribers.Add(subscriber);
        else subscriber.Tell(_outcome);
    }

    /// <summary>Sets the outcome; the first one counts.</summary>
    public void Settle(object outcome)
    {
        _outcome ??= outcome;
        foreach (var subscriber in _subscribers) subscriber.Tell(outcome);
        _subscribers.Clear();
    }
}
