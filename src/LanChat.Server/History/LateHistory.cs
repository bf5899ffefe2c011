using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Storage;
using LanChat.Server.Storage.Sqlite;
using LanChat.Texts;

namespace LanChat.Server.History;

/// <summary>
/// A history that could be read but not written when its server started. A copy of it is read
/// until, with something to write, the history itself can be opened.
/// </summary>
/// <param name="file">The history's file.</param>
/// <param name="copy">A copy of it.</param>
/// <param name="open">
/// Opens the history itself; tried again with everything that is to be written.
/// </param>
internal sealed class LateHistory(string file, HistoryCopy copy, Func<IHistoryStore> open) : IHistoryStore
{
    private readonly RestoredState _restored = copy.Store.Restore(0);
    private volatile IHistoryStore? _store;

    private IHistoryStore Readable => _store ?? copy.Store;

    public int Append(IReadOnlyList<ChatMessage> messages) => Writable().Append(messages);

    public void Apply(IReadOnlyList<RegistryChange> changes) => Writable().Apply(changes);

    public int Forget(Bounds bounds, int most) => _store?.Forget(bounds, most) ?? 0;

    public RegistrySnapshot Registry(int messages) => Readable.Registry(messages);

    public IReadOnlyList<ChatMessage> After(long id, int most) => Readable.After(id, most);

    public RestoredState Restore(int count, int said = 0) => Readable.Restore(count, said);

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

    /// <summary>Reads what can be read when it is asked.</summary>
    private sealed class Reader(LateHistory history) : IHistoryReader
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

        public IReadOnlyList<ChatMessage> Below(long id, int most) => Now.Below(id, most);

        public IReadOnlyList<ChatMessage> Above(long id, int most) => Now.Above(id, most);

        public Findings Search(Query query) => Now.Search(query);

        public void Dispose() => _reader?.Dispose();
    }
}
