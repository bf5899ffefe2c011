using LanChat.Protocol;

namespace LanChat.Server.Storage;

/// <summary>
/// Reads a room's history for those who ask, beside its writer, which never waits for it. Used by
/// one thread at a time. What was said in private is not in it.
/// </summary>
internal interface IHistoryReader : IDisposable
{
    /// <summary>The messages right before this number, oldest first.</summary>
    /// <exception cref="HistoryException">It can't be read now.</exception>
    IReadOnlyList<ChatMessage> Below(long id, int most);

    /// <summary>The messages right after this number, oldest first.</summary>
    /// <exception cref="HistoryException">It can't be read now.</exception>
    IReadOnlyList<ChatMessage> Above(long id, int most);

    /// <summary>
    /// What matches, newest first; not necessarily all of it, but then it says where to go on.
    /// </summary>
    /// <exception cref="HistoryException">It can't be read now.</exception>
    Findings Search(Query query);
}
