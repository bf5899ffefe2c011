using System.Diagnostics;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Metrics;
using LanChat.Server.Storage;

namespace LanChat.Server.History;

/// <summary>
/// Writes batches in order. Holds unwritten ones in memory, up to a limit, and retries with the
/// next write.
/// </summary>
/// <param name="store">The store to write to.</param>
/// <param name="maxUnwritten">
/// The maximum number of unwritten messages; the oldest beyond it are dropped.
/// </param>
internal sealed class HistoryWriter(IHistoryStore store, int maxUnwritten)
{
    private readonly Lock _lock = new();
    private readonly List<ChatMessage> _unwritten = [];
    private readonly List<RegistryChange> _changes = [];
    private int _lost;

    /// <summary>The messages that are not written yet. Thread-safe.</summary>
    public IReadOnlyList<ChatMessage> Unwritten
    {
        get
        {
            lock (_lock) return _unwritten.Count == 0 ? [] : _unwritten.ToArray();
        }
    }

    /// <summary>Writes the unwritten and the given messages and changes.</summary>
    public Result Write(IEnumerable<ChatMessage> messages, IEnumerable<RegistryChange>? changes = null)
    {
        var start = Stopwatch.GetTimestamp();
        var before = _unwritten.Count;
        lock (_lock) _unwritten.AddRange(messages);
        _changes.AddRange(changes ?? []);
        ServerMeter.Unwritten.Add(_unwritten.Count - before);
        try
        {
            if (_unwritten.Count > 0) store.Append(_unwritten);
            if (_changes.Count > 0) store.Apply(_changes);
        }
        catch (HistoryException error)
        {
            DropOldest();
            return new Result(error.Message, 0);
        }

        ServerMeter.WriteTime.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
        ServerMeter.Unwritten.Add(-_unwritten.Count);
        var result = new Result(null, _lost);
        lock (_lock) _unwritten.Clear();
        _changes.Clear();
        _lost = 0;
        return result;
    }

    /// <summary>
    /// The messages after an id, unwritten ones included; only those if the store cannot be read.
    /// </summary>
    public IReadOnlyList<ChatMessage> ReadAfter(long after, int limit)
    {
        try
        {
            var unwritten = _unwritten.Where(message => message.Id > after).ToArray();
            var stored = UnwrittenChanges.Apply(store.ReadAfter(after, limit), _unwritten);
            return UnwrittenChanges.Newest([.. stored, .. unwritten], limit);
        }
        catch (HistoryException)
        {
            return [.. _unwritten.Where(message => message.Id > after).TakeLast(limit)];
        }
    }

    private void DropOldest()
    {
        var excess = Math.Max(_unwritten.Count - maxUnwritten, 0);
        lock (_lock) _unwritten.RemoveRange(0, excess);
        _changes.RemoveRange(0, Math.Max(_changes.Count - maxUnwritten, 0));
        ServerMeter.Unwritten.Add(-excess);
        _lost += excess;
    }

    /// <param name="Error">The error; null if everything is written.</param>
    /// <param name="Lost">The number of messages dropped during the failure that has ended.</param>
    public sealed record Result(string? Error, int Lost);
}
