using System.Text;
using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// The private messages that wait for owners of nicknames, in the order they were said.
/// </summary>
internal sealed class OfflineMailbox
{
    private readonly RegistryRules _rules;
    private readonly ICollection<RegistryChange> _changes;
    private readonly Dictionary<Nick, Queue<OfflineMessage>> _messages = [];
    private long _bytes;
    private long _lastNumber;

    /// <param name="rules">How many may wait, and how long.</param>
    /// <param name="waiting">Those that wait already, oldest first.</param>
    /// <param name="changes">Where changes are added, to be persisted.</param>
    public OfflineMailbox(
        RegistryRules rules, IReadOnlyList<OfflineMessage> waiting, ICollection<RegistryChange> changes)
    {
        (_rules, _changes) = (rules, changes);
        foreach (var message in waiting)
        {
            if (Nick.TryRecall(message.To, out var to)) Add(to, message);
        }
    }

    /// <summary>The nicknames for whom something waits.</summary>
    public IEnumerable<Nick> Addressees => _messages.Keys;

    /// <summary>Enqueues a message; returns the reason when a limit is reached.</summary>
    public Refusal? Enqueue(Nick to, ChatMessage message, Moment now)
    {
        foreach (var nick in _messages.Keys.ToArray()) DropExpired(nick, now);
        var waiting = _messages.TryGetValue(to, out var queue) ? queue.Count : 0;
        if (waiting >= _rules.MaxMailPerNick) return Refusal.WordsFull;
        if (_bytes + SizeOf(message) > _rules.MaxMailBytes) return Refusal.WordsFull;

        // Milliseconds grow over restarts, even if no message is left that has the last number.
        var milliseconds = new DateTimeOffset(now.Utc, TimeSpan.Zero).ToUnixTimeMilliseconds();
        var queued = new OfflineMessage(Math.Max(_lastNumber + 1, milliseconds), to.Text, message);
        Add(to, queued);
        _changes.Add(new RegistryChange.MessageQueued(queued));
        return null;
    }

    /// <summary>What waits for a nickname, oldest first.</summary>
    public IReadOnlyCollection<OfflineMessage> For(Nick nick, Moment now)
    {
        DropExpired(nick, now);
        return _messages.TryGetValue(nick, out var queue) ? queue : [];
    }

    /// <summary>Removes all messages up to a number; returns whether there were any.</summary>
    public bool Delivered(Nick nick, long number) => Drop(nick, message => message.Number <= number);

    private static int SizeOf(ChatMessage message) => Encoding.UTF8.GetByteCount(message.Text);

    private void Add(Nick to, OfflineMessage message)
    {
        if (!_messages.TryGetValue(to, out var queue)) _messages.Add(to, queue = new Queue<OfflineMessage>());
        queue.Enqueue(message);
        _bytes += SizeOf(message.Message);
        _lastNumber = Math.Max(_lastNumber, message.Number);
    }

    private void DropExpired(Nick nick, Moment now) =>
        Drop(nick, mail => now.Local - mail.Message.Time > _rules.MailKept);

    private bool Drop(Nick nick, Func<OfflineMessage, bool> isOver)
    {
        if (!_messages.TryGetValue(nick, out var queue)) return false;
        var before = queue.Count;
        while (queue.TryPeek(out var message) && isOver(message))
        {
            queue.Dequeue();
            _bytes -= SizeOf(message.Message);
            _changes.Add(new RegistryChange.MessageRemoved(message.Number));
        }

        if (queue.Count == 0) _messages.Remove(nick);
        return queue.Count < before;
    }
}
