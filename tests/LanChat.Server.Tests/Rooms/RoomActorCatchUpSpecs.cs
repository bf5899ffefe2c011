using Akka.TestKit;
using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Broadcasts;
using LanChat.Server.History;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Rooms;

public sealed class RoomActorCatchUpSpecs : RoomSpec
{
    private static readonly PeerAddress Home = new("192.168.38.203", 60_000);

    private const string Known = "0123456789abcdef";

    private readonly TestProbe _history;
    private readonly TestProbe _client;

    public RoomActorCatchUpSpecs() => (_history, _client) = (CreateTestProbe(), CreateTestProbe());

    private static ChatMessage Message(long id, string? text = null) =>
        new(id, MessageKind.Said, "Old", Home, text ?? $"{id}", new DateTime(2026, 1, 2, 3, 4, 5));

    private static ChatMessage[] Messages(long from, long to) =>
        [.. Enumerable.Range((int)from, (int)(to - from + 1)).Select(id => Message(id))];

    /// <summary>A room with 100 messages, the newest ten of them in memory.</summary>
    private void OpenOld(params string[] settings) => Open(Old(), _history.Ref, settings);

    private static RestoredState Old() => new(Messages(91, 100), 100) { Log = Known };

    private void Rejoin(long since, string? log = null) =>
        _client.Send(Room, new RoomProtocol.Join(RoomEventExtensions.Nick("Ann"), Home, Since: since) { Log = log });

    private void ConfirmPersisted() =>
        _history.Send(Room, new HistoryProtocol.Persisted(_history.ExpectMsg<HistoryProtocol.Persist>().Number));

    private HistoryProtocol.ReadSince ExpectReadSince() => _history.ExpectMsg<HistoryProtocol.ReadSince>();

    private (long[] Shown, RoomEvent.Missed? Missed) Entrance()
    {
        var events = _client.ExpectMsg<RoomProtocol.Joined>().Entrance.Events;
        return ([
            .. events.OfType<RoomEvent.HistoryShown>()
                .SelectMany(shown => shown.Messages)
                .Select(message => message.Id),
        ],
            events.OfType<RoomEvent.Missed>().SingleOrDefault());
    }

    [Theory]
    [InlineData(100, new long[0])]
    [InlineData(98, new long[] { 99, 100 })]
    [InlineData(90, new long[] { 91, 92, 93, 94, 95, 96, 97, 98, 99, 100 })]
    public void Messages_in_memory_are_not_read_from_the_history(long since, long[] shown)
    {
        OpenOld();

        Rejoin(since);

        ConfirmPersisted();
        var (ids, missed) = Entrance();
        Assert.Equal(shown, ids);
        Assert.Null(missed);
    }

    [Fact]
    public void Older_messages_are_read_from_the_history_and_new_ones_follow()
    {
        OpenOld();
        Rejoin(80);
        var request = ExpectReadSince();
        Assert.Equal((80, 1000), (request.After, request.Limit));

        var ben = RequestJoin("Ben");
        _history.Send(Room, new HistoryProtocol.MessagesRead(request.Number, Messages(81, 100)));
        ConfirmPersisted();

        var (ids, missed) = Entrance();
        Assert.Equal(Enumerable.Range(81, 20).Select(id => (long)id), ids);
        Assert.Null(missed);
        Assert.Equal(101, Assert.IsType<RoomEvent.Spoken>(_client.ExpectMsg<Batch>().Events[0]).Message.Id);
        ConfirmPersisted();
        ben.ExpectJoined();
        Assert.Equal(102, Assert.IsType<RoomEvent.Spoken>(_client.ExpectMsg<Batch>().Events[0]).Message.Id);
    }

    [Fact]
    public void More_than_is_shown_is_a_gap_with_its_size()
    {
        OpenOld("history.catch-up=15");
        Rejoin(10);
        var request = ExpectReadSince();
        Assert.Equal(15, request.Limit);

        _history.Send(Room, new HistoryProtocol.MessagesRead(request.Number, Messages(86, 100)));
        ConfirmPersisted();

        var (ids, missed) = Entrance();
        Assert.Equal(Enumerable.Range(86, 15).Select(id => (long)id), ids);
        Assert.Equal(new RoomEvent.Missed(10, 86, 75), missed);
    }

