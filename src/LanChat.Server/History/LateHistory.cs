using LanChat.Protocol;
using LanChat.Server.Lookup;
using LanChat.Server.Names;
using LanChat.Texts;

namespace LanChat.Server.History;

/// <summary>
/// A history that could be read but not written when its server started. A copy of it is read until, with something to write, the history
/// itself can be opened.
/// </summary>
/// <param name="file">The history's file.</param>
/// <param name="copy">A copy of it.</param>
/// <param name="open">Opens the history itself; tried again with everything that is to be written.</param>
internal sealed class LateHistory(string file, HistoryCopy copy, Func<IHistoryStore> open) : IHistoryStore
{
    private readonly Past _past = copy.Store.Past(0);
    private volatile IHistoryStore? _store;

    private IHistoryStore Readable => _store ?? copy.Store;

    public int Append(IReadOnlyList<ChatMessage> messages) => Writable().Append(messages);

    public void Note(IReadOnlyList<Note> notes) => Writable().Note(notes);

    public int Forget(Bounds bounds, int most) => _store?.Forget(bounds, most) ?? 0;

    public Book Book(int messages) => Readable.Book(messages);

    public IReadOnlyList<ChatMessage> After(long id, int most) => Readable.After(id, most);

    public Past Past(int count, int said = 0) => Readable.Past(count, said);

    public IHistoryReader OpenReader() => new Reader(this);

    public IHistoryIndex? OpenIndex() => _store is { } store ? store.OpenIndex() : throw new HistoryException(ServerTexts.OnlyReadable(file));

    public void Dispose()
    {
        _store?.Dispose();
        copy.Dispose();
    }

    private IHistoryStore Writable()
    {
        if (_store is { } known) return known;
        var store = open();
        if (store.Past(0).LastId != _past.LastId)
        {
            store.Dispose();
            throw new HistoryException(ServerTexts.HistoryChanged(file));
        }

        store.Note([new Note.LogIs(_past.Log)]); // the copy of an earlier version has got one of its own
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
