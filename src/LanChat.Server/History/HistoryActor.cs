using Akka;
using Akka.Actor;
using Akka.Event;
using Akka.Streams;
using Akka.Streams.Dsl;
using LanChat.Server.Search;
using LanChat.Server.Settings;
using LanChat.Server.Storage;

namespace LanChat.Server.History;

/// <summary>
/// Owns the writer of a room's history behind a bounded queue. Durability <c>committed</c>: a write
/// is confirmed when it is on the disk; the room batches meanwhile, so no timer is needed.
/// Durability <c>relaxed</c>: a write is confirmed when it is queued; the stream groups writes for
/// a while.
/// </summary>
internal sealed partial class HistoryActor : UntypedActor, IWithTimers
{
    /// <summary>Work for the writer, done in order.</summary>
    private abstract record Work(IActorRef Room);

    private sealed record WriteWork(HistoryProtocol.Persist Request, IActorRef Room) : Work(Room);

    private sealed record ReadWork(HistoryProtocol.ReadSince Request, IActorRef Room) : Work(Room);

    private sealed record RestWork(IActorRef Room) : Work(Room);

    private sealed record Enqueued(Work Work);

    private sealed record WorkDone(HistoryWriter.Result Result, IReadOnlyList<Work> Work);

    private sealed record Retry
    {
        public static readonly Retry Instance = new();
    }

    private const int MaxQueuedWork = 64;
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly HistorySettings _settings;
    private readonly HistoryWriter _writer;
    private readonly ReadYourWritesBarrier _barrier;
    private readonly IActorRef _index;
    private readonly IActorRef _searches;
    private ISourceQueueWithComplete<Work> _queue = null!;
    private Task<Done> _end = null!;
    private IActorRef _room = ActorRefs.Nobody;
    private bool _isUnavailable;

    public HistoryActor(
        IHistoryStore store, HistorySettings settings, int minMessages, int minMemberMessages, TimeProvider clock)
    {
        (_settings, _writer) = (settings, new HistoryWriter(store, settings.Unsaved));
        (_store, _minMessages, _minMemberMessages, _clock) = (store, minMessages, minMemberMessages, clock);
        _searches = Context.ActorOf(SearchActor.Props(store.OpenReader), "lookup");
        _barrier = new ReadYourWritesBarrier(_searches, () => _writer.Unwritten);
        _index = Context.ActorOf(IndexActor.Props(store.OpenIndex), "index");
    }

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="store">The store to write to.</param>
    /// <param name="settings">The durability and the retention.</param>
    /// <param name="minMessages">The number of newest messages that are never pruned.</param>
    /// <param name="minMemberMessages">
    /// The number of newest member messages that are never pruned.
    /// </param>
    /// <param name="clock">The clock that determines the age of messages.</param>
    public static Props Props(
        IHistoryStore store,
        HistorySettings settings,
        int minMessages = 1,
        int minMemberMessages = 0,
        TimeProvider? clock = null) => Akka.Actor.Props.Create(
            () => new HistoryActor(store, settings, minMessages, minMemberMessages, clock ?? TimeProvider.System));