    [Fact]
    public void A_catch_up_fits_into_the_outgoing_queue()
    {
        OpenOld("limits.waiting=40KiB");
        Rejoin(80);
        var request = ExpectReadSince();

        var large = new string('x', 1500);
        _history.Send(Room, new HistoryProtocol.MessagesRead(
            request.Number, [.. Messages(81, 100).Select(message => message with { Text = large })]));
        ConfirmPersisted();

        var (ids, missed) = Entrance();
        Assert.Equal([99, 100], ids);
        Assert.Equal(new RoomEvent.Missed(80, 99, 18), missed);
    }

    [Fact]
    public void A_history_that_does_not_answer_is_a_gap()
    {
        OpenOld();
        Rejoin(80);
        ExpectReadSince();

        Advance(TimeSpan.FromSeconds(2));
        ConfirmPersisted();

        var (ids, missed) = Entrance();
        Assert.Equal(Enumerable.Range(91, 10).Select(id => (long)id), ids);
        Assert.Equal(new RoomEvent.Missed(80, 91, 10), missed);
    }

    [Theory]
    [InlineData(1000, null)]
    [InlineData(1000, "0123456789abcdef")]
    [InlineData(95, "fedcba9876543210")]
    [InlineData(95, "")]
    [InlineData(0, "fedcba9876543210")]
    public void A_client_of_another_history_gets_the_newest_messages_and_the_gap(long since, string? log)
    {
        OpenOld();

        Rejoin(since, log);

        ConfirmPersisted();
        var (ids, missed) = Entrance();
        Assert.Equal(Enumerable.Range(91, 10).Select(id => (long)id), ids);
        Assert.Equal(new RoomEvent.Missed(0, 91, 90), missed);
    }

    [Fact]
    public void A_matching_log_id_is_trusted()
    {
        OpenOld();

        Rejoin(98, Known);

        ConfirmPersisted();
        var (ids, missed) = Entrance();
        Assert.Equal([99, 100], ids);
        Assert.Null(missed);
    }

    [Theory]
    [InlineData(95, Known, new long[] { 96, 97, 98, 99, 100 }, 95, 0)]
    [InlineData(80, Known, new long[] { 91, 92, 93, 94, 95, 96, 97, 98, 99, 100 }, 80, 10)]
    [InlineData(100, Known, new long[0], 100, 0)]
    [InlineData(95, null, new long[] { 91, 92, 93, 94, 95, 96, 97, 98, 99, 100 }, 0, 90)]
    [InlineData(0, null, new long[] { 91, 92, 93, 94, 95, 96, 97, 98, 99, 100 }, 0, 90)]
    [InlineData(95, "fedcba9876543210", new long[] { 91, 92, 93, 94, 95, 96, 97, 98, 99, 100 }, 0, 90)]
    [InlineData(101, Known, new long[] { 91, 92, 93, 94, 95, 96, 97, 98, 99, 100 }, 0, 90)]
    public void Without_a_store_messages_in_memory_are_shown_and_the_rest_counted(
        long since, string? log, long[] shown, long after, long count)
    {
        Open(Old(), Akka.Actor.ActorRefs.Nobody);

        Rejoin(since, log);

        var (ids, missed) = Entrance();
        Assert.Equal(shown, ids);
        Assert.Equal(count == 0 ? null : new RoomEvent.Missed(after, 91, count), missed);
    }

    [Fact]
    public void A_newcomer_is_told_of_no_gap()
    {
        Open(Old(), Akka.Actor.ActorRefs.Nobody);

        _client.Send(Room, new RoomProtocol.Join(RoomEventExtensions.Nick("Ann"), Home) { Log = Known });

        Assert.Null(Entrance().Missed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void A_client_without_messages_is_shown_the_whole_history(long since)
    {
        OpenOld();
        Rejoin(since);
        var request = ExpectReadSince();
        Assert.Equal(0, request.After);

        _history.Send(Room, new HistoryProtocol.MessagesRead(request.Number, Messages(1, 100)));
        ConfirmPersisted();

        var (ids, missed) = Entrance();
        Assert.Equal(100, ids.Length);
        Assert.Null(missed);
    }

    [Fact]
    public void Many_messages_come_in_pages()
    {
        OpenOld();
        Open(new RestoredState(Messages(991, 1000), 1000), _history.Ref);
        Rejoin(100);
        var request = ExpectReadSince();

        _history.Send(Room, new HistoryProtocol.MessagesRead(request.Number, Messages(101, 1000)));
        ConfirmPersisted();

        var pages = _client.ExpectMsg<RoomProtocol.Joined>().Entrance.Events.OfType<RoomEvent.HistoryShown>()
            .Select(page => page.Messages.Count);
        Assert.Equal([200, 200, 200, 200, 100], pages);
    }
}
