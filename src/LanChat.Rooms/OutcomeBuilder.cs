using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>Collects what requests lead to, in order.</summary>
internal sealed class OutcomeBuilder(NickRegistry registry)
{
    private readonly List<Delivery> _deliveries = [];
    private readonly List<ChatMessage> _messages = [];
    private readonly List<RegistryChange> _changes = [];
    private int? _atOnce;

    public bool HasDeliveries => _deliveries.Count > 0;

    /// <summary>
    /// Adds a delivery, which waits for everything that was to be kept before it.
    /// </summary>
    public void Add(Delivery delivery)
    {
        KeepChanges();
        _deliveries.Add(delivery);
    }

    /// <summary>Events for one session.</summary>
    public void Reply(Session to, params RoomEvent[] events) => Add(new Delivery.Reply([to.Id], events));

    /// <summary>Events for everyone, whose messages are kept first.</summary>
    public void Broadcast(RoomEvent[] events)
    {
        var messages = events.OfType<RoomEvent.Spoken>().Select(spoken => spoken.Message).ToArray();
        if (messages.Length > 0) _atOnce ??= _deliveries.Count;
        _messages.AddRange(messages);
        Add(new Delivery.Broadcast(events));
    }

    /// <summary>Everything since the last call.</summary>
    public Outcome Take()
    {
        KeepChanges();
        var atOnce = _atOnce ?? _deliveries.Count;
        Delivery[] first = [.. _deliveries.Take(atOnce)], then = [.. _deliveries.Skip(atOnce)];
        var outcome = new Outcome(first, then, [.. _messages], [.. _changes])
        {
            ReadAfter = _deliveries.OfType<Delivery.Joined>().Min(joined => joined.Entrance.ReadAfter),
        };
        _deliveries.Clear();
        _messages.Clear();
        _changes.Clear();
        _atOnce = null;
        return outcome;
    }

    private void KeepChanges()
    {
        if (!registry.HasChanges) return;
        _atOnce ??= _deliveries.Count;
        _changes.AddRange(registry.TakeChanges());
    }
}
