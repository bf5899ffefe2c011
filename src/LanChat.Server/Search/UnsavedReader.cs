using LanChat.Protocol;
using LanChat.Server.Storage;

namespace LanChat.Server.Search;

/// <summary>
/// Reads what is kept and, after it, what waits to be kept. Where nothing can be read, only the
/// latter.
/// </summary>
internal sealed class UnsavedReader(IHistoryReader kept, IReadOnlyList<ChatMessage> unsaved) : IHistoryReader
{
    private readonly MessagesReader _unsaved = new(unsaved);

    public IReadOnlyList<ChatMessage> Below(long id, int most) =>
        [.. Merge(Try(() => kept.Below(id, most)), _unsaved.Below(id, most)).TakeLast(most)];

    public IReadOnlyList<ChatMessage> Above(long id, int most) =>
        [.. Merge(Try(() => kept.Above(id, most)), _unsaved.Above(id, most)).Take(most)];

    public Findings Search(Query query)
    {
        var newest = _unsaved.Search(query);
        if (newest.Next is not null || newest.Messages.Count == query.Limit)
            return newest with { Next = newest.Messages[^1].Id };
        var before = Math.Min(query.Before, unsaved[0].Id);
        var older = kept.Search(query with { Before = before, Limit = query.Limit - newest.Messages.Count });
        return older with { Messages = [.. newest.Messages, .. older.Messages] };
    }

    /// <summary>The other reader is not this one's.</summary>
    public void Dispose()
    {
    }

    // They may have been written meanwhile.
    private static IEnumerable<ChatMessage> Merge(
        IReadOnlyList<ChatMessage> kept, IReadOnlyList<ChatMessage> unsaved) =>
        kept.Concat(unsaved).DistinctBy(message => message.Id).OrderBy(message => message.Id);

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
