using LanChat.Protocol;

namespace LanChat.Server.History;

/// <summary>Where a room's talk is kept. Used by one thread at a time.</summary>
internal interface IHistoryStore : IDisposable
{
    /// <summary>Keeps messages, all or none; on the disk when it returns. Those that are kept already are passed over.</summary>
    /// <returns>How many were new.</returns>
    /// <exception cref="HistoryException">They can't be kept now.</exception>
    int Append(IReadOnlyList<ChatMessage> messages);

    /// <summary>What was said after a message, oldest first; of more than so many, the newest.</summary>
    /// <exception cref="HistoryException">It can't be read now.</exception>
    IReadOnlyList<ChatMessage> After(long id, int most);

    /// <summary>What a room remembers when it opens: the last so many messages.</summary>
    Past Past(int count);
}
