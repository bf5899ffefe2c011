using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.History;
using LanChat.Server.Search;
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
    public void The_oldest_unwritten_messages_beyond_the_limit_are_dropped_and_counted_once()
    {
        var store = new FailingStore(_history) { Fails = true };
        var writer = new HistoryWriter(store, maxUnwritten: 3);

        Assert.Equal(new HistoryWriter.Result("trouble", 0), writer.Write(TestMessages.Messages(1, 4)));
        Assert.Equal(new HistoryWriter.Result("trouble", 0), writer.Write(TestMessages.Messages(5, 5)));
        store.Fails = false;
        Assert.Equal(new HistoryWriter.Result(null, 2), writer.Write([]));
        Assert.Equal(new HistoryWriter.Result(null, 0), writer.Write(TestMessages.Messages(6, 6)));

        Assert.Equal([3, 4, 5, 6], _history.Restore(10).Newest.Select(message => message.Id));
    }

    [Theory]
    [InlineData(false, new long[] { 2, 3, 4, 5 })]
    [InlineData(true, new long[] { 4, 5 })]
    public void Unwritten_messages_are_read_after_stored_ones(bool cannotBeRead, long[] messages)
    {
        var store = new FailingStore(_history);
        var writer = new HistoryWriter(store, maxUnwritten: 10);
        writer.Write(TestMessages.Messages(1, 3));
        store.Fails = true;
        writer.Write(TestMessages.Messages(4, 5));
        store.Fails = cannotBeRead;

        Assert.Equal(messages, writer.ReadAfter(after: 1, limit: 10).Select(message => message.Id));
        Assert.Equal([5], writer.ReadAfter(after: 1, limit: 1).Select(message => message.Id));
    }

    [Fact]
    public void Messages_are_read_as_they_are_after_changes_that_are_not_written_yet()
    {
        var store = new FailingStore(_history);
        var writer = new HistoryWriter(store, maxUnwritten: 10);
        writer.Write(TestMessages.Messages(1, 3));
        store.Fails = true;
        writer.Write(
        [
            Change(4, MessageKind.Edited, 1, "changed"), Change(5, MessageKind.Recalled, 2, ""),
            TestMessages.Message(6, "held"), Change(7, MessageKind.Edited, 6, "held and changed"),
        ]);
        store.Fails = false;

        Assert.Equal(
            ["changed", "", "hello", "changed", "", "held", "held and changed"],
            writer.ReadAfter(after: 0, limit: 10).Select(message => message.Text));
        using var stored = _history.OpenReader();
        using var reader = new UnwrittenReader(stored, writer.Unwritten);
        var page = reader.ReadAfter(0, 10);
        Assert.Equal([1, 2, 3, 6], page.Select(message => message.Id));
        Assert.Equal(["changed", "", "hello", "held and changed"], page.Select(message => message.Text));
        Assert.True(page[1].IsGone);
        Assert.Equal([6, 1], Found("changed"));
        Assert.Equal([3], Found("hello"));

        writer.Write([]);
        Assert.Equal(("changed", 4), (_history.Restore(10).Newest[0].Text, _history.Restore(10).Newest[0].Edited));

        IEnumerable<long> Found(string text)
        {
            var query = new SearchQuery(text, null, null, null, long.MaxValue, 10);
            return reader.Search(query).Messages.Select(found => found.Id);
        }
    }

    private static ChatMessage Change(long id, MessageKind kind, long target, string text) =>
        TestMessages.Message(id, text, kind) with { Target = target };

    private sealed class FailingStore(IHistoryStore store) : IHistoryStore
    {
        public bool Fails { get; set; }

        public int Append(IReadOnlyList<ChatMessage> messages) =>
            Fails ? throw new HistoryException("trouble") : store.Append(messages);

        public IReadOnlyList<ChatMessage> ReadAfter(long id, int limit) =>
            Fails ? throw new HistoryException("trouble") : store.ReadAfter(id, limit);

        public RestoredState Restore(int count, int memberMessages = 0) => store.Restore(count, memberMessages);

        public void Apply(IReadOnlyList<RegistryChange> changes) => store.Apply(changes);

        public RegistrySnapshot ReadRegistry(int messages) => store.ReadRegistry(messages);

        public int Prune(RetentionPolicy policy, int limit) => store.Prune(policy, limit);

        public IHistoryReader OpenReader() => store.OpenReader();

        public IHistoryIndex? OpenIndex() => store.OpenIndex();

        public void Dispose() => store.Dispose();
    }
}
