using Akka.Actor;
using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Scripting.LineTool;

/// <summary>
/// Owns one run of the line tool: sends each line of input, prints the messages of others, and sets
/// the exit code. Limits the pending requests, and receives no events while the output is blocked.
/// </summary>
internal sealed class LineToolActor : UntypedActor, IWithTimers
{
    private sealed record InputRead(int Count);

    private sealed record InputFailed(string Reason);

    private sealed record Printed
    {
        public static readonly Printed Instance = new();
    }

    private sealed record ReconnectTimedOut
    {
        public static readonly ReconnectTimedOut Instance = new();
    }

    public const int MaxPending = 500;
    private static readonly TimeSpan ReconnectTimeout = TimeSpan.FromSeconds(30);

    private readonly LineToolJob _job;
    private readonly SessionFactory _makeSession;
    private readonly LineToolReport _report;
    private readonly InputLines _lines;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private IActorRef _session = null!;
    private PeerAddress? _me;
    private int _pending;
    private bool _isReading;
    private bool _hasInputEnded;
    private bool _isPrinting;

    public LineToolActor(LineToolJob job, int maxLineBytes, SessionFactory makeSession)
    {
        (_job, _makeSession, _report) = (job, makeSession, new LineToolReport(job.Errors));
        _lines = new InputLines(maxLineBytes, (number, reason) => _report.Fail(NotSent(number, reason)), job.To);
        if (job.Text is not null) _lines.Add(job.Text);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public static Props Props(LineToolJob job, int maxLineBytes, SessionFactory makeSession) =>
        Akka.Actor.Props.Create(() => new LineToolActor(job, maxLineBytes, makeSession));

    protected override void PreStart()
    {
        _session = Context.ActorOf(_makeSession(_job.Room, _job.Nick, Self));
        Continue();
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case SessionProtocol.EventsReceived received: HandleEvents(received); break;
            case InputRead read: HandleInput(read.Count); break;
            case Printed: _isPrinting = false; _session.Tell(SessionProtocol.EventsHandled.Instance); Continue(); break;
            case SessionProtocol.Declined declined: HandleDeclined(declined); break;
            case SessionProtocol.Lost lost: HandleLoss(lost); break;
            case SessionProtocol.Ended ended: HandleEnded(ended); break;
            case ReconnectTimedOut: _session.Tell(SessionProtocol.Leave.Instance); break;
            case InputFailed failed: _report.Fail(LineToolTexts.InputUnreadable(failed.Reason)); HandleInput(0); break;
            default: Unhandled(message); break;
        }
    }

    /// <summary>
    /// Reports pending requests when stopped from outside, for example by Ctrl+C.
    /// </summary>
    protected override void PostStop()
    {
        if (_pending > 0)
            _report.Fail(_me is null ? LineToolTexts.NothingSent : LineToolTexts.StillUnderWay(_pending));
        _job.Exit.TrySetResult(_report.Code);
    }

    private void Continue()
    {
        while (_pending < MaxPending && _lines.TryDequeue(out var request))
        {
            _pending++;
            _session.Tell(new SessionProtocol.Send(request));
        }

        if (!_hasInputEnded && !_isReading && _lines.IsEmpty) ReadInput();
        if (_hasInputEnded && _lines.IsEmpty && _pending == 0 && _me is not null && !_isPrinting)
            _session.Tell(SessionProtocol.Leave.Instance);
    }

    private void ReadInput()
    {
        _isReading = true;
        _job.Input.ReadAsync(_buffer).AsTask()
            .PipeTo(Self, success: count => new InputRead(count), failure: cause => new InputFailed(cause.Message));
    }

    private void HandleInput(int count)
    {
        (_isReading, _hasInputEnded) = (false, count == 0);
        if (_hasInputEnded) _lines.End();
        else _lines.Add(_buffer.AsMemory(0, count));
        Continue();
    }

    private void HandleEvents(SessionProtocol.EventsReceived received)
    {
        _pending -= received.Answered.Count;
        if (received.Events.WaitingSentence() is { } sentence) _report.Write(sentence);
        if (received.Events.OfType<Welcomed>().LastOrDefault() is { } welcome) HandleWelcome(welcome);
        var messages = received.Events.Select(TranscriptMessage.Of).OfType<ChatMessage>().Where(IsFromOther);
        Print(string.Concat(messages.Select(MessageLine.Of)));
    }

    private void HandleWelcome(Welcomed welcome)
    {
        Timers.CancelAll();
        _me = welcome.You.Address;
        if (welcome.Taken is { } requested) _report.Write(LineToolTexts.Taken(requested, welcome.You.Nickname));
        else if (welcome.You.Nickname != _job.Nick.Text)
            _report.Write(LineToolTexts.YouAreCalled(welcome.You.Nickname));
    }

    private bool IsFromOther(ChatMessage message) => TranscriptMessage.IsFromMember(message) && message.From != _me;

    private void Print(string text)
    {
        _isPrinting = true;
        Write().PipeTo(Self, success: () => Printed.Instance, failure: _ => Printed.Instance);

        async Task Write()
        {
            if (text.Length == 0) return;
            await _job.Output.WriteAsync(text);
            await _job.Output.FlushAsync();
        }
    }

    private void HandleDeclined(SessionProtocol.Declined declined)
    {
        _pending--;
        _report.Fail(NotSent(declined.Request.Number, declined.Reason));
        Continue();
    }

    /// <summary>A line of input has a number; the text of <c>send</c> has none.</summary>
    private string NotSent(long number, string reason) =>
        _job.Text is null ? LineToolTexts.LineNotSent(number, reason) : LineToolTexts.NotSent(reason);

    private void HandleLoss(SessionProtocol.Lost lost)
    {
        ReportUnacknowledged(lost.Unacknowledged);
        if (_me is null)
        {
            Fail(lost.Reason);
            return;
        }

        _report.Write(SessionTexts.TryingAgain(lost.Reason, lost.Pause.TotalSeconds));
        if (Timers.IsTimerActive(ReconnectTimedOut.Instance)) return;
        Timers.StartSingleTimer(ReconnectTimedOut.Instance, ReconnectTimedOut.Instance, ReconnectTimeout);
    }

    /// <summary>Before the first join, the reason covers all pending requests.</summary>
    private void Fail(string reason)
    {
        _pending = 0;
        _report.Fail(reason);
        Context.Stop(Self);
    }

    private void HandleEnded(SessionProtocol.Ended ended)
    {
        if (ended.Refusal is { } refusal && _me is null)
        {
            Fail(refusal.Sentence());
            return;
        }

        ReportUnacknowledged(ended.Unacknowledged);
        if (ended.Refusal is not null) _report.Fail(ended.Refusal.Sentence());
        _pending -= ended.Unsent.Count;
        if (ended.Unsent.Count > 0 || !_lines.IsEmpty || !_hasInputEnded)
        {
            var first = ended.Unsent.Count > 0 ? ended.Unsent[0].Number : _lines.Next;
            _report.Fail(_job.Text is null ? LineToolTexts.NothingSentFrom(first) : LineToolTexts.NothingSent);
        }

        Context.Stop(Self);
    }

    private void ReportUnacknowledged(IReadOnlyList<OutgoingRequest> requests)
    {
        _pending -= requests.Count;
        foreach (var request in requests)
            _report.Fail(
                _job.Text is null
                    ? LineToolTexts.LineMayNotHaveArrived(request.Number, request.Text)
                    : LineToolTexts.MayNotHaveArrived(request.Text));
    }
}
