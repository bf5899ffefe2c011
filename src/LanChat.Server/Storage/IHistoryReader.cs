using LanChat.Protocol;

namespace LanChat.Server.Storage;

/// <summary>
/// Reads a room's history without blocking its writer. Omits private messages. Not thread-safe.
/// </summary>
internal interface IHistoryReader : IDisposable
{
    /// <summary>The messages right before an id, oldest first.</summary>
    /// <exception cref="HistoryException">The history cannot be read now.</exception>
    IReadOnlyList<ChatMessage> ReadBefore(long id, int limit);

    /// <summary>The messages right after an id, oldest first.</summary>
    /// <exception cref="HistoryException">The history cannot be read now.</exception>
    IReadOnlyList<ChatMessage> ReadAfter(long id, int limit);

    /// <summary>
    /// The matching messages, newest first. May stop early; the result then says where to continue.
    /// </summary>
    /// <exception cref="HistoryException">The history cannot be read now.</exception>
    SearchResult Search(SearchQuery query);
}
