using System.Diagnostics;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Metrics;
using LanChat.Server.Storage;

namespace LanChat.Server.History;

/// <summary>
/// Writes turns in the order they came. What can't be written waits for the next time, up to a
/// bound.
/// </summary>
/// <param name="store">Where to.</param>
/// <param name="mostWaiting">How many messages may wait; of more the oldest are given up.</param>
internal sealed class HistoryWriter(IHistoryStore store, int mostWaiting)
{
    private readonly Lock _lock = new();
    private readonly List<ChatMessage> _waiting = [];
    private readonly List<RegistryChange> _changes = [];
    private int _lost;

    /// <summary>What waits; any thread may ask.</summary>
    public IReadOnlyList<ChatMessage> Waiting
    {
        get
        {
            lock (_lock) return _waiting.Count == 0 ? [] : _waiting.ToArray();
        }
    }

    /// <summary>Writes what waits and this; what became of it, when that is news.</summary>
    public Outcome Write(IEnumerable<ChatMessage> messages, IEnumerable<RegistryChange>? changes = null)
    {
        var begun = Stopwatch.GetTimestamp();
        var before = _waiting.Count;
        lock (_lock) _waiting.AddRange(messages);
        _changes.AddRange(changes ?? []);
        ServerMeter.Unwritten.Add(_waiting.Count - before);
        try
        {
            if (_waiting.Count > 0) store.Append(_waiting);
            if (_changes.Count > 0) store.Apply(_changes);
        }
        catch (HistoryException trouble)
        {
            GiveUpOldest();
            return new Outcome(trouble.Message, 0);
        }

        ServerMeter.WriteTime.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds);
        ServerMeter.Unwritten.Add(-_waiting.Count);
        var outcome = new Outcome(null, _lost);
        lock (_lock) _waiting.Clear();
        _changes.Clear();
        _lost = 0;
        return outcome;
    }

    /// <summary>
    /// What was said after a message, whether it is written or waits; where nothing can be read,
    /// only the latter.
    /// </summary>
    public IReadOnlyList<ChatMessage> Recall(long after, int most)
    {
        try
        {
            var waiting = _waiting.Where(message => message.Id > after).ToArray();
            return [.. store.After(after, most).Concat(waiting).TakeLast(most)];
        }
        catch (HistoryException)
        {
            return [.. _waiting.Where(message => message.Id > after).TakeLast(most)];
        }
    }

    private void GiveUpOldest()
    {
        var tooMany = Math.Max(_waiting.Count - mostWaiting, 0);
        lock (_lock) _waiting.RemoveRange(0, tooMany);
        _changes.RemoveRange(0, Math.Max(_changes.Count - mostWaiting, 0));
        ServerMeter.Unwritten.Add(-tooMany);
        _lost += tooMany;
    }

    /// <param name="Trouble">Why nothing could be written; null when all is.</param>
    /// <param name="Lost">How many messages were given up in the trouble that is over now.</param>
    public sealed record Outcome(string? Trouble, int Lost);
}
