using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>Collects the outcome of requests, in order.</summary>
internal sealed class OutcomeBuilder(RoomRegistry registry)
{
    private readonly List<Delivery> _deliveries = [];
    private readonly List<ChatMessage> _messages = [];
    private readonly List<RegistryChange> _changes = [];
    private readonly List<RoomChange> _roomChanges = [];
    private readonly List<StoredPrivateMessage> _privateMessages = [];
    private int? _immediateCount;

    public bool HasDeliveries => _deliveries.Count > 0 || _roomChanges.Count > 0 || _privateMessages.Count > 0;

    /// <summary>
    /// Adds a delivery; it waits for everything added before it that must be persisted.
    /// </summary>
    public void Add(Delivery delivery)
    {
        AddChanges();
        _deliveries.Add(delivery);
    }

    /// <summary>Adds a delivery to one session.</summary>
    public void Reply(Session to, params RoomEvent[] events) => Add(new Delivery.Reply([to.Id], events));

    /// <summary>Adds a delivery to every member; its messages are persisted first.</summary>
    public void Broadcast(RoomEvent[] events)
    {
        var messages = events.OfType<RoomEvent.Spoken>().Select(spoken => spoken.Message).ToArray();
        if (messages.Length > 0) _immediateCount ??= _deliveries.Count;
        _messages.AddRange(messages);
        Add(new Delivery.Broadcast(events));
    }

    /// <summary>Adds a change of the room's record; what is added later waits for it.</summary>
    public void Persist(RoomChange change)
    {
        _immediateCount ??= _deliveries.Count;
        _roomChanges.Add(change);
    }

    /// <summary>Adds a private message to keep; what is added later waits for it.</summary>
    public void Persist(StoredPrivateMessage message)
    {
        AddChanges();
        _immediateCount ??= _deliveries.Count;
        _privateMessages.Add(message);
    }

    /// <summary>Returns the outcome of all requests since the last call.</summary>
    public Outcome Build()
    {
        AddChanges();
        var count = _immediateCount ?? _deliveries.Count;
        Delivery[] immediate = [.. _deliveries.Take(count)], rest = [.. _deliveries.Skip(count)];
        var outcome = new Outcome(immediate, rest, [.. _messages], [.. _changes])
        {
            ReadAfter = _deliveries.OfType<Delivery.Joined>().Min(joined => joined.Entrance.ReadAfter),
            RoomChanges = [.. _roomChanges],
            PrivateMessages = [.. _privateMessages],
        };
        _deliveries.Clear();
        _messages.Clear();
        _changes.Clear();
        _roomChanges.Clear();
        _privateMessages.Clear();
        _immediateCount = null;
        return outcome;
    }

    private void AddChanges()
    {
        if (!registry.HasChanges) return;
        _immediateCount ??= _deliveries.Count;
        _changes.AddRange(registry.DequeueChanges());
    }
}