    protected override void PreStart()
    {
        var self = _itself = Self;
        (_store as RestingStore)?.OnRestRequested(() => self.Tell(SearchProtocol.Rest.Instance));
        var work = Source.Queue<Work>(MaxQueuedWork, OverflowStrategy.Backpressure);
        var groups = _settings.Durability == Durability.Relaxed
            ? work.GroupedWithin(MaxQueuedWork, HistorySettings.RelaxedFor)
            : work.Select(IEnumerable<Work> (one) => [one]);
        (_queue, _end) = groups
            .SelectAsync(1, group => Task.Run(() => Execute([.. group])))
            .ToMaterialized(Sink.ForEach<WorkDone>(done => self.Tell(done)), Keep.Both)
            .Run(Context.System.Materializer());
        if (HasRetention) Self.Tell(Prune.Instance);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case HistoryProtocol.Persist request: Enqueue(new WriteWork(request, Sender)); break;
            case HistoryProtocol.ReadSince request: Enqueue(new ReadWork(request, Sender)); break;
            case SearchProtocol.Run search: _barrier.Pass(search); break;
            case Enqueued queued: if (_settings.Durability == Durability.Relaxed) ReportPersisted(queued.Work); break;
            case WorkDone done: Report(done); break;
            case Retry: Enqueue(new WriteWork(new HistoryProtocol.Persist(0, []), _room)); break;
            case Prune: Enqueue(new PruneWork(_room)); break;
            case Pruned pruned: PruneLater(pruned.Count); break;
            case SearchProtocol.Rest: Rest(); break;
            case HistoryProtocol.Close: Close(); break;
            case Status.Failure failure:
                throw new InvalidOperationException("The history's stream has failed.", failure.Cause);
            default: Unhandled(message); break;
        }
    }

    /// <summary>
    /// Reads follow the writes of their group, so that they return what was written before them.
    /// </summary>
    private WorkDone Execute(IReadOnlyList<Work> work)
    {
        var writes = work.OfType<WriteWork>();
        var result = _writer.Write(
            writes.SelectMany(write => write.Request.Messages), writes.SelectMany(write => write.Request.Changes));
        foreach (var (request, room) in work.OfType<ReadWork>())
        {
            var messages = _writer.ReadAfter(request.After, request.Limit);
            room.Tell(new HistoryProtocol.MessagesRead(request.Number, messages));
        }

        if (work.OfType<PruneWork>().Any()) PruneStore();
        if (work.OfType<RestWork>().Any()) (_store as RestingStore)?.Rest();
        return new WorkDone(result, work);
    }

    private void Enqueue(Work work)
    {
        // Other rooms keep their nicknames here; only the room itself is told of the store's state.
        if (work is ReadWork or WriteWork { Request.Messages.Count: > 0 }) _room = work.Room;
        _barrier.BeginWrite();
        _queue.OfferAsync(work).PipeTo(Self, success: _ => new Enqueued(work));
    }

    private void Report(WorkDone done)
    {
        if (done.Result.Error is { } error) ReportUnavailable(error);
        else if (_isUnavailable) ReportRecovered(done.Result.Lost);
        _barrier.EndWrites(done.Work.Count);
        var count = done.Work.OfType<WriteWork>().Sum(write => write.Request.Messages.Count);
        if (count > 0) _index.Tell(new IndexActor.MessagesPersisted(count));
        if (_settings.Durability == Durability.Relaxed) return;
        foreach (var work in done.Work) ReportPersisted(work);
    }

    /// <summary>Closes all files until something is written or searched.</summary>
    private void Rest()
    {
        Enqueue(new RestWork(_room));
        _searches.Tell(SearchProtocol.Rest.Instance);
        _index.Tell(SearchProtocol.Rest.Instance);
    }

    private static void ReportPersisted(Work work)
    {
        if (work is WriteWork { Request: { IsEmpty: false } request })
            work.Room.Tell(new HistoryProtocol.Persisted(request.Number));
    }

    private void ReportUnavailable(string reason)
    {
        Timers.StartSingleTimer(Retry.Instance, Retry.Instance, RetryPause);
        if (_isUnavailable) return;
        _isUnavailable = true;
        _log.Error("the history cannot be written, and is kept in memory for now: {0}", reason);
        _room.Tell(new HistoryProtocol.StoreUnavailable(reason));
    }

    private void ReportRecovered(int lost)
    {
        _isUnavailable = false;
        _log.Warning("the history is written again; messages lost: {0}", lost);
        _room.Tell(new HistoryProtocol.StoreRecovered(lost));
    }

    private void Close()
    {
        _queue.Complete();
        _end.PipeTo(
            Sender, success: _ => HistoryProtocol.Closed.Instance, failure: _ => HistoryProtocol.Closed.Instance);
    }
}
