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
/// Owns the one writer of a room's history, behind a queue that never holds more than the room is
/// allowed to say before it hears back. Either the room hears back when its turn is on the disk:
/// then the room itself gathers while a turn is written, which needs no timer. Or as soon as the
/// queue has the turn: then the stream gathers for a while.
/// </summary>
internal sealed partial class HistoryActor : UntypedActor, IWithTimers
{
    /// <summary>What the one writer has to do, one after the other.</summary>
    private abstract record Work(IActorRef Room);

    private sealed record Turn(HistoryProtocol.Keep Keep, IActorRef Room) : Work(Room);

    private sealed record Question(HistoryProtocol.Recall Recall, IActorRef Room) : Work(Room);

    private sealed record Offered(Work Work);

    private sealed record Written(HistoryWriter.Outcome Outcome, IReadOnlyList<Work> Done);

    private sealed record Retry
    {
        public static readonly Retry Instance = new();
    }

    private const int MostTurns = 64;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly HistorySettings _settings;
    private readonly HistoryWriter _writer;
    private readonly LookupGate _lookup;
    private readonly IActorRef _index;
    private ISourceQueueWithComplete<Work> _queue = null!;
    private Task<Done> _end = null!;
    private IActorRef _room = ActorRefs.Nobody;
    private bool _isTroubled;

    public HistoryActor(IHistoryStore store, HistorySettings settings, int least, int said, TimeProvider clock)
    {
        (_settings, _writer) = (settings, new HistoryWriter(store, settings.Unsaved));
        (_store, _least, _said, _clock) = (store, least, said, clock);
        _lookup = new LookupGate(Context.ActorOf(LookupActor.Props(store.OpenReader), "lookup"), () => _writer.Waiting);
        _index = Context.ActorOf(IndexActor.Props(store.OpenIndex), "index");
    }

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="store">Where to write.</param>
    /// <param name="settings">When a turn counts as kept.</param>
    /// <param name="least">How many of the last messages are never forgotten.</param>
    /// <param name="said">How much of what people said last is not, either.</param>
    /// <param name="clock">Tells how old a message is.</param>
    public static Props Props(
        IHistoryStore store, HistorySettings settings, int least = 1, int said = 0, TimeProvider? clock = null) =>
        Akka.Actor.Props.Create(() => new HistoryActor(store, settings, least, said, clock ?? TimeProvider.System));

    protected override void PreStart()
    {
        var self = _itself = Self;
        var work = Source.Queue<Work>(MostTurns, OverflowStrategy.Backpressure);
        var groups = _settings.Durability == Durability.Relaxed
            ? work.GroupedWithin(MostTurns, HistorySettings.RelaxedFor)
            : work.Select(IEnumerable<Work> (one) => [one]);
        (_queue, _end) = groups
            .SelectAsync(1, group => Task.Run(() => Do([.. group])))
            .ToMaterialized(Sink.ForEach<Written>(written => self.Tell(written)), Keep.Both)
            .Run(Context.System.Materializer());
        if (IsBounded) Self.Tell(Tidy.Instance);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case HistoryProtocol.Keep keep: Offer(new Turn(keep, Sender)); break;
            case HistoryProtocol.Recall recall: Offer(new Question(recall, Sender)); break;
            case LookupProtocol.Ask ask: _lookup.Ask(ask); break;
            case Offered offered: if (_settings.Durability == Durability.Relaxed) LetGoOn(offered.Work); break;
            case Written written: Report(written); break;
            case Retry: Offer(new Turn(new HistoryProtocol.Keep(0, []), _room)); break;
            case Tidy: Offer(new Forgetting(_room)); break;
            case Forgot forgot: TidyLater(forgot.Count); break;
            case HistoryProtocol.Close: Close(); break;
            case Status.Failure failure:
                throw new InvalidOperationException("The history's stream has failed.", failure.Cause);
            default: Unhandled(message); break;
        }
    }

    /// <summary>Whoever asks waits for the answer, so in a group questions come last.</summary>
    private Written Do(IReadOnlyList<Work> work)
    {
        var turns = work.OfType<Turn>();
        var outcome = _writer.Write(
            turns.SelectMany(turn => turn.Keep.Said), turns.SelectMany(turn => turn.Keep.Changes));
        foreach (var (recall, room) in work.OfType<Question>())
            room.Tell(new HistoryProtocol.Recalled(recall.Number, _writer.Recall(recall.After, recall.Most)));
        if (work.OfType<Forgetting>().Any()) Forget();
        return new Written(outcome, work);
    }

    private void Offer(Work work)
    {
        _room = work.Room;
        _lookup.Begin();
        _queue.OfferAsync(work).PipeTo(Self, success: _ => new Offered(work));
    }

    private void Report(Written written)
    {
        if (written.Outcome.Trouble is { } why) Trouble(why);
        else if (_isTroubled) Recover(written.Outcome.Lost);
        _lookup.End(written.Done.Count);
        _index.Tell(new IndexActor.Grown(written.Done.OfType<Turn>().Sum(turn => turn.Keep.Said.Count)));
        if (_settings.Durability == Durability.Relaxed) return;
        foreach (var work in written.Done) LetGoOn(work);
    }

    private static void LetGoOn(Work work)
    {
        if (work is Turn { Keep: { IsEmpty: false } keep }) work.Room.Tell(new HistoryProtocol.Kept(keep.Number));
    }

    private void Trouble(string why)
    {
        Timers.StartSingleTimer(Retry.Instance, Retry.Instance, Pause);
        if (_isTroubled) return;
        _isTroubled = true;
        _log.Error("the history cannot be written, and is kept in memory for now: {0}", why);
        _room.Tell(new HistoryProtocol.Troubled(why));
    }

    private void Recover(int lost)
    {
        _isTroubled = false;
        _log.Warning("the history is written again; messages lost: {0}", lost);
        _room.Tell(new HistoryProtocol.Recovered(lost));
    }

    private void Close()
    {
        _queue.Complete();
        _end.PipeTo(
            Sender, success: _ => HistoryProtocol.Closed.Instance, failure: _ => HistoryProtocol.Closed.Instance);
    }
}
