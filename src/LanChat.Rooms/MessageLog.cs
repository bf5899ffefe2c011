using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// The messages in the one order the room states: pending until the turn that tells everyone is
/// taken, then history. In memory are the newest messages, and as many of people as a newcomer is
/// shown, however many came and went since.
/// </summary>
internal sealed class MessageLog(RoomRules rules, RestoredState restored)
{
    private readonly Queue<ChatMessage> _newest = new(restored.Newest);
    private readonly Queue<ChatMessage> _talk = new(restored.Said);
    private readonly List<RoomEvent> _pending = [];

    public bool IsPending => _pending.Count > 0;

    /// <summary>The id of the last message, told or not.</summary>
    public long LastId { get; private set; } = restored.LastId;

    /// <summary>The id of the last message that everyone was told.</summary>
    public long LastTold { get; private set; } = restored.LastId;

    /// <summary>All messages in memory, oldest first.</summary>
    public ChatMessage[] InMemory
    {
        get
        {
            var from = _newest.TryPeek(out var first) ? first.Id : long.MaxValue;
            return [.. _talk.TakeWhile(message => message.Id < from), .. _newest];
        }
    }

    /// <summary>
    /// What a newcomer is shown: the last messages of people, and at most as many of what else
    /// happened since.
    /// </summary>
    public ChatMessage[] ForNewcomer
    {
        get
        {
            if (rules.HistorySize == 0) return [];
            var from = _talk.Count == rules.HistorySize ? _talk.Peek().Id : 0;
            var others = _newest.Where(message => message.Id > from && !message.IsTalk).TakeLast(rules.HistorySize);
            return [.. _talk.Concat(others).OrderBy(message => message.Id)];
        }
    }

    /// <summary>
    /// What a newcomer of the older clients is shown: the last messages of every kind.
    /// </summary>
    public ChatMessage[] ForOlderClients => [.. _newest.TakeLast(rules.HistorySizeRaw)];

    /// <summary>Whether everything after a message is in memory.</summary>
    public bool ReachesBackTo(long id) => id >= LastTold || (_newest.TryPeek(out var oldest) && oldest.Id <= id + 1);

    /// <summary>Appends a message under the next id.</summary>
    public void Append(ChatMessage message) => _pending.Add(new RoomEvent.Spoken(message with { Id = ++LastId }));

    /// <summary>Adds what everyone is told and no history keeps.</summary>
    public void Add(RoomEvent said) => _pending.Add(said);

    /// <summary>Everything since the last turn, in order; it is history from now on.</summary>
    public RoomEvent[] TakeTurn()
    {
        RoomEvent[] turn = [.. _pending];
        _pending.Clear();
        foreach (var said in turn)
        {
            if (said is not RoomEvent.Spoken { Message: var message }) continue;
            _newest.Enqueue(message);
            if (message.IsTalk) _talk.Enqueue(message);
            LastTold = message.Id;
        }

        while (_newest.Count > rules.KeptInMemory) _newest.Dequeue();
        while (_talk.Count > rules.HistorySize) _talk.Dequeue();
        return turn;
    }
}
