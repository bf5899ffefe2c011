using LanChat.Protocol;
using LanChat.Rooms;

namespace LanChat.Server.Storage;

/// <summary>Persists a room's history. Not thread-safe, except where a member says so.</summary>
internal interface IHistoryStore : IDisposable
{
    /// <summary>
    /// Persists messages in one transaction, which is on the disk on return. Idempotent: messages
    /// that are stored already are skipped.
    /// </summary>
    /// <returns>The number of new messages.</returns>
    /// <exception cref="HistoryException">The messages cannot be written now.</exception>
    /// <remarks>
    /// A message is stored without its <see cref="ChatMessage.Ref"/> if another one has it.
    /// </remarks>
    int Append(IReadOnlyList<ChatMessage> messages);

    /// <summary>
    /// Persists registry changes in order and in one transaction, which is on the disk on return.
    /// </summary>
    /// <exception cref="HistoryException">The changes cannot be written now.</exception>
    void Apply(IReadOnlyList<RegistryChange> changes);

    /// <summary>
    /// Deletes the oldest messages beyond the retention policy in one transaction.
    /// </summary>
    /// <param name="policy">The retention policy.</param>
    /// <param name="limit">The maximum number of messages to delete.</param>
    /// <returns>The number of deleted messages; 0 if all are within the policy.</returns>
    /// <exception cref="HistoryException">The messages cannot be deleted now.</exception>
    int Prune(RetentionPolicy policy, int limit);

    /// <summary>
    /// Reads the registry, with the refs of the newest <paramref name="messages"/> messages.
    /// </summary>
    RegistrySnapshot ReadRegistry(int messages);

    /// <summary>
    /// The messages after an id, oldest first; the newest of them beyond the limit.
    /// </summary>
    /// <exception cref="HistoryException">The history cannot be read now.</exception>
    IReadOnlyList<ChatMessage> ReadAfter(long id, int limit);

    /// <summary>
    /// Reads the state of a room: the newest messages, and the newest member messages.
    /// </summary>
    RestoredState Restore(int count, int memberMessages = 0);

    /// <summary>Opens a reader for another thread; it does not block writes. Thread-safe.</summary>
    /// <exception cref="HistoryException">The history cannot be read now.</exception>
    IHistoryReader OpenReader();

    /// <summary>
    /// Opens the search index for another thread; null if there is none to fill. Thread-safe.
    /// </summary>
    /// <exception cref="HistoryException">The history cannot be read now.</exception>
    IHistoryIndex? OpenIndex();
}
