using LanChat.Protocol;
using LanChat.Rooms;

namespace LanChat.Server.Storage;

/// <summary>Where a room's talk is kept. Used by one thread at a time.</summary>
internal interface IHistoryStore : IDisposable
{
    /// <summary>
    /// Keeps messages, all or none; on the disk when it returns. Those that are kept already are
    /// passed over.
    /// </summary>
    /// <returns>How many were new.</returns>
    /// <exception cref="HistoryException">They can't be kept now.</exception>
    /// <remarks>
    /// A message whose <see cref="ChatMessage.Ref"/> another one has already is kept without it.
    /// </remarks>
    int Append(IReadOnlyList<ChatMessage> messages);

    /// <summary>
    /// Keeps what became of names and of words that wait, all or none, in order; on the disk when
    /// it returns.
    /// </summary>
    /// <exception cref="HistoryException">It can't be kept now.</exception>
    void Apply(IReadOnlyList<RegistryChange> changes);

    /// <summary>Forgets the oldest of what is beyond the bounds, all or none of it.</summary>
    /// <param name="bounds">What is to be kept.</param>
    /// <param name="most">How many messages are forgotten at once.</param>
    /// <returns>How many were forgotten; none when all is within the bounds.</returns>
    /// <exception cref="HistoryException">It can't be done now.</exception>
    int Forget(Bounds bounds, int most);

    /// <summary>
    /// What a room knows beside its talk when it opens; refs are those of the last so many
    /// messages.
    /// </summary>
    RegistrySnapshot Registry(int messages);

    /// <summary>
    /// What was said after a message, oldest first; of more than so many, the newest.
    /// </summary>
    /// <exception cref="HistoryException">It can't be read now.</exception>
    IReadOnlyList<ChatMessage> After(long id, int most);

    /// <summary>
    /// What a room remembers when it opens: the last so many messages, and so much of what people
    /// said.
    /// </summary>
    RestoredState Restore(int count, int said = 0);

    /// <summary>
    /// Opens another way to read it, for another thread; it does not keep this one from writing.
    /// Any thread may ask.
    /// </summary>
    /// <exception cref="HistoryException">It can't be read now.</exception>
    IHistoryReader OpenReader();

    /// <summary>
    /// Opens what makes searching fast, for another thread; null where the database does that
    /// itself. Any thread may ask.
    /// </summary>
    /// <exception cref="HistoryException">It can't be read now.</exception>
    IHistoryIndex? OpenIndex();
}
