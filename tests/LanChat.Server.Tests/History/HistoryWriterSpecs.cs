using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.History;
using LanChat.Server.Storage;
using LanChat.Server.Storage.Sqlite;

namespace LanChat.Server.Tests.History;

public sealed class HistoryWriterSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteHistory _history;

    public HistoryWriterSpecs() => _history = SqliteHistory.Open(_folder.File("history.db"));

    public void Dispose()
    {
        _history.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Of_more_than_may_wait_the_oldest_are_given_up_and_counted_once()
    {
        var store = new Faltering(_history) { Falters = true };
        var writer = new HistoryWriter(store, mostWaiting: 3);

        Assert.Equal(new HistoryWriter.Outcome("trouble", 0), writer.Write(Said.Messages(1, 4)));
        Assert.Equal(new HistoryWriter.Outcome("trouble", 0), writer.Write(Said.Messages(5, 5)));
        store.Falters = false;
        Assert.Equal(new HistoryWriter.Outcome(null, 2), writer.Write([]));
        Assert.Equal(new HistoryWriter.Outcome(null, 0), writer.Write(Said.Messages(6, 6)));

        Assert.Equal([3, 4, 5, 6], _history.Restore(10).Newest.Select(message => message.Id));
    }

    [Theory]
    [InlineData(false, new long[] { 2, 3, 4, 5 })]
    [InlineData(true, new long[] { 4, 5 })]
    public void What_waits_is_recalled_after_what_is_written(bool cannotBeRead, long[] recalled)
    {
        var store = new Faltering(_history);
        var writer = new HistoryWriter(store, mostWaiting: 10);
        writer.Write(Said.Messages(1, 3));
        store.Falters = true;
        writer.Write(Said.Messages(4, 5));
        store.Falters = cannotBeRead;

        Assert.Equal(recalled, writer.Recall(after: 1, most: 10).Select(message => message.Id));
        Assert.Equal([5], writer.Recall(after: 1, most: 1).Select(message => message.Id));
    }

    private sealed class Faltering(IHistoryStore store) : IHistoryStore
    {
        public bool Falters { get; set; }

        public int Append(IReadOnlyList<ChatMessage> messages) =>
            Falters ? throw new HistoryException("trouble") : store.Append(messages);

        public IReadOnlyList<ChatMessage> After(long id, int most) =>
            Falters ? throw new HistoryException("trouble") : store.After(id, most);

        public RestoredState Restore(int count, int said = 0) => store.Restore(count, said);

        public void Apply(IReadOnlyList<RegistryChange> changes) => store.Apply(changes);

        public RegistrySnapshot Registry(int messages) => store.Registry(messages);

        public int Forget(Bounds bounds, int most) => store.Forget(bounds, most);

        public IHistoryReader OpenReader() => store.OpenReader();

        public IHistoryIndex? OpenIndex() => store.OpenIndex();

        public void Dispose() => store.Dispose();
    }
}
