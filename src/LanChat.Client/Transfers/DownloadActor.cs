using Akka.Actor;
using LanChat.Texts;

namespace LanChat.Client.Transfers;

/// <summary>Owns the fetching of one file into a folder: tries again after a break, and tells its parent how it stands and how it ended.</summary>
internal sealed class DownloadActor : UntypedActor, IWithTimers
{
    private enum Due
    {
        Look,
        Again,
    }

    private sealed record BrokeOff(Exception Cause);

    private const int MostFailures = 8;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly SharedFile _file;
    private readonly string _name;
    private readonly Download _download;
    private readonly TimeProvider _clock;
    private readonly Pulse _pulse = new();
    private readonly CancellationTokenSource _end = new();
    private (long Time, long Done)? _begun;
    private Task<DownloadResult> _fetching = Task.FromResult(new DownloadResult(null, ""));
    private long _told = -1;
    private long _before;
    private int _failures;

    public DownloadActor(SharedFile file, string name, string folder, HttpClient http, TimeProvider clock)
    {
        (_file, _name, _clock) = (file, name, clock);
        _download = new Download(http, file, folder, name);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="file">Which.</param>
    /// <param name="name">What it is to be called.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="http">By which requests go.</param>
    /// <param name="clock">Measures how fast it goes.</param>
    public static Props Props(SharedFile file, string name, string folder, HttpClient http, TimeProvider clock) =>
        Akka.Actor.Props.Create(() => new DownloadActor(file, name, folder, http, clock));

    protected override void PreStart()
    {
        Timers.StartPeriodicTimer(Due.Look, Due.Look, UploadActor.BetweenLooks);
        Begin();
    }

    /// <summary>What is unfinished goes with it.</summary>
    protected override void PostStop()
    {
        _end.Cancel();
        _end.Dispose();
        if (_fetching.IsCompleted) _download.Dispose();
        else _ = _fetching.ContinueWith(_ => _download.Dispose(), TaskScheduler.Default);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Due.Look: Look(); break;
            case Due.Again: Begin(); break;
            case DownloadResult { Path: { } path }: End(null, path); break;
            case DownloadResult result: End(result.Problem); break;
            case BrokeOff broke when IsOfTheDisk(broke.Cause): End(FileTexts.CannotWrite(_name, DiskProblem.Of(broke.Cause))); break;
            case BrokeOff: TryAgain(); break;
            case TransferProtocol.Cancel: Context.Stop(Self); break;
            case TransferProtocol.Reach: break; // its link stays as it is
            default: Unhandled(message); break;
        }
    }

    private void Begin()
    {
        var end = _end.Token;
        (_begun, _before) = (null, _pulse.Done);
        _fetching = Task.Run(() => _download.RunAsync(_pulse, end));
        _fetching.PipeTo(Self, success: result => result, failure: cause => new BrokeOff(cause.GetBaseException()));
    }

    /// <summary>What breaks off is no fault of the disk.</summary>
    private static bool IsOfTheDisk(Exception cause) => cause switch
    {
        UnauthorizedAccessException => true,
        EndOfStreamException or HttpIOException => false,
        IOException { InnerException: null } => true,
        _ => false,
    };

    private void TryAgain()
    {
        _failures = _pulse.Done > _before ? 0 : _failures + 1;
        if (_failures >= MostFailures) End(FileTexts.NotSaved(_name, $"{_file.Link.Authority}"));
        else Timers.StartSingleTimer(Due.Again, Due.Again, TimeSpan.FromMilliseconds(Math.Min(500 << _failures, LongestPause.TotalMilliseconds)));
    }

    private void Look()
    {
        var done = _pulse.Done;
        if (done == _told) return;
        _told = done;
        _begun ??= (_clock.GetTimestamp(), done);
        var seconds = _clock.GetElapsedTime(_begun.Value.Time).TotalSeconds;
        var speed = seconds > 0 ? (done - _begun.Value.Done) / seconds : 0;
        Context.Parent.Tell(new TransferProtocol.Moved(new Transfer(_name, done, _file.Size, TransferState.Fetching) { BytesPerSecond = speed }));
    }

    private void End(string? problem, string? path = null)
    {
        Context.Parent.Tell(new TransferProtocol.Ended(problem) { Saved = path });
        Context.Stop(Self);
    }
}
