using Akka.Actor;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.History;
using LanChat.Server.Search;
using LanChat.Server.Storage;

namespace LanChat.Server.Tests.History;

public sealed class HistoryActorSpecs : Spec
{
    private readonly ScriptedStore _store = new();

    private IActorRef Open(string durability) =>
        Sys.ActorOf(HistoryActor.Props(
            _store, TestSettings.With($"history.durability={durability}", "history.unsaved=3").History));

    private static HistoryProtocol.Persist Persist(long number) => new(number, [TestMessages.Message(number)]);

    [Fact]
    public void Persisted_means_written()
    {
        Open("committed").Tell(Persist(1), TestActor);

        Assert.Equal(1, ExpectMsg<HistoryProtocol.Persisted>().Number);
        Assert.Equal([1], _store.Stored);
    }

    [Fact]
    public void Relaxed_batches_are_grouped_and_written_soon()
    {
        var history = Open("relaxed");

        for (var number = 1; number <= 5; number++)
        {
            history.Tell(Persist(number), TestActor);
            Assert.Equal(number, ExpectMsg<HistoryProtocol.Persisted>().Number);
        }

        AwaitAssert(() => Assert.Equal([1, 2, 3, 4, 5], _store.Stored));
        Assert.InRange(_store.Transactions, 1, 4);
    }

    [Theory]
    [InlineData("committed")]
    [InlineData("relaxed")]
    public void Unwritten_messages_are_written_when_the_store_recovers(string durability)
    {
        _store.Failure = "the disk is full";
        var history = Open(durability);
        history.Tell(Persist(1), TestActor);
        history.Tell(Persist(2), TestActor);

        FishForMessage(message => message is HistoryProtocol.StoreUnavailable { Reason: "the disk is full" });
        _store.Failure = null;

        // The actor retries by itself.
        var recovered = (HistoryProtocol.StoreRecovered)FishForMessage(
            message => message is HistoryProtocol.StoreRecovered);
        Assert.Equal(0, recovered.Lost);
        Assert.Equal([1, 2], _store.Stored);
    }

    [Theory]
    [InlineData("committed")]
    [InlineData("relaxed")]
    public void A_read_includes_everything_persisted_before(string durability)
    {
        var history = Open(durability);
        for (var number = 1; number <= 3; number++) history.Tell(Persist(number), TestActor);

        history.Tell(new HistoryProtocol.ReadSince(9, After: 1, Limit: 10), TestActor);

        var read = (HistoryProtocol.MessagesRead)FishForMessage(message => message is HistoryProtocol.MessagesRead);
        Assert.Equal(9, read.Number);
        Assert.Equal([2, 3], read.Messages.Select(said => said.Id));
    }

    [Theory]
    [InlineData("committed")]
    [InlineData("relaxed")]
    public void A_search_includes_everything_persisted_before(string durability)
    {
        var history = Open(durability);
        for (var number = 1; number <= 3; number++) history.Tell(Persist(number), TestActor);

        history.Tell(
            new SearchProtocol.Run(new ClientMessage.ReadHistory(7, null, null, null, null), TestActor, []), TestActor);

        var reply = (SearchProtocol.Reply)FishForMessage(message => message is SearchProtocol.Reply);
        var page = Assert.IsType<RoomEvent.HistoryPage>(reply.Event);
        Assert.Equal(7, page.Tag);
        Assert.Equal([1, 2, 3], page.Messages.Select(said => said.Id));
    }

    [Fact]
    public void A_search_includes_unwritten_messages()
    {
        var history = Open("committed");
        history.Tell(
            new SearchProtocol.Run(new ClientMessage.ReadHistory(1, null, null, null, null), TestActor, []), TestActor);
        ExpectMsg<SearchProtocol.Reply>();
        _store.Failure = "the disk is full";
        history.Tell(Persist(4), TestActor);

        history.Tell(
            new SearchProtocol.Run(new ClientMessage.ReadHistory(2, null, null, null, null), TestActor, []), TestActor);

        var reply = (SearchProtocol.Reply)FishForMessage(message => message is SearchProtocol.Reply);
        Assert.Equal([4], Assert.IsType<RoomEvent.HistoryPage>(reply.Event).Messages.Select(said => said.Id));
    }

    [Fact]
    public void A_failed_search_is_refused_and_the_next_one_succeeds()
    {
        _store.Failure = "the disk is gone";
        var history = Open("committed");
        var search = new SearchProtocol.Run(new ClientMessage.ReadHistory(1, null, null, null, null), TestActor, []);
        history.Tell(search, TestActor);
        Assert.Equal("history-unreadable", Assert.IsType<RoomEvent.Refused>(
            ExpectMsg<SearchProtocol.Reply>().Event).Reason.Code);

        _store.Failure = null;
        history.Tell(search, TestActor);

        Assert.IsType<RoomEvent.HistoryPage>(ExpectMsg<SearchProtocol.Reply>().Event);
    }

    [Fact]
    public void Closing_writes_grouped_batches()
    {
        var history = Open("relaxed");
        history.Tell(Persist(1), TestActor);
        ExpectMsg<HistoryProtocol.Persisted>();

        history.Tell(HistoryProtocol.Close.Instance, TestActor);

        ExpectMsg<HistoryProtocol.Closed>();
        Assert.Equal([1], _store.Stored);
    }

    /// <summary>An in-memory store whose failures the test controls.</summary>
    private sealed class ScriptedStore : IHistoryStore
    {
        private readonly Lock _lock = new();
        private readonly List<long> _kept = [];

        public string? Failure { get; set; }

        public int Transactions { get; private set; }

        public long[] Stored
        {
            get
            {
                lock (_lock) return [.. _kept];
            }
        }

        public int Append(IReadOnlyList<ChatMessage> messages)
        {
            if (Failure is { } trouble) throw new HistoryException(trouble);
            Transactions++;
            lock (_lock) _kept.AddRange(messages.Select(message => message.Id));
            return messages.Count;
        }

        public IReadOnlyList<ChatMessage> ReadAfter(long id, int limit) =>
            [.. Stored.Where(stored => stored > id).TakeLast(limit).Select(stored => TestMessages.Message(stored))];

        public RestoredState Restore(int count, int memberMessages = 0) => throw new NotSupportedException();

        public void Apply(IReadOnlyList<RegistryChange> changes) => throw new NotSupportedException();

        public RegistrySnapshot ReadRegistry(int messages) => throw new NotSupportedException();

        public int Prune(RetentionPolicy policy, int limit) => throw new NotSupportedException();

        public IHistoryReader OpenReader() => Failure is { } trouble
            ? throw new HistoryException(trouble)
            : new InMemoryReader([.. Stored.Select(id => TestMessages.Message(id))]);

        public IHistoryIndex? OpenIndex() => null;

        public void Dispose()
        {
        }
    }
}
