using System.Collections.Concurrent;
using Akka.Actor;

namespace Akka.Event;

/// <summary>Hands every event to all who subscribed to its type or to one it derives from.</summary>
public class LoggingBus
{
    private readonly ConcurrentDictionary<Type, IActorRef[]> _subscribersOf = new();
    private readonly List<(IActorRef Subscriber, Type Classifier)> _subscriptions = [];

    private protected LoggingBus()
    {
    }

    public LogLevel LogLevel { get; private set; } = LogLevel.WarningLevel;

    public void SetLogLevel(LogLevel logLevel) => LogLevel = logLevel;

    public virtual void Publish(object @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        foreach (var subscriber in _subscribersOf.GetOrAdd(@event.GetType(), static (type, bus) => bus.FindSubscribers(type), this))
            subscriber.Tell(@event, ActorRefs.NoSender);
    }

    /// <summary>False when subscribed to it, or to a base of it, already.</summary>
    public virtual bool Subscribe(IActorRef subscriber, Type classifier)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        ArgumentNullException.ThrowIfNull(classifier);
        lock (_subscriptions)
        {
            if (_subscriptions.Exists(one => one.Subscriber.Equals(subscriber) && one.Classifier.IsAssignableFrom(classifier)))
                return false;
            _subscriptions.Add((subscriber, classifier));
            _subscribersOf.Clear();
            return true;
        }
    }

    public virtual bool Unsubscribe(IActorRef subscriber, Type classifier)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        ArgumentNullException.ThrowIfNull(classifier);
        return Remove(one => one.Subscriber.Equals(subscriber) && classifier.IsAssignableFrom(one.Classifier));
    }

    public virtual bool Unsubscribe(IActorRef subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        return Remove(one => one.Subscriber.Equals(subscriber));
    }

    private bool Remove(Predicate<(IActorRef Subscriber, Type Classifier)> match)
    {
        lock (_subscriptions)
        {
            var removed = _subscriptions.RemoveAll(match) > 0;
            if (removed)
                _subscribersOf.Clear();
            return removed;
        }
    }

    private IActorRef[] FindSubscribers(Type type)
    {
        lock (_subscriptions)
        {
            return _subscriptions.Where(one => one.Classifier.IsAssignableFrom(type)).Select(one => one.Subscriber).Distinct().ToArray();
        }
    }
}
