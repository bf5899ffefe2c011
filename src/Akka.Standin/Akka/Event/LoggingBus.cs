using System.Collections.Concurrent;
using Akka.Actor;

namespace Akka.Event;

/// <summary>Hands every event to all who subscribed to its type or to one it derives from.</summary>
public class LoggingBus
{
    private readonly ConcurrentDictionary<Type, IActorRef[]> _subscribersOf = new();
    private readonly List<Subscription> _subscriptions = [];

    private protected LoggingBus()
    {
    }

    public LogLevel LogLevel { get; private set; } = LogLevel.WarningLevel;

    public void SetLogLevel(LogLevel logLevel) => LogLevel = logLevel;

    public virtual void Publish(object @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        if (!_subscribersOf.TryGetValue(@event.GetType(), out var subscribers))
            subscribers = FindSubscribers(@event.GetType());
        foreach (var subscriber in subscribers)
            subscriber.Tell(@event, ActorRefs.NoSender);
    }

    /// <summary>False when subscribed already.</summary>
    public virtual bool Subscribe(IActorRef subscriber, Type classifier)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        ArgumentNullException.ThrowIfNull(classifier);
        lock (_subscriptions)
        {
            if (_subscriptions.Exists(one => one.Is(subscriber, classifier)))
                return false;
            _subscriptions.Add(new Subscription(subscriber, classifier));
            _subscribersOf.Clear();
            return true;
        }
    }

    /// <summary>One who subscribed to a base of it goes on getting the rest.</summary>
    public virtual bool Unsubscribe(IActorRef subscriber, Type classifier)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        ArgumentNullException.ThrowIfNull(classifier);
        lock (_subscriptions)
        {
            var removed = _subscriptions.RemoveAll(one => one.Is(subscriber, classifier)) > 0;
            if (!removed)
            {
                foreach (var wider in _subscriptions.Where(one => one.Includes(subscriber, classifier)))
                {
                    wider.Exceptions.Add(classifier);
                    removed = true;
                }
            }

            _subscribersOf.Clear();
            return removed;
        }
    }

    public virtual bool Unsubscribe(IActorRef subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        lock (_subscriptions)
        {
            var removed = _subscriptions.RemoveAll(one => one.Subscriber.Equals(subscriber)) > 0;
            _subscribersOf.Clear();
            return removed;
        }
    }

    // Remembered under the lock: beside it, a subscription made meanwhile would be forgotten for good.
    private IActorRef[] FindSubscribers(Type type)
    {
        lock (_subscriptions)
            return _subscribersOf[type] = _subscriptions.Where(one => one.Wants(type)).Select(one => one.Subscriber).Distinct().ToArray();
    }

    private sealed record Subscription(IActorRef Subscriber, Type Classifier)
    {
        public List<Type> Exceptions { get; } = [];

        public bool Is(IActorRef subscriber, Type classifier) => Subscriber.Equals(subscriber) && Classifier == classifier;

        public bool Includes(IActorRef subscriber, Type classifier) =>
            Subscriber.Equals(subscriber) && Classifier.IsAssignableFrom(classifier);

        public bool Wants(Type type) =>
            Classifier.IsAssignableFrom(type) && !Exceptions.Exists(exception => exception.IsAssignableFrom(type));
    }
}
