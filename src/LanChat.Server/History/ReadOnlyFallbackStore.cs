using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Storage;
using LanChat.Server.Storage.Sqlite;
using LanChat.Texts;

namespace LanChat.Server.History;

/// <summary>
/// A store for a history that can be read but not written when the server starts: reads a copy
/// until a write succeeds in opening the history itself.
/// </summary>
/// <param name="file">The history's file.</param>
/// <param name="copy">The copy.</param>
/// <param name="open">Opens the history itself; called on every write until it succeeds.</param>
internal sealed class ReadOnlyFallbackStore(string file, HistoryCopy copy, Func<IHistoryStore> open) : IHistoryStore
{
    private readonly RestoredState _restored = copy.Store.Restore(0);
    private volatile IHistoryStore? _store;

    private IHistoryStore Readable => _store ?? copy.Store;

    public int Append(IReadOnlyList<ChatMessage> messages) => Writable().Append(messages);

    public void Apply(IReadOnlyList<RegistryChange> changes) => Writable().Apply(changes);

    public int Prune(RetentionPolicy policy, int limit) => _store?.Prune(policy, limit) ?? 0;

    public RegistrySnapshot ReadRegistry(int messages) => Readable.ReadRegistry(messages);

    public IReadOnlyList<ChatMessage> ReadAfter(long id, int limit) => Readable.ReadAfter(id, limit);

    public RestoredState Restore(int count, int memberMessages = 0) => Readable.Restore(count, memberMessages);

    public IHistoryReader OpenReader() => new Reader(this);

    public IHistoryIndex? OpenIndex() =>
        _store is { } store ? store.OpenIndex() : throw new HistoryException(ServerTexts.OnlyReadable(file));

    public void Dispose()
    {
        _store?.Dispose();
        copy.Dispose();
    }

    private IHistoryStore Writable()
    {
        if (_store is { } known) return known;
        var store = open();
        if (store.Restore(0).LastId != _restored.LastId)
        {
            store.Dispose();
            throw new HistoryException(ServerTexts.HistoryChanged(file));
        }

        // Migrating the copy of an earlier version has given it a log id of its own.
        store.Apply([new RegistryChange.LogIdSet(_restored.Log)]);
        _store = store;
        copy.Dispose();
        return store;
    }

    /// <summary>Follows the switch from the copy to the history.</summary>
    private sealed class Reader(ReadOnlyFallbackStore history) : IHistoryReader
    {
        private IHistoryStore? _store;
        private IHistoryReader? _reader;

        private IHistoryReader Now
        {
            get
            {
                var store = history.Readable;
                if (_reader is not null && _store == store) return _reader;
                _reader?.Dispose();
                (_store, _reader) = (store, store.OpenReader());
                return _reader;
            }
        }

        public IReadOnlyList<ChatMessage> ReadBefore(long id, int limit) => Now.ReadBefore(id, limit);

        public IReadOnlyList<ChatMessage> ReadAfter(long id, int limit) => Now.ReadAfter(id, limit);

        public SearchResult Search(SearchQuery query) => Now.Search(query);

        public void Dispose() => _reader?.Dispose();
    }
}
