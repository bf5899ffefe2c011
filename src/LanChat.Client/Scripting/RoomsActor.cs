using Akka.Actor;
using LanChat.Discovery;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Scripting;

/// <summary>
/// Owns one look around: prints each room when it is heard for the first time, until all that are
/// there were heard.
/// </summary>
internal sealed class RoomsActor : UntypedActor, IWithTimers
{
    /// <summary>How long it listens.</summary>
    /// <param name="Settling">After so long all that are there were heard, if any was.</param>
    /// <param name="Wait">After so long none is there.</param>
    public sealed record Patience(TimeSpan Settling, TimeSpan Wait);

    private sealed record Settled
    {
        public static readonly Settled Instance = new();
    }

    private sealed record Over
    {
        public static readonly Over Instance = new();
    }

    private sealed record LookAtOutput
    {
        public static readonly LookAtOutput Instance = new();
    }

    private readonly ScriptJob _job;
    private readonly Patience _patience;
    private readonly Func<ListedRoom, string> _format;
    private readonly Func<IActorRef, Props> _makeDiscovery;
    private readonly Queue<ListedRoom> _waiting = new();
    private readonly HashSet<PeerAddress> _heard = [];
    private string _header;
    private bool _printing;
    private bool _settled;
    private bool _over;

    public RoomsActor(
        ScriptJob job,
        Patience patience,
        string header,
        Func<ListedRoom, string> format,
        Func<IActorRef, Props> makeDiscovery) =>
        (_job, _patience, _header, _format, _makeDiscovery) = (job, patience, header, format, makeDiscovery);

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="job">Where it prints.</param>
    /// <param name="patience">How long it listens.</param>
    /// <param name="header">Is printed before the first; may be empty.</param>
    /// <param name="format">The line for a room, with its end.</param>
    /// <param name="makeDiscovery">What hears rooms for this actor.</param>
    public static Props Props(
        ScriptJob job,
        Patience patience,
        string header,
        Func<ListedRoom, string> format,
        Func<IActorRef, Props> makeDiscovery) =>
        Akka.Actor.Props.Create(() => new RoomsActor(job, patience, header, format, makeDiscovery));

    protected override void PreStart()
    {
        Timers.StartSingleTimer(Settled.Instance, Settled.Instance, _patience.Settling);
        Timers.StartSingleTimer(Over.Instance, Over.Instance, _patience.Wait);
        Timers.StartPeriodicTimer(LookAtOutput.Instance, LookAtOutput.Instance, DataOutput.LookEvery);
        Context.ActorOf(_makeDiscovery(Self));
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case DiscoveryProtocol.RoomsChanged changed: Hear(changed.Rooms); break;
            case DiscoveryProtocol.ListenFailed deaf: Fail(deaf.Sentence); break;
            case OutputProtocol.Printed: _printing = false; GoOn(); break;
            case OutputProtocol.Failed failed: Fail(failed.Sentence); break;
            case LookAtOutput: GoOn(); break;
            case Settled: _settled = true; GoOn(); break;
            case Over: _over = true; GoOn(); break;
            default: Unhandled(message); break;
        }
    }

    private void Hear(IReadOnlyList<ListedRoom> rooms)
    {
        foreach (var room in rooms.Where(room => _heard.Add(room.Address))) _waiting.Enqueue(room);
        GoOn();
    }

    private void GoOn()
    {
        if (_job.Output.IsClosed) End(ExitCode.OutputClosed);
        else if (!_printing && _waiting.Count > 0) Print();
        else if ((_over || _settled) && !_printing && _heard.Count > 0) End(ExitCode.Done);
        else if (_over && !_printing) Fail(ScriptRunTexts.NoRoomHeard(_patience.Wait.TotalSeconds));
    }

    private void Print()
    {
        var text = _header + string.Concat(_waiting.Select(_format));
        _waiting.Clear();
        _header = "";
        _printing = true;
        _job.Output.Print(text, Self);
    }

    private void End(int code)
    {
        _job.Exit.TrySetResult(code);
        Context.Stop(Self);
    }

    private void Fail(string why)
    {
        _job.Fail(why);
        Context.Stop(Self);
    }
}
