using Akka.Actor;
using LanChat.Texts;

namespace LanChat.Client.Transfers;

/// <summary>
/// Owns one download: retries with backoff, and reports progress and the result to its parent.
/// </summary>
internal sealed class DownloadActor : UntypedActor, IWithTimers
{
    private enum Due
    {
        Report,
        Retry,
    }

    private sealed record Failed(Exception Cause);

    private const int MaxFailures = 8;
    private static readonly TimeSpan MaxBackoff = TimeSpan.FromSeconds(10);

    private readonly SharedFile _file;
    private readonly string _name;
    private readonly Download _download;
    private readonly TimeProvider _clock;
    private readonly ProgressCounter _progress = new();
    private readonly CancellationTokenSource _end = new();
    private (long Time, long Done)? _start;
    private Task<DownloadResult> _running = Task.FromResult(new DownloadResult(null, ""));
    private long _reported = -1;
    private long _doneBefore;
    private int _failures;

    public DownloadActor(SharedFile file, string name, string folder, HttpClient http, TimeProvider clock)
    {
        (_file, _name, _clock) = (file, name, clock);
        _download = new Download(http, file, folder, name);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="file">The file to download.</param>
    /// <param name="name">The target name.</param>
    /// <param name="folder">The target folder.</param>
    /// <param name="http">Sends the requests.</param>
    /// <param name="clock">Measures the speed.</param>
    public static Props Props(SharedFile file, string name, string folder, HttpClient http, TimeProvider clock) =>
        Akka.Actor.Props.Create(() => new DownloadActor(file, name, folder, http, clock));

    protected override void PreStart()
    {
        Timers.StartPeriodicTimer(Due.Report, Due.Report, UploadActor.ReportInterval);
        Begin();
    }

    /// <summary>Cancels the download and deletes its temporary file.</summary>
    protected override void PostStop()
    {
        _end.Cancel();
        _end.Dispose();
        if (_running.IsCompleted) _download.Dispose();
        else _ = _running.ContinueWith(_ => _download.Dispose(), TaskScheduler.Default);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Due.Report: ReportProgress(); break;
            case Due.Retry: Begin(); break;
            case DownloadResult { Path: { } path }: End(null, path); break;
            case DownloadResult result: End(result.Problem); break;
            case Failed failed when IsDiskError(failed.Cause):
                End(FileTexts.CannotWrite(_name, DiskProblem.Of(failed.Cause)));
                break;
            case Failed: Retry(); break;
            case TransferProtocol.Cancel: Context.Stop(Self); break;
            case TransferProtocol.EndpointChanged: break; // the link of the file stays valid
            default: Unhandled(message); break;
        }
    }

    private void Begin()
    {
        var end = _end.Token;
        (_start, _doneBefore) = (null, _progress.Done);
        _running = Task.Run(() => _download.RunAsync(_progress, end));
        _running.PipeTo(Self, success: result => result, failure: cause => new Failed(cause.GetBaseException()));
    }

    /// <summary>
    /// Network errors are not disk errors, although HttpIOException is an IOException.
    /// </summary>
    private static bool IsDiskError(Exception cause) => cause switch
    {
        UnauthorizedAccessException => true,
        EndOfStreamException or HttpIOException => false,
        IOException { InnerException: null } => true,
        _ => false,
    };

    private void Retry()
    {
        _failures = _progress.Done > _doneBefore ? 0 : _failures + 1;
        if (_failures >= MaxFailures) End(FileTexts.NotSaved(_name, $"{_file.Link.Authority}"));
        else Timers.StartSingleTimer(Due.Retry, Due.Retry, Backoff);
    }

    private TimeSpan Backoff =>
        TimeSpan.FromMilliseconds(Math.Min(500 << _failures, MaxBackoff.TotalMilliseconds));

    private void ReportProgress()
    {
        var done = _progress.Done;
        if (done == _reported) return;
        _reported = done;
        _start ??= (_clock.GetTimestamp(), done);
        var seconds = _clock.GetElapsedTime(_start.Value.Time).TotalSeconds;
        var speed = seconds > 0 ? (done - _start.Value.Done) / seconds : 0;
        var transfer = new Transfer(_name, done, _file.Size, TransferState.Fetching) { BytesPerSecond = speed };
        Context.Parent.Tell(new TransferProtocol.Progressed(transfer));
    }

    private void End(string? problem, string? path = null)
    {
        Context.Parent.Tell(new TransferProtocol.Ended(problem) { Saved = path });
        Context.Stop(Self);
    }
}
