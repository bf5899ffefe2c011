using LanChat.Protocol;

namespace LanChat.Server.Storage;

/// <summary>Reads messages in memory.</summary>
/// <param name="messages">The messages, oldest first.</param>
internal sealed class InMemoryReader(IReadOnlyList<ChatMessage> messages) : IHistoryReader
{
    public IReadOnlyList<ChatMessage> ReadBefore(long id, int limit) =>
        [.. messages.Where(message => message.Id < id && IsPublic(message)).TakeLast(limit)];

    public IReadOnlyList<ChatMessage> ReadAfter(long id, int limit) =>
        [.. messages.Where(message => message.Id > id && IsPublic(message)).Take(limit)];

    public SearchResult Search(SearchQuery query)
    {
        var found = messages.Reverse().Where(query.Matches).Take(query.Limit + 1).ToArray();
        return found.Length > query.Limit ? new SearchResult(
            found[..query.Limit], found[query.Limit - 1].Id, false) : new SearchResult(found, null, false);
    }

    public void Dispose()
    {
    }

    private static bool IsPublic(ChatMessage message) => message is { Kind: not MessageKind.Private, IsChange: false };
}
