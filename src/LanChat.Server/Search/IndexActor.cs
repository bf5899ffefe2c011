using Akka.Actor;
using Akka.Event;
using LanChat.Server.Storage;

namespace LanChat.Server.Search;

/// <summary>
/// Owns the index and brings it up to date, part by part: without a pause while the room is calm,
/// slowly while it is not, for what is said now comes first and what the index does not know yet is
/// found all the same.
/// </summary>
internal sealed class IndexActor : UntypedActor, IWithTimers
{
    /// <summary>So many messages were kept.</summary>
    public sealed record Grown(int Count);

    private sealed record GoOn
    {
        public static readonly GoOn Instance = new();
    }

    private sealed record Advanced(int Count, int Most);

    private sealed record Failed(string Why);

    private const int Busy = 200;
    private const int PartWhenBusy = 500;
    private const int PartWhenCalm = 2000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromSeconds(30);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Func<IHistoryIndex?> _open;
    private IHistoryIndex? _index;
    private int _grown;
    private bool _isAtWork;

    public IndexActor(Func<IHistoryIndex?> open) => _open = open;

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="open">Opens the index, if there is to be one.</param>
    public static Props Props(Func<IHistoryIndex?> open) => Akka.Actor.Props.Create(() => new IndexActor(open));

    protected override void PreStart() => Self.Tell(GoOn.Instance);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Grown grown: Grow(grown.Count); break;
            case GoOn: Advance(); break;
            case Advanced advanced: End(advanced); break;
            case Failed failed: Fail(failed.Why); break;
            default: Unhandled(message); break;
        }
    }

    /// <summary>
    /// What is at work is left to its end: then the next server looks through the index before it
    /// uses it.
    /// </summary>
    protected override void PostStop()
    {
        if (!_isAtWork) _index?.Dispose();
    }

    private void Grow(int count)
    {
        _grown += count;
        if (!_isAtWork && !Timers.IsTimerActive(nameof(GoOn))) Wait(Pause);
    }

    private void Wait(TimeSpan pause) => Timers.StartSingleTimer(nameof(GoOn), GoOn.Instance, pause);

    private void Advance()
    {
        if (_isAtWork) return;
        _isAtWork = true;
        var most = _grown > Busy ? PartWhenBusy : PartWhenCalm;
        _grown = 0;
        Task.Run(() => (_index ??= _open())?.Advance(most) ?? 0).PipeTo(
            Self, success: count => new Advanced(count, most), failure: wrong => new Failed(wrong.Message));
    }

    private void End(Advanced advanced)
    {
        _isAtWork = false;
        var isDone = advanced.Count < advanced.Most;
        if (!isDone && _grown <= Busy && advanced.Most == PartWhenCalm) Self.Tell(GoOn.Instance);
        else if (!isDone || _grown > 0) Wait(Pause);
    }

    private void Fail(string why)
    {
        _isAtWork = false;
        _log.Warning("the index for searching is not up to date, searching is slower: {0}", why);
        Wait(PauseAfterTrouble);
    }
}
