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

    private static HistoryProtocol.Keep Keep(long number) => new(number, [Said.Message(number)]);

    [Fact]
    public void Kept_means_that_it_is_written()
    {
        Open("committed").Tell(Keep(1), TestActor);

        Assert.Equal(1, ExpectMsg<HistoryProtocol.Kept>().Number);
        Assert.Equal([1], _store.Kept);
    }

    [Fact]
    public void Relaxed_turns_are_gathered_and_written_soon()
    {
        var history = Open("relaxed");

        for (var number = 1; number <= 5; number++)
        {
            history.Tell(Keep(number), TestActor);
            Assert.Equal(number, ExpectMsg<HistoryProtocol.Kept>().Number);
        }

        AwaitAssert(() => Assert.Equal([1, 2, 3, 4, 5], _store.Kept));
        Assert.InRange(_store.Transactions, 1, 4);
    }

    [Theory]
    [InlineData("committed")]
    [InlineData("relaxed")]
    public void What_can_t_be_written_waits_and_is_written_later(string durability)
    {
        _store.Trouble = "the disk is full";
        var history = Open(durability);
        history.Tell(Keep(1), TestActor);
        history.Tell(Keep(2), TestActor);

        FishForMessage(message => message is HistoryProtocol.Troubled { Why: "the disk is full" });
        _store.Trouble = null;

        // Nothing more has to be said for that.
        Assert.Equal(
            0, ((HistoryProtocol.Recovered)FishForMessage(message => message is HistoryProtocol.Recovered)).Lost);
        Assert.Equal([1, 2], _store.Kept);
    }

    [Theory]
    [InlineData("committed")]
    [InlineData("relaxed")]
    public void What_was_to_be_kept_before_is_recalled(string durability)
    {
        var history = Open(durability);
        for (var number = 1; number <= 3; number++) history.Tell(Keep(number), TestActor);

        history.Tell(new HistoryProtocol.Recall(9, After: 1, Most: 10), TestActor);

        var recalled = (HistoryProtocol.Recalled)FishForMessage(message => message is HistoryProtocol.Recalled);
        Assert.Equal(9, recalled.Number);
        Assert.Equal([2, 3], recalled.Said.Select(said => said.Id));
    }

    [Theory]
    [InlineData("committed")]
    [InlineData("relaxed")]
    public void A_question_is_answered_with_all_that_was_to_be_kept_before(string durability)
    {
        var history = Open(durability);
        for (var number = 1; number <= 3; number++) history.Tell(Keep(number), TestActor);

        history.Tell(
            new LookupProtocol.Ask(new ClientMessage.Look(7, null, null, null, null), TestActor, []), TestActor);

        var answer = (LookupProtocol.Answer)FishForMessage(message => message is LookupProtocol.Answer);
        var page = Assert.IsType<RoomEvent.PageShown>(answer.Told);
        Assert.Equal(7, page.Tag);
        Assert.Equal([1, 2, 3], page.Messages.Select(said => said.Id));
    }

    [Fact]
    public void A_question_is_answered_with_what_waits_where_nothing_can_be_written()
    {
        var history = Open("committed");
        history.Tell(
            new LookupProtocol.Ask(new ClientMessage.Look(1, null, null, null, null), TestActor, []), TestActor);
        ExpectMsg<LookupProtocol.Answer>();
        _store.Trouble = "the disk is full";
        history.Tell(Keep(4), TestActor);

        history.Tell(
            new LookupProtocol.Ask(new ClientMessage.Look(2, null, null, null, null), TestActor, []), TestActor);

        var answer = (LookupProtocol.Answer)FishForMessage(message => message is LookupProtocol.Answer);
        Assert.Equal([4], Assert.IsType<RoomEvent.PageShown>(answer.Told).Messages.Select(said => said.Id));
    }

    [Fact]
    public void Where_nothing_can_be_read_the_answer_says_so_and_the_next_question_is_answered()
    {
        _store.Trouble = "the disk is gone";
        var history = Open("committed");
        var ask = new LookupProtocol.Ask(new ClientMessage.Look(1, null, null, null, null), TestActor, []);
        history.Tell(ask, TestActor);
        Assert.Equal("history-unreadable", Assert.IsType<RoomEvent.Refused>(
            ExpectMsg<LookupProtocol.Answer>().Told).Reason.Code);

        _store.Trouble = null;
        history.Tell(ask, TestActor);

        Assert.IsType<RoomEvent.PageShown>(ExpectMsg<LookupProtocol.Answer>().Told);
    }

    [Fact]
    public void Closing_writes_what_was_gathered()
    {
        var history = Open("relaxed");
        history.Tell(Keep(1), TestActor);
        ExpectMsg<HistoryProtocol.Kept>();

        history.Tell(HistoryProtocol.Close.Instance, TestActor);

        ExpectMsg<HistoryProtocol.Closed>();
        Assert.Equal([1], _store.Kept);
    }

    /// <summary>A store in memory that fails when it is told to.</summary>
    private sealed class ScriptedStore : IHistoryStore
    {
        private readonly Lock _lock = new();
        private readonly List<long> _kept = [];

        public string? Trouble { get; set; }

        public int Transactions { get; private set; }

        public long[] Kept
        {
            get
            {
                lock (_lock) return [.. _kept];
            }
        }

        public int Append(IReadOnlyList<ChatMessage> messages)
        {
            if (Trouble is { } trouble) throw new HistoryException(trouble);
            Transactions++;
            lock (_lock) _kept.AddRange(messages.Select(message => message.Id));
            return messages.Count;
        }

        public IReadOnlyList<ChatMessage> After(long id, int most) =>
            [.. Kept.Where(kept => kept > id).TakeLast(most).Select(kept => Said.Message(kept))];

        public RestoredState Restore(int count, int said = 0) => throw new NotSupportedException();

        public void Apply(IReadOnlyList<RegistryChange> changes) => throw new NotSupportedException();

        public RegistrySnapshot Registry(int messages) => throw new NotSupportedException();

        public int Forget(Bounds bounds, int most) => throw new NotSupportedException();

        public IHistoryReader OpenReader() => Trouble is { } trouble
            ? throw new HistoryException(trouble)
            : new MessagesReader([.. Kept.Select(kept => Said.Message(kept))]);

        public IHistoryIndex? OpenIndex() => null;

        public void Dispose()
        {
        }
    }
}
