using Akka.Actor;
using LanChat.Texts;

namespace LanChat.Client.Transfers;

/// <summary>
/// Owns one upload: reads the file for its SHA-256, sends it by tus 1.0 in one piece, and goes on after a break where the server says, with
/// whatever door the room is reached by then. Tells its parent how it stands, and how it ended.
/// </summary>
internal sealed class UploadActor : UntypedActor, IWithTimers
{
    private enum Due
    {
        Look,
        Again,
    }

    private sealed record Opened(LocalFile? File, string Problem);

    private sealed record Answered(int Request, TusStep Step, TusAnswer Answer);

    public const int MostFailures = 8;
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A server that was restarted reads what it has before it takes more. Who is gone is noticed sooner, by the session.</summary>
    private static readonly TimeSpan PatienceWithSending = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly string _typed;
    private readonly string? _to;
    private readonly Tus _tus;
    private readonly UploadProgress _progress;
    private readonly TusRequest _request = new();
    private readonly RemoteUpload _upload = new();
    private readonly CancellationTokenSource _end = new();
    private FileDoor? _door;
    private LocalFile? _file;
    private int _failures;
    private bool _isCancelled;

    public UploadActor(string typed, string? to, FileDoor? door, HttpClient http, TimeProvider clock) =>
        (_typed, _to, _door, _tus, _progress) = (typed, to, door, new Tus(http), new UploadProgress(Path.GetFileName(typed), clock));

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="typed">The file's path, as the user put it.</param>
    /// <param name="to">Who alone is to have it; null for everyone.</param>
    /// <param name="door">How the room is reached now; null when it is not.</param>
    /// <param name="http">By which requests go.</param>
    /// <param name="clock">Measures how fast it goes.</param>
    public static Props Props(string typed, string? to, FileDoor? door, HttpClient http, TimeProvider clock) =>
        Akka.Actor.Props.Create(() => new UploadActor(typed, to, door, http, clock));

    protected override void PreStart()
    {
        Timers.StartPeriodicTimer(Due.Look, Due.Look, BetweenLooks);
        var most = _door?.Most ?? long.MaxValue;
        var end = _end.Token;
        Task.Run(() => LocalFile.ReadAsync(_typed, most, _progress.Pulse, end))
            .PipeTo(Self, success: read => new Opened(read.File, read.Problem), failure: cause => new Opened(null, FileTexts.Unreadable(_typed, DiskProblem.Of(cause.GetBaseException()))));
    }

