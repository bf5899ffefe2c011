using Akka.Actor;
using LanChat.Client.Scripting.LineTool;
using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Scripting;

/// <summary>
/// Owns one run of <c>tail</c>: prints the messages of a room until a signal ends it or its output
/// is closed. Receives no events while the output is blocked.
/// </summary>
internal sealed class TailActor : UntypedActor, IWithTimers
{
    private sealed record CheckOutput
    {
        public static readonly CheckOutput Instance = new();
    }

    private readonly ScriptJob _job;
    private readonly Func<IActorRef, Props> _makeSession;
    private readonly TailLines _lines;
    private readonly LineToolReport _report;
    private IActorRef _session = null!;
    private string? _lastReason;
    private bool _hasJoined;

    public TailActor(ScriptJob job, TailLines lines, Func<IActorRef, Props> makeSession) =>
        (_job, _lines, _makeSession, _report) = (job, lines, makeSession, new LineToolReport(job.Errors));

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="job">The run.</param>
    /// <param name="lines">Formats the lines.</param>
    /// <param name="makeSession">Props of the session in the room, for this actor.</param>
    public static Props Props(ScriptJob job, TailLines lines, Func<IActorRef, Props> makeSession) =>
        Akka.Actor.Props.Create(() => new TailActor(job, lines, makeSession));

    protected override void PreStart()
    {
        Timers.StartPeriodicTimer(CheckOutput.Instance, CheckOutput.Instance, DataOutput.PollInterval);
        _session = Context.ActorOf(_makeSession(Self));
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case SessionProtocol.EventsReceived received: HandleEvents(received.Events); break;
            case OutputProtocol.Printed: EndIfClosed(); _session.Tell(SessionProtocol.EventsHandled.Instance); break;
            case OutputProtocol.Failed failed: Fail(failed.Sentence); break;
            case CheckOutput: EndIfClosed(); break;
            case SessionProtocol.Lost lost: HandleLoss(lost); break;
            case SessionProtocol.Ended ended: Fail(ended.Refusal?.Sentence() ?? ScriptRunTexts.RoomLeft); break;
            default: Unhandled(message); break;
        }
    }

    private void HandleEvents(IReadOnlyList<RoomEvent> events)
    {
        if (events.WaitingSentence() is { } sentence) _report.Write(sentence);
        if (events.OfType<Welcomed>().LastOrDefault() is { } welcome) HandleWelcome(welcome);
        _job.Output.Print(string.Concat(events.SelectMany(_lines.Of)), Self);
    }

    private void HandleWelcome(Welcomed welcome)
    {
        if (_lastReason is not null) _report.Write(SessionTexts.BackIn(welcome.Room));
        (_hasJoined, _lastReason) = (true, null);
    }

    /// <summary>Reports the same reason only once in a row: it may last all night.</summary>
    private void HandleLoss(SessionProtocol.Lost lost)
    {
        if (!_hasJoined)
        {
            Fail(lost.Reason);
            return;
        }

        if (lost.Reason != _lastReason) _report.Write(SessionTexts.TryingAgain(lost.Reason, lost.Pause.TotalSeconds));
        _lastReason = lost.Reason;
    }

    private void EndIfClosed()
    {
        if (!_job.Output.IsClosed) return;
        _job.Exit.TrySetResult(ExitCode.OutputClosed);
        Context.Stop(Self);
    }

    private void Fail(string reason)
    {
        _job.Fail(reason);
        Context.Stop(Self);
    }
}
