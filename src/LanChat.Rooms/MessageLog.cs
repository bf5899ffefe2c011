using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// The messages in their final order: pending until <see cref="DequeueBatch"/>, history afterwards.
/// Holds the newest messages in memory, and separately the newest member messages a newcomer is
/// shown, so that joins and leaves do not displace them.
/// </summary>
internal sealed class MessageLog(RoomRules rules, RestoredState restored)
{
    private readonly Queue<ChatMessage> _newest = new(Quoted(restored.Newest, restored));
    private readonly Queue<ChatMessage> _memberMessages = new(Quoted(restored.MemberMessages, restored));
    private readonly List<RoomEvent> _pending = [];

    public bool IsPending => _pending.Count > 0;

    /// <summary>The id of the last message, pending ones included.</summary>
    public long LastId { get; private set; } = restored.LastId;

    /// <summary>The id of the last published message.</summary>
    public long LastPublished { get; private set; } = restored.LastId;

    /// <summary>The id of the last published member message; 0 if memory holds none.</summary>
    public long LastTalk => _memberMessages.Count > 0 ? _memberMessages.Last().Id : 0;

    /// <summary>All messages in memory, oldest first.</summary>
    public ChatMessage[] InMemory
    {
        get
        {
            var from = _newest.TryPeek(out var first) ? first.Id : long.MaxValue;
            return [.. _memberMessages.TakeWhile(message => message.Id < from), .. _newest];
        }
    }

    /// <summary>
    /// The history for a newcomer: the newest member messages, and at most as many system messages
    /// since the first of them.
    /// </summary>
    public ChatMessage[] ForNewcomer
    {
        get
        {
            if (rules.HistorySize == 0) return [];
            var from = _memberMessages.Count == rules.HistorySize ? _memberMessages.Peek().Id : 0;
            var others = _newest.Where(message => message is { IsTalk: false, IsChange: false } && message.Id > from)
                .TakeLast(rules.HistorySize);
            return [.. _memberMessages.Concat(others).OrderBy(message => message.Id)];
        }
    }

    /// <summary>
    /// The history for a newcomer of the older dialects: the newest messages of every kind.
    /// </summary>
    public ChatMessage[] ForOlderClients =>
        [.. _newest.Where(message => !message.IsChange).TakeLast(rules.HistorySizeRaw)];

    /// <summary>Whether all messages after <paramref name="id"/> are in memory.</summary>
    public bool ReachesBackTo(long id) =>
        id >= LastPublished || (_newest.TryPeek(out var oldest) && oldest.Id <= id + 1);

    /// <summary>
    /// A message as it is now, after all changes, pending ones included; null if it is not in
    /// memory.
    /// </summary>
    public ChatMessage? Find(long id)
    {
        var pending = _pending.OfType<RoomEvent.Spoken>().Select(spoken => spoken.Message).ToArray();
        var found = Array.Find(pending, message => message.Id == id)
            ?? _newest.FirstOrDefault(message => message.Id == id)
            ?? _memberMessages.FirstOrDefault(message => message.Id == id);
        return found is null ? null : pending.Where(change => change.Target == id).Aggregate(found, Changed);
    }

    /// <summary>Appends a message under the next id.</summary>
    public void Append(ChatMessage message) => _pending.Add(new RoomEvent.Spoken(message with { Id = ++LastId }));

    /// <summary>Appends an event that is published but not part of the history.</summary>
    public void Add(RoomEvent what) => _pending.Add(what);

    /// <summary>
    /// Removes and returns the pending events, in order; their messages become history.
    /// </summary>
    public RoomEvent[] DequeueBatch()
    {
        RoomEvent[] batch = [.. _pending];
        _pending.Clear();
        foreach (var what in batch)
        {
            if (what is not RoomEvent.Spoken { Message: var message }) continue;
            _newest.Enqueue(message);
            if (message.IsTalk) _memberMessages.Enqueue(message);
            if (message.IsChange) Apply(message);
            LastPublished = message.Id;
        }

        while (_newest.Count > rules.HeldInMemory) _newest.Dequeue();
        while (_memberMessages.Count > rules.HistorySize) _memberMessages.Dequeue();
        return batch;
    }

    private void Apply(ChatMessage change)
    {
        var quote = Find(change.Target!.Value) is { } target ? Quote.Of(Changed(target, change)) : null;
        foreach (var queue in new[] { _newest, _memberMessages })
        {
            var messages = queue.ToArray();
            queue.Clear();
            foreach (var message in messages)
            {
                queue.Enqueue(message.Id == change.Target ? Changed(message, change)
                    : message.Target == change.Target && message.Id < change.Id ? message with { Text = "" }
                    : message.Re == change.Target && message.Quote is not null ? message with { Quote = quote }
                    : message);
            }
        }
    }

    private static IReadOnlyList<ChatMessage> Quoted(IReadOnlyList<ChatMessage> messages, RestoredState restored) =>
        Quotes.Fill(messages, id => restored.MemberMessages.FirstOrDefault(message => message.Id == id));

    private static ChatMessage Changed(ChatMessage message, ChatMessage change) => message.After(change);
}
