using System.Text;
using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// The offline messages of all registered nicknames, each nickname's in the order they were sent.
/// Each change to persist is added to the caller's changes.
/// </summary>
internal sealed class OfflineMailbox
{
    private readonly RegistryRules _rules;
    private readonly Dictionary<Nick, Queue<OfflineMessage>> _messages = [];
    private long _bytes;

    /// <param name="rules">The limits and the lifetime.</param>
    /// <param name="waiting">The restored messages, oldest first.</param>
    public OfflineMailbox(RegistryRules rules, IReadOnlyList<OfflineMessage> waiting)
    {
        _rules = rules;
        foreach (var message in waiting)
        {
            if (Nick.TryRecall(message.To, out var to)) Add(to, message);
        }
    }

    /// <summary>The nicknames that have offline messages.</summary>
    public IEnumerable<Nick> Recipients => _messages.Keys;

    /// <summary>Enqueues a message; returns the refusal if a limit is reached.</summary>
    public Refusal? Enqueue(
        OfflineMessage message, Nick to, Timestamp now, ICollection<RegistryChange> changes)
    {
        foreach (var nick in _messages.Keys.ToArray()) RemoveExpired(nick, now, changes);
        var waiting = _messages.TryGetValue(to, out var queue) ? queue.Count : 0;
        if (waiting >= _rules.MaxMailPerNick) return Refusal.WordsFull;
        if (_bytes + SizeOf(message.Message) > _rules.MaxMailBytes) return Refusal.WordsFull;

        Add(to, message);
        changes.Add(new RegistryChange.MessageQueued(message));
        return null;
    }

    /// <summary>The messages for a nickname, oldest first.</summary>
    public IReadOnlyList<OfflineMessage> For(Nick nick, Timestamp now, ICollection<RegistryChange> changes)
    {
        RemoveExpired(nick, now, changes);
        return _messages.TryGetValue(nick, out var queue) ? [.. queue] : [];
    }

    /// <summary>Removes the messages up to a number; returns whether there were any.</summary>
    public bool RemoveDelivered(Nick nick, long number, ICollection<RegistryChange> changes) =>
        Remove(nick, message => message.Number <= number, changes);

    private static int SizeOf(ChatMessage message) => Encoding.UTF8.GetByteCount(message.Text);

    private void Add(Nick to, OfflineMessage message)
    {
        if (!_messages.TryGetValue(to, out var queue)) _messages.Add(to, queue = new Queue<OfflineMessage>());
        queue.Enqueue(message);
        _bytes += SizeOf(message.Message);
    }

    private void RemoveExpired(Nick nick, Timestamp now, ICollection<RegistryChange> changes) =>
        Remove(nick, mail => now.Local - mail.Message.Time > _rules.MailLifetime, changes);

    private bool Remove(Nick nick, Func<OfflineMessage, bool> matches, ICollection<RegistryChange> changes)
    {
        if (!_messages.TryGetValue(nick, out var queue)) return false;
        var before = queue.Count;
        while (queue.TryPeek(out var message) && matches(message))
        {
            queue.Dequeue();
            _bytes -= SizeOf(message.Message);
            changes.Add(new RegistryChange.MessageRemoved(message.Number));
        }

        if (queue.Count == 0) _messages.Remove(nick);
        return queue.Count < before;
    }
}
