using LanChat.Protocol;
using LanChat.Server.Storage;

namespace LanChat.Server.Search;

/// <summary>
/// Reads stored messages and, after them, unwritten ones; only the latter if the store cannot be
/// read.
/// </summary>
internal sealed class UnwrittenReader(IHistoryReader stored, IReadOnlyList<ChatMessage> held) : IHistoryReader
{
    private readonly InMemoryReader _unwritten = new([.. UnwrittenChanges.Apply(held, held)]);

    public IReadOnlyList<ChatMessage> ReadBefore(long id, int limit) =>
        [.. Merge(Try(() => stored.ReadBefore(id, limit)), _unwritten.ReadBefore(id, limit)).TakeLast(limit)];

    public IReadOnlyList<ChatMessage> ReadAfter(long id, int limit) =>
        [.. Merge(Try(() => stored.ReadAfter(id, limit)), _unwritten.ReadAfter(id, limit)).Take(limit)];

    public SearchResult Search(SearchQuery query)
    {
        var newest = _unwritten.Search(query);
        if (newest.Next is not null || newest.Messages.Count == query.Limit)
            return newest with { Next = newest.Messages[^1].Id };
        var before = Math.Min(query.Before, held[0].Id);
        var older = stored.Search(query with { Before = before, Limit = query.Limit - newest.Messages.Count });
        var changed = ReadChanged().Where(message => message.Id < before && !(message.Id < older.Next));
        var now = UnwrittenChanges.Apply(older.Messages.Concat(changed), held).Where(query.Matches)
            .DistinctBy(message => message.Id).OrderByDescending(message => message.Id).ToArray();
        var free = query.Limit - newest.Messages.Count;
        return now.Length <= free
            ? older with { Messages = [.. newest.Messages, .. now] }
            : new SearchResult([.. newest.Messages, .. now[..free]], now[free - 1].Id, false);
    }

    /// <summary>The stored messages of which a change is not written yet.</summary>
    private IEnumerable<ChatMessage> ReadChanged() => held.Where(message => message.IsChange)
        .SelectMany(change => Try(() => stored.ReadAfter(change.Target!.Value - 1, 1))
            .Where(message => message.Id == change.Target));

    /// <summary>The wrapped reader belongs to the caller.</summary>
    public void Dispose()
    {
    }

    // Unwritten messages may have been written meanwhile.
    private IEnumerable<ChatMessage> Merge(
        IReadOnlyList<ChatMessage> stored, IReadOnlyList<ChatMessage> unwritten) =>
        UnwrittenChanges.Apply(stored.Concat(unwritten), held)
            .DistinctBy(message => message.Id).OrderBy(message => message.Id);

    private static IReadOnlyList<ChatMessage> Try(Func<IReadOnlyList<ChatMessage>> read)
    {
        try
        {
            return read();
        }
        catch (HistoryException)
        {
            return [];
        }
    }
}