    /// <summary>What is under way ends with it; what the server has already it keeps for a while.</summary>
    protected override void PostStop()
    {
        GiveUpRequest();
        _end.Cancel();
        _end.Dispose();
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Due.Look: Look(); break;
            case Due.Again: GoOn(); break;
            case Opened opened: Open(opened); break;
            case Answered answered when answered.Request != _request.Number || !_request.IsUnderWay: break; // to a request that was given up
            case Answered answered: GiveUpRequest(); Take(answered.Step, answered.Answer); break;
            case TransferProtocol.Reach reach: Reach(reach.Door); break;
            case TransferProtocol.Cancel: Cancel(); break;
            default: Unhandled(message); break;
        }
    }

    private void Open(Opened opened)
    {
        if (_isCancelled) return;
        _file = opened.File;
        _progress.Pulse.Done = 0;
        if (_file is null) End(opened.Problem);
        else GoOn();
    }

    /// <summary>Only who holds a token that is good shares by their name, so what goes by an older one is broken off.</summary>
    private void Reach(FileDoor? door)
    {
        if (_isCancelled) return;
        GiveUpRequest();
        Timers.Cancel(Due.Again);
        (_door, _upload.Offset, _failures) = (door, null, 0);
        GoOn();
    }

    /// <summary>Asks for what comes next, one request at a time.</summary>
    private void GoOn()
    {
        if (_door is not { } door || _request.IsUnderWay) return;
        if (_isCancelled) Ask(TusStep.Delete, cancel => _tus.DeleteAsync(door, _upload.Location!, cancel));
        else if (_file is not { } file) return;
        else if (!file.IsAsItWas) End(FileTexts.Changed(_typed));
        else if (_upload.Location is not { } upload) Ask(TusStep.Create, cancel => _tus.CreateAsync(door, file, _to, cancel));
        else if (_upload.Offset is not { } offset) Ask(TusStep.Find, cancel => _tus.FindAsync(door, upload, cancel));
        else Send(door, file, upload, offset);
    }

    private void Send(FileDoor door, LocalFile file, string upload, long offset)
    {
        _progress.BeginSending(offset);
        Ask(TusStep.Append, cancel => _tus.AppendAsync(door, upload, offset, new FilePiece(file, offset, _progress.Pulse), cancel));
    }

    private void Ask(TusStep step, Func<CancellationToken, Task<TusAnswer>> ask)
    {
        var cancellation = _request.Begin(step);
        var number = _request.Number;
        _progress.BeginRequest();
        ask(cancellation).PipeTo(Self, success: answer => new Answered(number, step, answer), failure: _ => new Answered(number, step, TusAnswer.None));
    }

    private void Take(TusStep step, TusAnswer answer)
    {
        if (answer.Status != 0) _upload.MayBeComplete &= step != TusStep.Append; // it only counts while nobody knows what became of it
        switch (step, answer.Status)
        {
            case (TusStep.Delete, 423) when ++_failures < MostFailures: Pause(BetweenLooks); break;
            case (TusStep.Delete, _): Context.Stop(Self); break;
            case (_, 0 or 423 or (>= 500 and not 507)): TryAgain(); break;
            case (_, 401): (_door, _upload.Offset) = (null, null); break; // the room was lost, and the session is about to say so
            case (TusStep.Create, 201) when _file!.Size == 0: End(null); break;
            case (TusStep.Create, 201): (_upload.Location, _upload.Offset) = (answer.Location, 0); GoOn(); break;
            case (TusStep.Find, 200 or 204): (_upload.Offset, _upload.Refusal, _upload.MayBeComplete) = (answer.Offset, null, false); GoOn(); break;
            case (TusStep.Append, 204) when answer.Offset == _file!.Size: End(null); break;
            case (TusStep.Append, 204): (_upload.Offset, _failures) = (answer.Offset, 0); GoOn(); break;
            case (TusStep.Append, 409): (_upload.Refusal, _upload.Offset) = (answer.Sentence, null); GoOn(); break; // refused by the room, and gone then, or at another offset
            case (TusStep.Find or TusStep.Append, 404): MissUpload(); break;
            default: End(UploadProblem.Of(_typed, answer, _door!.Most)); break;
        }
    }

    /// <summary>The server does not know the upload: it was refused, or is complete though its answer was lost, or has waited too long.</summary>
    private void MissUpload()
    {
        if (_upload.Refusal is not null) End(UploadProblem.Refused(_typed, _upload.Refusal));
        else if (_upload.MayBeComplete) End(FileTexts.MayBeShared(_typed));
        else
        {
            _upload.Location = null;
            TryAgain();
        }
    }

    private void TryAgain()
    {
        _upload.Offset = null;
        if (++_failures >= MostFailures) End(FileTexts.NotReached(_typed, $"{_door!.Site.Authority}"));
        else Pause(TimeSpan.FromMilliseconds(Math.Min(500 << _failures, LongestPause.TotalMilliseconds)));
    }

    private void Pause(TimeSpan pause) => Timers.StartSingleTimer(Due.Again, Due.Again, pause);

    private void Look()
    {
        if (_isCancelled) return;
        if (_progress.Report(State, out var hasAdvanced) is { } now)
        {
            if (hasAdvanced) _failures = 0;
            Context.Parent.Tell(new TransferProtocol.Moved(now));
        }
        else if (_request.IsUnderWay && _progress.IsStalled(_request.IsSending ? PatienceWithSending : Patience))
        {
            GiveUpRequest();
            TryAgain();
        }
    }

    private TransferState State =>
        _file is null ? TransferState.Reading
        : _request.IsSending ? TransferState.Sending
        : TransferState.Waiting;

    private void Cancel()
    {
        GiveUpRequest();
        (_isCancelled, _failures) = (true, 0);
        if (_upload.Location is null || _door is null) Context.Stop(Self);
        else GoOn();
    }

    private void GiveUpRequest()
    {
        _upload.MayBeComplete |= _request.IsSending && _progress.Pulse.Done == _file!.Size;
        _request.End();
    }

    private void End(string? problem)
    {
        Context.Parent.Tell(new TransferProtocol.Ended(problem));
        Context.Stop(Self);
    }
}
