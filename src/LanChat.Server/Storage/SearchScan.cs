using LanChat.Protocol;

namespace LanChat.Server.Storage;

/// <summary>
/// Scans messages, newest first, until the query's limit, the scan limit or the oldest candidate is
/// reached.
/// </summary>
/// <param name="query">The query.</param>
/// <param name="oldest">The id of the oldest message that can match.</param>
internal sealed class SearchScan(SearchQuery query, long oldest)
{
    /// <summary>The maximum number of messages scanned for one reply.</summary>
    public const int MaxExamined = 20_000;

    private readonly List<ChatMessage> _found = [];
    private long? _next;
    private bool _scanLimitReached;
    private int _examined;

    public void Examine(IEnumerable<ChatMessage> messages) =>
        Examine(messages.Select(message => (message.Id, (ChatMessage?)message)));

    /// <summary>Scans messages; null stands for one that is known not to match.</summary>
    public void Examine(IEnumerable<(long Id, ChatMessage? Message)> messages)
    {
        if (_next is not null) return;
        foreach (var (id, message) in messages)
        {
            if (id < oldest) return;
            if (message is not null && query.Matches(message) && !TryAdd(message)) return;
            if (++_examined < MaxExamined) continue;
            (_next, _scanLimitReached) = (id, true);
            return;
        }
    }

    /// <summary>Ends the scan before an id: messages from there on were not scanned.</summary>
    public void StopBefore(long before)
    {
        if (_next is null) (_next, _scanLimitReached) = (before, true);
    }

    public SearchResult Result() => new(_found, _next, _scanLimitReached);

    /// <summary>Finds limit + 1 messages to learn whether there are more.</summary>
    private bool TryAdd(ChatMessage message)
    {
        if (_found.Count == query.Limit) _next = _found[^1].Id;
        else _found.Add(message);
        return _next is null;
    }
}
