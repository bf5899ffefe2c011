using LanChat.Protocol;
using LanChat.Rooms;

namespace LanChat.Server.Storage;

/// <summary>
/// A store that can be closed while nobody uses it: the next use opens it again. A server with many
/// rooms holds files open only for those in which something happens.
/// </summary>
internal sealed class RestingStore : IHistoryStore
{
    /// <summary>When a store was used last, for <see cref="OpenStores"/>.</summary>
    public sealed class Usage
    {
        public Usage() => Node = new LinkedListNode<Usage>(this);

        public LinkedListNode<Usage> Node { get; }

        public long Last { get; set; }

        /// <summary>
        /// Asks the owner of the store to call <see cref="Rest"/>, and to close its readers.
        /// </summary>
        public Action RequestRest { get; set; } = () => { };
    }

    private readonly IHistoryStore _first;
    private readonly Func<IHistoryStore> _reopen;
    private readonly OpenStores _stores;
    private readonly Usage _usage = new();
    private IHistoryStore? _open;

    /// <param name="first">The store, open.</param>
    /// <param name="reopen">Opens it again.</param>
    /// <param name="stores">The stores that have files open.</param>
    public RestingStore(IHistoryStore first, Func<IHistoryStore> reopen, OpenStores stores) =>
        (_first, _open, _reopen, _stores) = (first, first, reopen, stores);

    private IHistoryStore Store
    {
        get
        {
            _stores.Use(_usage);
            return _open ??= _reopen();
        }
    }

    /// <summary>Sets what is called when the store should rest.</summary>
    public void OnRestRequested(Action request)
    {
        _usage.RequestRest = request;
        _stores.Use(_usage);
    }

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
    public IHistoryReader OpenReader()
    {
        _stores.Use(_usage);
        return _first.OpenReader();
    }

    public IHistoryIndex? OpenIndex()
    {
        _stores.Use(_usage);
        return _first.OpenIndex();
    }

    public void Dispose()
    {
        _stores.Remove(_usage);
        Rest();
    }
}
