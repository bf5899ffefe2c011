using Akka.Actor;
using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Scripting.LineTool;

/// <summary>
/// Owns one run of the line tool: says each line of input, prints what others say, and knows with
/// which code to exit. Only so many lines are under way, and nothing more is heard while the output
/// does not take what came before.
/// </summary>
internal sealed class LineToolActor : UntypedActor, IWithTimers
{
    private sealed record InputRead(int Count);

    private sealed record InputFailed(string Reason);

    private sealed record Printed
    {
        public static readonly Printed Instance = new();
    }

    private sealed record LostForTooLong
    {
        public static readonly LostForTooLong Instance = new();
    }

    public const int MostUnderWay = 500;
    private static readonly TimeSpan PatienceWithLoss = TimeSpan.FromSeconds(30);

    private readonly LineToolJob _job;
    private readonly SessionFactory _open;
    private readonly LineToolReport _report;
    private readonly InputLines _lines;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private IActorRef _session = null!;
    private PeerAddress? _me;
    private int _underWay;
    private bool _reading;
    private bool _inputEnded;
    private bool _printing;

    public LineToolActor(LineToolJob job, int longestLine, SessionFactory open)
    {
        (_job, _open, _report) = (job, open, new LineToolReport(job.Errors));
        _lines = new InputLines(longestLine, (number, why) => _report.Fail(NotSent(number, why)), job.To);
        if (job.Text is not null) _lines.Add(job.Text);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public static Props Props(LineToolJob job, int longestLine, SessionFactory open) =>
        Akka.Actor.Props.Create(() => new LineToolActor(job, longestLine, open));

    protected override void PreStart()
    {
        _session = Context.ActorOf(_open(_job.Server, _job.Nick, Self));
        GoOn();
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case SessionProtocol.EventsReceived heard: Hear(heard); break;
            case InputRead read: Take(read.Count); break;
            case Printed: _printing = false; _session.Tell(SessionProtocol.EventsHandled.Instance); GoOn(); break;
            case SessionProtocol.Declined declined: Decline(declined); break;
            case SessionProtocol.Lost lost: Lose(lost); break;
            case SessionProtocol.Ended ended: End(ended); break;
            case LostForTooLong: _session.Tell(SessionProtocol.Leave.Instance); break;
            case InputFailed failed: _report.Fail(LineToolTexts.InputUnreadable(failed.Reason)); Take(0); break;
            default: Unhandled(message); break;
        }
    }

    /// <summary>
    /// Stopped from outside, as by Ctrl+C: what is under way then is in doubt, unless it could not
    /// be sent yet.
    /// </summary>
    protected override void PostStop()
    {
        if (_underWay > 0)
            _report.Fail(_me is null ? LineToolTexts.NothingSent : LineToolTexts.StillUnderWay(_underWay));
        _job.Exit.TrySetResult(_report.Code);
    }

    private void GoOn()
    {
        while (_underWay < MostUnderWay && _lines.TryTake(out var line))
        {
            _underWay++;
            _session.Tell(new SessionProtocol.Send(line));
        }

        if (!_inputEnded && !_reading && _lines.IsEmpty) ReadInput();
        if (_inputEnded && _lines.IsEmpty && _underWay == 0 && _me is not null && !_printing)
            _session.Tell(SessionProtocol.Leave.Instance);
    }

    private void ReadInput()
    {
        _reading = true;
        _job.Input.ReadAsync(_buffer).AsTask()
            .PipeTo(Self, success: count => new InputRead(count), failure: cause => new InputFailed(cause.Message));
    }

    private void Take(int count)
    {
        (_reading, _inputEnded) = (false, count == 0);
        if (_inputEnded) _lines.End();
        else _lines.Add(_buffer.AsMemory(0, count));
        GoOn();
    }

    private void Hear(SessionProtocol.EventsReceived heard)
    {
        _underWay -= heard.Answered.Count;
        if (heard.Events.OfType<RoomEvent.Welcomed>().LastOrDefault() is { } welcome) Enter(welcome);
        Print(string.Concat(
            heard.Events.Select(TranscriptMessage.Of).OfType<ChatMessage>().Where(IsOfOthers).Select(MessageLine.Of)));
    }

    private void Enter(RoomEvent.Welcomed welcome)
    {
        Timers.CancelAll();
        _me = welcome.You.Address;
        if (welcome.Taken is { } wanted) _report.Tell(LineToolTexts.Taken(wanted, welcome.You.Nickname));
        else if (welcome.You.Nickname != _job.Nick.Text) _report.Tell(LineToolTexts.YouAreCalled(welcome.You.Nickname));
    }

    private bool IsOfOthers(ChatMessage message) => TranscriptMessage.IsFromMember(message) && message.From != _me;

    private void Print(string text)
    {
        _printing = true;
        Write().PipeTo(Self, success: () => Printed.Instance, failure: _ => Printed.Instance);

        async Task Write()
        {
            if (text.Length == 0) return;
            await _job.Output.WriteAsync(text);
            await _job.Output.FlushAsync();
        }
    }

    private void Decline(SessionProtocol.Declined declined)
    {
        _underWay--;
        _report.Fail(NotSent(declined.Request.Number, declined.Reason));
        GoOn();
    }

    /// <summary>A text is no line of anything: it has no number.</summary>
    private string NotSent(long number, string why) =>
        _job.Text is null ? LineToolTexts.LineNotSent(number, why) : LineToolTexts.NotSent(why);

    private void Lose(SessionProtocol.Lost lost)
    {
        Doubt(lost.Unacknowledged);
        if (_me is null)
        {
            GiveUp(lost.Reason);
            return;
        }

        _report.Tell(SessionTexts.TryingAgain(lost.Reason, lost.Pause.TotalSeconds));
        if (Timers.IsTimerActive(LostForTooLong.Instance)) return;
        Timers.StartSingleTimer(LostForTooLong.Instance, LostForTooLong.Instance, PatienceWithLoss);
    }

    /// <summary>Never having been inside, one reason says it all.</summary>
    private void GiveUp(string why)
    {
        _underWay = 0;
        _report.Fail(why);
        Context.Stop(Self);
    }

    private void End(SessionProtocol.Ended ended)
    {
        if (ended.Refusal is { } refusal && _me is null)
        {
            GiveUp(refusal.Sentence());
            return;
        }

        Doubt(ended.Unacknowledged);
        if (ended.Refusal is not null) _report.Fail(ended.Refusal.Sentence());
        _underWay -= ended.Unsent.Count;
        if (ended.Unsent.Count > 0 || !_lines.IsEmpty || !_inputEnded)
        {
            var first = ended.Unsent.Count > 0 ? ended.Unsent[0].Number : _lines.Next;
            _report.Fail(_job.Text is null ? LineToolTexts.NothingSentFrom(first) : LineToolTexts.NothingSent);
        }

        Context.Stop(Self);
    }

    private void Doubt(IReadOnlyList<OutgoingRequest> lines)
    {
        _underWay -= lines.Count;
        foreach (var line in lines)
            _report.Fail(
                _job.Text is null
                    ? LineToolTexts.LineMayNotHaveArrived(line.Number, line.Text)
                    : LineToolTexts.MayNotHaveArrived(line.Text));
    }
}
