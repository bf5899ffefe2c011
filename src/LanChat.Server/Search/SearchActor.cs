using Akka.Actor;
using Akka.Event;
using LanChat.Protocol;
using LanChat.Server.Storage;

namespace LanChat.Server.Search;

/// <summary>
/// Owns a few readers of the history; each answers one request at a time. The queue is bounded by
/// the number of connections: a connection sends its next request after the reply.
/// </summary>
internal sealed class SearchActor : UntypedActor
{
    private sealed record Completed(LazyReader Reader, IActorRef ReplyTo, RoomEvent Event);

    private sealed record Failed(LazyReader Reader, SearchProtocol.Run Search, string Reason);

    /// <summary>A reader, opened on first use and again after a failure.</summary>
    private sealed class LazyReader(Func<IHistoryReader> open) : IDisposable
    {
        private IHistoryReader? _reader;

        public RoomEvent Run(SearchProtocol.Run search)
        {
            _reader ??= open();
            IHistoryReader reader = search.Unwritten.Count > 0
                ? new UnwrittenReader(_reader, search.Unwritten)
                : _reader;
            if (search.After > 0) reader = new BoundedReader(reader, search.After);
            return HistoryQueries.Run(search.Request, reader);
        }

        public void Dispose()
        {
            _reader?.Dispose();
            _reader = null;
        }
    }

    private const int ReaderCount = 2;

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Queue<SearchProtocol.Run> _waiting = new();
    private readonly Stack<LazyReader> _idle;
    private bool _mustRest;

    public SearchActor(Func<IHistoryReader> open) =>
        _idle = new Stack<LazyReader>(Enumerable.Range(0, ReaderCount).Select(_ => new LazyReader(open)));

    /// <param name="open">Opens a reader.</param>
    public static Props Props(Func<IHistoryReader> open) => Akka.Actor.Props.Create(() => new SearchActor(open));

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case SearchProtocol.Run search: Start(search); break;
            case Completed done: Complete(done.Reader, done.ReplyTo, done.Event); break;
            case Failed failed: Fail(failed); break;
            case SearchProtocol.Rest: Rest(); break;
            default: Unhandled(message); break;
        }
    }

    protected override void PostStop() => CloseReaders();

    private void Rest()
    {
        _mustRest = _idle.Count < ReaderCount;
        CloseReaders();
    }

    private void CloseReaders()
    {
        foreach (var reader in _idle) reader.Dispose();
    }

    private void Start(SearchProtocol.Run search)
    {
        if (!_idle.TryPop(out var reader))
        {
            _waiting.Enqueue(search);
            return;
        }

        Task.Run(() => reader.Run(search)).PipeTo(
            Self,
            success: reply => new Completed(reader, search.ReplyTo, reply),
            failure: error => new Failed(reader, search, error.Message));
    }

    private void Fail(Failed failed)
    {
        _log.Warning("a question about the history could not be answered: {0}", failed.Reason);
        failed.Reader.Dispose();
        Complete(
            failed.Reader,
            failed.Search.ReplyTo,
            HistoryQueries.Refused(Refusal.HistoryUnreadable) with { ReplyTo = failed.Search.Request.RequestId });
    }

    private void Complete(LazyReader reader, IActorRef replyTo, RoomEvent reply)
    {
        replyTo.Tell(new SearchProtocol.Reply(reply));
        _idle.Push(reader);
        if (_waiting.TryDequeue(out var next)) Start(next);
        else if (_mustRest) Rest();
    }
}
