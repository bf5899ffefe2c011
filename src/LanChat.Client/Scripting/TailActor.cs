using Akka.Actor;
using LanChat.Client.Scripting.LineTool;
using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Scripting;

/// <summary>
/// Owns one run of <c>tail</c>: stays in a room and prints what is said there, until a signal ends
/// it or nobody reads it any more. Nothing more is heard while the output does not take what came
/// before.
/// </summary>
internal sealed class TailActor : UntypedActor, IWithTimers
{
    private sealed record LookAtOutput
    {
        public static readonly LookAtOutput Instance = new();
    }

    private readonly ScriptJob _job;
    private readonly Func<IActorRef, Props> _open;
    private readonly TailLines _lines;
    private readonly LineToolReport _report;
    private IActorRef _session = null!;
    private string? _trouble;
    private bool _wasInside;

    public TailActor(ScriptJob job, TailLines lines, Func<IActorRef, Props> open) =>
        (_job, _lines, _open, _report) = (job, lines, open, new LineToolReport(job.Errors));

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="job">Where it prints.</param>
    /// <param name="lines">What it prints.</param>
    /// <param name="open">The session in the room, for this actor.</param>
    public static Props Props(ScriptJob job, TailLines lines, Func<IActorRef, Props> open) =>
        Akka.Actor.Props.Create(() => new TailActor(job, lines, open));

    protected override void PreStart()
    {
        Timers.StartPeriodicTimer(LookAtOutput.Instance, LookAtOutput.Instance, DataOutput.LookEvery);
        _session = Context.ActorOf(_open(Self));
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case SessionProtocol.EventsReceived heard: Hear(heard.Events); break;
            case OutputProtocol.Printed: EndIfClosed(); _session.Tell(SessionProtocol.EventsHandled.Instance); break;
            case OutputProtocol.Failed failed: Fail(failed.Sentence); break;
            case LookAtOutput: EndIfClosed(); break;
            case SessionProtocol.Lost lost: Lose(lost); break;
            case SessionProtocol.Ended ended: Fail(ended.Refusal?.Sentence() ?? ScriptRunTexts.RoomLeft); break;
            default: Unhandled(message); break;
        }
    }

    private void Hear(IReadOnlyList<RoomEvent> events)
    {
        if (events.OfType<RoomEvent.Welcomed>().LastOrDefault() is { } welcome) Enter(welcome);
        _job.Output.Print(string.Concat(events.SelectMany(_lines.Of)), Self);
    }

    private void Enter(RoomEvent.Welcomed welcome)
    {
        if (_trouble is not null) _report.Tell(SessionTexts.BackIn(welcome.Room));
        (_wasInside, _trouble) = (true, null);
    }

    /// <summary>The same trouble is told once: it may last all night.</summary>
    private void Lose(SessionProtocol.Lost lost)
    {
        if (!_wasInside)
        {
            Fail(lost.Reason);
            return;
        }

        if (lost.Reason != _trouble) _report.Tell(SessionTexts.TryingAgain(lost.Reason, lost.Pause.TotalSeconds));
        _trouble = lost.Reason;
    }

    private void EndIfClosed()
    {
        if (!_job.Output.IsClosed) return;
        _job.Exit.TrySetResult(ExitCode.OutputClosed);
        Context.Stop(Self);
    }

    private void Fail(string why)
    {
        _job.Fail(why);
        Context.Stop(Self);
    }
}
