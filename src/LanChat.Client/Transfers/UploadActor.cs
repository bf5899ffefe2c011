using Akka.Actor;
using LanChat.Texts;

namespace LanChat.Client.Transfers;

/// <summary>
/// Owns one upload: hashes the file, sends it with tus 1.0 as one request body, and resumes at the
/// server's offset after an interruption, using the current endpoint of the room. Reports progress
/// and the result to its parent.
/// </summary>
internal sealed class UploadActor : UntypedActor, IWithTimers
{
    private enum Due
    {
        Report,
        Retry,
    }

    private sealed record FileRead(LocalFile? File, string Problem);

    private sealed record Answered(int Request, TusStep Step, TusResponse Answer);

    public const int MaxFailures = 8;
    public static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(30);

    /// <summary>
    /// A restarted server reads what it has before it accepts more, hence long. A lost server is
    /// noticed sooner, by the session.
    /// </summary>
    private static readonly TimeSpan SendTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MaxBackoff = TimeSpan.FromSeconds(10);

    private readonly string _typed;
    private readonly string? _to;
    private readonly TusClient _tus;
    private readonly UploadProgress _progress;
    private readonly TusRequest _request = new();
    private readonly RemoteUpload _upload = new();
    private readonly CancellationTokenSource _end = new();
    private UploadEndpoint? _endpoint;
    private LocalFile? _file;
    private int _failures;
    private bool _isCancelled;

    public UploadActor(string typed, string? to, UploadEndpoint? endpoint, HttpClient http, TimeProvider clock)
    {
        (_typed, _to, _endpoint, _tus) = (typed, to, endpoint, new TusClient(http));
        _progress = new UploadProgress(Path.GetFileName(typed), clock);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="typed">The path as typed by the user.</param>
    /// <param name="to">Nickname of the only recipient; null for everyone.</param>
    /// <param name="endpoint">The room's endpoint; null while it cannot be reached.</param>
    /// <param name="http">Sends the requests.</param>
    /// <param name="clock">Measures the speed.</param>
    public static Props Props(
        string typed,
        string? to,
        UploadEndpoint? endpoint,
        HttpClient http,
        TimeProvider clock) =>
        Akka.Actor.Props.Create(() => new UploadActor(typed, to, endpoint, http, clock));

    protected override void PreStart()
    {
        Timers.StartPeriodicTimer(Due.Report, Due.Report, ReportInterval);
        var most = _endpoint?.MaxBytes ?? long.MaxValue;
        var end = _end.Token;
        Task.Run(() => LocalFile.ReadAsync(_typed, most, _progress.Counter, end))
            .PipeTo(
                Self,
                success: result => new FileRead(result.File, result.Problem),
                failure: cause => new FileRead(
                    null, FileTexts.Unreadable(_typed, DiskProblem.Of(cause.GetBaseException()))));
    }

    /// <summary>Cancels the request; the server keeps the received bytes for a while.</summary>
    protected override void PostStop()
    {
        CancelRequest();
        _end.Cancel();
        _end.Dispose();
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Due.Report: ReportProgress(); break;
            case Due.Retry: Continue(); break;
            case FileRead read: Open(read); break;
            case Answered answered when answered.Request != _request.Number || !_request.IsUnderWay: break; // cancelled
            case Answered answered: CancelRequest(); Handle(answered.Step, answered.Answer); break;
            case TransferProtocol.EndpointChanged changed: SetEndpoint(changed.Endpoint); break;
            case TransferProtocol.Cancel: Cancel(); break;
            default: Unhandled(message); break;
        }
    }

    private void Open(FileRead read)
    {
        if (_isCancelled) return;
        _file = read.File;
        _progress.Counter.Done = 0;
        if (_file is null) End(read.Problem);
        else Continue();
    }

    /// <summary>
    /// Cancels the pending request and resumes with the new token: a file is shared under the name
    /// of the token's owner, so the old token must not be used any more.
    /// </summary>
    private void SetEndpoint(UploadEndpoint? endpoint)
    {
        if (_isCancelled) return;
        CancelRequest();
        Timers.Cancel(Due.Retry);
        (_endpoint, _upload.Offset, _failures) = (endpoint, null, 0);
        Continue();
    }

    /// <summary>Sends the next request, if none is pending.</summary>
    private void Continue()
    {
        if (_endpoint is not { } endpoint || _request.IsUnderWay) return;
        if (_isCancelled) SendRequest(TusStep.Delete, cancel => _tus.DeleteAsync(endpoint, _upload.Location!, cancel));
        else if (_file is not { } file) return;
        else if (!file.IsUnchanged) End(FileTexts.Changed(_typed));
        else if (_upload.Location is not { } upload)
            SendRequest(TusStep.Create, cancel => _tus.CreateAsync(endpoint, file, _to, cancel));
        else if (_upload.Offset is not { } offset)
            SendRequest(TusStep.Find, cancel => _tus.FindAsync(endpoint, upload, cancel));
        else Send(endpoint, file, upload, offset);
    }

