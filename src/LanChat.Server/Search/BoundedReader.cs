using LanChat.Protocol;
using LanChat.Server.Storage;

namespace LanChat.Server.Search;

/// <summary>Reads a history as if it began after a message.</summary>
internal sealed class BoundedReader(IHistoryReader reader, long after) : IHistoryReader
{
    public IReadOnlyList<ChatMessage> ReadBefore(long id, int limit) =>
        [.. reader.ReadBefore(id, limit).Where(IsReadable)];

    public IReadOnlyList<ChatMessage> ReadAfter(long id, int limit) => reader.ReadAfter(Math.Max(id, after), limit);

    public SearchResult Search(SearchQuery query)
    {
        var found = reader.Search(query);
        return found.Messages.All(IsReadable) && !(found.Next <= after + 1)
            ? found
            : found with { Messages = [.. found.Messages.Where(IsReadable)], Next = null, ScanLimitReached = false };
    }

    public void Dispose() => reader.Dispose();

    private bool IsReadable(ChatMessage message) => message.Id > after;
}
