using Akka.Actor;
using Akka.Event;
using LanChat.Server.Storage;

namespace LanChat.Server.Search;

/// <summary>
/// Owns the search index and updates it in parts: without a pause in a calm room, slowly in a busy
/// one, because persisting comes first. Searches scan the messages that are not indexed yet.
/// </summary>
internal sealed class IndexActor : UntypedActor, IWithTimers
{
    /// <summary>Messages were persisted.</summary>
    public sealed record MessagesPersisted(int Count);

    private sealed record Continue
    {
        public static readonly Continue Instance = new();
    }

    private sealed record Advanced(int Count, int Limit);

    private sealed record Failed(string Reason);

    private const int BusyThreshold = 200;
    private const int PartWhenBusy = 500;
    private const int PartWhenCalm = 2000;
    private static readonly TimeSpan BusyPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Func<IHistoryIndex?> _open;
    private IHistoryIndex? _index;
    private int _newMessages;
    private Task _update = Task.CompletedTask;
    private bool _isIndexing;
    private bool _mustRest;

    public IndexActor(Func<IHistoryIndex?> open) => _open = open;

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="open">Opens the index; returns null if there is none.</param>
    public static Props Props(Func<IHistoryIndex?> open) => Akka.Actor.Props.Create(() => new IndexActor(open));

    protected override void PreStart() => Self.Tell(Continue.Instance);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case MessagesPersisted persisted: Schedule(persisted.Count); break;
            case Continue: Advance(); break;
            case Advanced advanced: Complete(advanced); break;
            case Failed failed: Fail(failed.Reason); break;
            case SearchProtocol.Rest: Rest(); break;
            default: Unhandled(message); break;
        }
    }

    /// <summary>
    /// A running update goes on, and nobody waits for it: if the process ends before, the index
    /// stays marked as open, and the next server checks it.
    /// </summary>
    protected override void PostStop()
    {
        if (_isIndexing) _update.ContinueWith(_ => _index?.Dispose(), TaskScheduler.Default);
        else Close();
    }

    private void Close()
    {
        if (_isIndexing) return;
        _index?.Dispose();
        _index = null;
    }

    private void Rest()
    {
        _mustRest = _isIndexing;
        Close();
    }

    private void Schedule(int count)
    {
        _newMessages += count;
        if (!_isIndexing && !Timers.IsTimerActive(nameof(Continue))) ContinueAfter(BusyPause);
    }

    private void ContinueAfter(TimeSpan pause) => Timers.StartSingleTimer(nameof(Continue), Continue.Instance, pause);

    private void Advance()
    {
        if (_isIndexing) return;
        _isIndexing = true;
        var limit = _newMessages > BusyThreshold ? PartWhenBusy : PartWhenCalm;
        _newMessages = 0;
        var update = Task.Run(() => (_index ??= _open())?.Advance(limit) ?? 0);
        _update = update;
        update.PipeTo(
            Self, success: count => new Advanced(count, limit), failure: error => new Failed(error.Message));
    }

    private void Complete(Advanced advanced)
    {
        _isIndexing = false;
        var isDone = advanced.Count < advanced.Limit;
        if (!isDone && _newMessages <= BusyThreshold && advanced.Limit == PartWhenCalm) Self.Tell(Continue.Instance);
        else if (!isDone || _newMessages > 0) ContinueAfter(BusyPause);
        else if (_mustRest) Rest();
    }

    private void Fail(string reason)
    {
        _isIndexing = false;
        _log.Warning("the index for searching is not up to date, searching is slower: {0}", reason);
        ContinueAfter(PauseAfterFailure);
    }
}
