using LanChat.Protocol;
using LanChat.Rooms;

namespace LanChat.Server.Storage;

/// <summary>
/// A store that can be closed while nobody uses it: the next use opens it again. A server with many
/// rooms holds files open only for those in which something happens.
/// </summary>
internal sealed class RestingStore : IHistoryStore
{
    private readonly IHistoryStore _first;
    private readonly Func<IHistoryStore> _reopen;
    private IHistoryStore? _open;

    /// <param name="first">The store, open.</param>
    /// <param name="reopen">Opens it again.</param>
    public RestingStore(IHistoryStore first, Func<IHistoryStore> reopen) =>
        (_first, _open, _reopen) = (first, first, reopen);

    private IHistoryStore Store => _open ??= _reopen();

    /// <summary>Closes the store until it is used again. Call it on the writer's thread.</summary>
    public void Rest()
    {
        _open?.Dispose();
        _open = null;
    }

    public int Append(IReadOnlyList<ChatMessage> messages) => Store.Append(messages);

    public void Apply(IReadOnlyList<RegistryChange> changes) => Store.Apply(changes);

    public int Prune(RetentionPolicy policy, int limit) => Store.Prune(policy, limit);

    public RegistrySnapshot ReadRegistry(int messages) => Store.ReadRegistry(messages);

    public IReadOnlyList<ChatMessage> ReadAfter(long id, int limit) => Store.ReadAfter(id, limit);

    public RestoredState Restore(int count, int memberMessages = 0) => Store.Restore(count, memberMessages);

    // Readers and the index have connections of their own, which need the store's place only.
    public IHistoryReader OpenReader() => _first.OpenReader();

    public IHistoryIndex? OpenIndex() => _first.OpenIndex();

    public void Dispose() => Rest();
}