    private void Send(UploadEndpoint endpoint, LocalFile file, string upload, long offset)
    {
        _progress.BeginSending(offset);
        var content = new FileRangeContent(file, offset, _progress.Counter);
        SendRequest(TusStep.Append, cancel => _tus.AppendAsync(endpoint, upload, offset, content, cancel));
    }

    private void SendRequest(TusStep step, Func<CancellationToken, Task<TusResponse>> send)
    {
        var cancellation = _request.Begin(step);
        var number = _request.Number;
        _progress.BeginRequest();
        send(cancellation).PipeTo(
            Self,
            success: response => new Answered(number, step, response),
            failure: _ => new Answered(number, step, TusResponse.None));
    }

    private void Handle(TusStep step, TusResponse response)
    {
        // The flag only counts while the outcome of the append is unknown.
        if (response.Status != 0) _upload.MayBeComplete &= step != TusStep.Append;
        switch (step, response.Status)
        {
            case (TusStep.Delete, 423) when ++_failures < MaxFailures: Pause(ReportInterval); break;
            case (TusStep.Delete, _): Context.Stop(Self); break;
            case (_, 0 or 423 or (>= 500 and not 507)): Retry(); break;
            // The connection is lost; the session will report it.
            case (_, 401): (_endpoint, _upload.Offset) = (null, null); break;
            case (TusStep.Create, 201) when _file!.Size == 0: End(null); break;
            case (TusStep.Create, 201): (_upload.Location, _upload.Offset) = (response.Location, 0); Continue(); break;
            case (TusStep.Find, 200 or 204):
                (_upload.Offset, _upload.Refusal, _upload.MayBeComplete) = (response.Offset, null, false);
                Continue();
                break;
            case (TusStep.Append, 204) when response.Offset == _file!.Size: End(null); break;
            case (TusStep.Append, 204): (_upload.Offset, _failures) = (response.Offset, 0); Continue(); break;
            // Refused by the room, and then deleted, or at another offset.
            case (TusStep.Append, 409):
                (_upload.Refusal, _upload.Offset) = (response.Sentence, null);
                Continue();
                break;
            case (TusStep.Find or TusStep.Append, 404): HandleMissing(); break;
            default: End(UploadProblem.Of(_typed, response, _endpoint!.MaxBytes)); break;
        }
    }

    /// <summary>
    /// Handles a missing upload: it was refused, or is complete but the response was lost, or has
    /// expired.
    /// </summary>
    private void HandleMissing()
    {
        if (_upload.Refusal is not null) End(UploadProblem.Refused(_typed, _upload.Refusal));
        else if (_upload.MayBeComplete) End(FileTexts.MayBeShared(_typed));
        else
        {
            _upload.Location = null;
            Retry();
        }
    }

    private void Retry()
    {
        _upload.Offset = null;
        if (++_failures >= MaxFailures) End(FileTexts.NotReached(_typed, $"{_endpoint!.Site.Authority}"));
        else Pause(TimeSpan.FromMilliseconds(Math.Min(500 << _failures, MaxBackoff.TotalMilliseconds)));
    }

    private void Pause(TimeSpan pause) => Timers.StartSingleTimer(Due.Retry, Due.Retry, pause);

    private void ReportProgress()
    {
        if (_isCancelled) return;
        if (_progress.Report(State, out var hasAdvanced) is { } now)
        {
            if (hasAdvanced) _failures = 0;
            Context.Parent.Tell(new TransferProtocol.Progressed(now));
        }
        else if (_request.IsUnderWay && _progress.IsStalled(_request.IsSending ? SendTimeout : ResponseTimeout))
        {
            CancelRequest();
            Retry();
        }
    }

    private TransferState State =>
        _file is null ? TransferState.Reading
        : _request.IsSending ? TransferState.Sending
        : TransferState.Waiting;

    private void Cancel()
    {
        CancelRequest();
        (_isCancelled, _failures) = (true, 0);
        if (_upload.Location is null || _endpoint is null) Context.Stop(Self);
        else Continue();
    }

    private void CancelRequest()
    {
        _upload.MayBeComplete |= _request.IsSending && _progress.Counter.Done == _file!.Size;
        _request.End();
    }

    private void End(string? problem)
    {
        Context.Parent.Tell(new TransferProtocol.Ended(problem));
        Context.Stop(Self);
    }
}
