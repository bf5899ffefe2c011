using Akka.Actor;
using LanChat.Client.Emoji;
using LanChat.Client.Sessions;
using LanChat.Client.Transfers;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// Owns one stay in one room, and the session there: shows in its window what the room lets be
/// known, and asks of the room what was typed.
/// </summary>
internal sealed class VisitActor : UntypedActor
{
    private readonly ServerAddress _server;
    private readonly Func<IActorRef, Props> _open;
    private readonly RoomOutput _room;
    private readonly Stay _stay;
    private readonly RecipientQuestion _question;
    private readonly HistoryLookup _history;
    private readonly FileSharing _files;
    private readonly Unsaid _unsaid = new();
    private IActorRef _session = null!;

    public VisitActor(int window, ServerAddress server, Func<IActorRef, Props> open, IActorRef view, AtSign atSign)
    {
        (_server, _open, _room, _stay) = (server, open, new RoomOutput(view, window), new Stay(server));
        _question = new RecipientQuestion(atSign, _stay, _room, Ask);
        _history = new HistoryLookup(_stay, _room, (question, typed) => Tell(new OutgoingRequest(question, typed)));
        _files = new FileSharing(_stay, _room, child => Context.ActorOf(child), Self);
    }

    /// <param name="window">Where the view shows it.</param>
    /// <param name="server">The room's address.</param>
    /// <param name="open">A <see cref="SessionActor"/> in that room, for the owner given.</param>
    /// <param name="view">What shows it.</param>
    /// <param name="atSign">Whether the user knows what it means.</param>
    public static Props Props(
        int window, ServerAddress server, Func<IActorRef, Props> open, IActorRef view, AtSign atSign) =>
        Akka.Actor.Props.Create(() => new VisitActor(window, server, open, view, atSign));

    protected override void PreStart()
    {
        _room.Show(new ViewProtocol.ShowRemark(VisitTexts.Entering($"{_server}")));
        _room.Show(new ViewProtocol.Prompt("… > "));
        ShowPlace();
        _session = Context.ActorOf(_open(Self));
        _session.Tell(SessionProtocol.MeasureLatency.Instance);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case VisitProtocol.Say say: _question.Say(say.Text, say.Typed); break;
            case VisitProtocol.TakeBack: _question.TakeBack(); break;
            case VisitProtocol.Ask ask: Ask(ask.Message, ask.Typed); break;
            case SessionProtocol.EventsReceived heard: Hear(heard); break;
            case SessionProtocol.LatencyMeasured measured: Note(measured.Latency); break;
            case SessionProtocol.Lost lost: Lose(lost); break;
            case SessionProtocol.Declined declined: Decline(declined); break;
            case VisitProtocol.FillHole hole: _history.FillHole(hole); break;
            case VisitProtocol.Search search: _history.Search(search); break;
            case VisitProtocol.SearchOn on: _history.SearchOn(on.Typed); break;
            case VisitProtocol.ShowFound found: _history.ShowAround(found); break;
            case VisitProtocol.ShareFile share: _files.Share(share); break;
            case VisitProtocol.SaveFile save: _files.Save(save); break;
            case VisitProtocol.CancelFiles: _files.Cancel(); break;
            case FileSharing.FileRead read: Say(read.File, read.Typed); break;
            case TransferProtocol.Progressed moved: _files.Show(Sender, moved.Transfer); break;
            case TransferProtocol.Ended over: _files.End(Sender, over); break;
            case VisitProtocol.ShowNotice: _room.Show(_stay.NoticeAgain); break;
            case VisitProtocol.Leave: Leave(); break;
            case SessionProtocol.Ended ended: End(ended); break;
            default: Unhandled(message); break;
        }
    }

    private void Ask(ClientMessage wish, string typed)
    {
        switch (wish)
        {
            case ClientMessage.Say { Text: var text } when string.IsNullOrWhiteSpace(text): break;
            case ClientMessage.Tell { Text: var text } when string.IsNullOrWhiteSpace(text):
            case ClientMessage.Bad: _room.Complain(Commands.HowToTell); break;
            default: Send(new OutgoingRequest(EmojiText.In(wish), typed)); break;
        }
    }

    /// <summary>A small file of text, as what the user says.</summary>
    private void Say(SnippetFile file, string typed)
    {
        if (file.Request is not { } wish) _room.Complain(file.Problem);
        else if (!_room.IsClosed) Send(new OutgoingRequest(wish, typed));
    }

    private void Send(OutgoingRequest line)
    {
        if (!_stay.IsConnected) Wait(line);
        Tell(line);
    }

    private void Tell(OutgoingRequest line) => _session.Tell(new SessionProtocol.Send(line));

    private void Wait(OutgoingRequest line)
    {
        _unsaid.Add(line);
        _room.Show(new ViewProtocol.ShowWaiting(_unsaid.Texts, VisitTexts.Kept(line.Text)));
    }

    private void Settle(IEnumerable<OutgoingRequest> lines)
    {
        if (_unsaid.Remove(lines)) _room.Show(new ViewProtocol.ShowWaiting(_unsaid.Texts));
    }

    /// <summary>
    /// A session that was left is shown no more, but may still wait for its last lines to come back
    /// and need to read on.
    /// </summary>
    private void Hear(SessionProtocol.EventsReceived heard)
    {
        var events = heard.Events;
        if (_room.IsClosed)
        {
            _session.Tell(SessionProtocol.EventsHandled.Instance);
            return;
        }

        if (events.OfType<RoomEvent.NameChanged>().LastOrDefault() is { } changed)
            Context.Parent.Tell(new VisitProtocol.Renamed(changed.You.Nickname));
        if (events.OfType<RoomEvent.Welcomed>().LastOrDefault() is { } welcome) Enter(welcome, heard.Ip);
        foreach (var known in events) _files.Note(known);
        foreach (var shown in events.SelectMany(known => _history.Show(known) ?? _stay.Show(known))) _room.Show(shown);
        Settle(heard.Answered);
        ShowPlace();
        _room.WhenShown(_session, SessionProtocol.EventsHandled.Instance);
    }

    private void Enter(RoomEvent.Welcomed welcome, string? ip)
    {
        if (welcome.Log is { } log) Context.Parent.Tell(new VisitProtocol.Entered(log));
        _files.Open(welcome.Files, ip ?? _server.Host);
    }

    private void Note(TimeSpan latency)
    {
        _stay.Latency = latency;
        ShowPlace();
    }

    private void Lose(SessionProtocol.Lost lost)
    {
        foreach (var shown in _stay.Lose(lost.Reason, lost.Pause)) _room.Show(shown);
        ShowPlace();
        _unsaid.AddAgain(lost.Resent);
        foreach (var line in lost.Resent)
            _room.Show(new ViewProtocol.ShowWaiting(_unsaid.Texts, VisitTexts.SentAgain(line.Text)));
        Settle(lost.Unacknowledged);
        foreach (var line in lost.Unacknowledged.Where(line => !HistoryLookup.IsLookup(line)))
            _room.Complain(Doubt(line));
        _history.GiveUp();
        _files.Close();
    }

    private void Decline(SessionProtocol.Declined declined)
    {
        Settle([declined.Request]);
        _room.Complain(WhyNot(declined.Request, declined.Reason));
        if (declined.Request.Message.IsDeduplicated()) _room.Show(new ViewProtocol.RestoreInput(declined.Request.Text));
        if (declined.Request.Message is ClientMessage.Look) _history.GiveUp();
    }

    private void Leave()
    {
        if (_room.IsClosed) return;
        _room.Close();
        _files.Leave();
        _session.Tell(SessionProtocol.Leave.Instance);
    }

    private void End(SessionProtocol.Ended ended)
    {
        var unacknowledged = ended.Unacknowledged.Where(line => !HistoryLookup.IsLookup(line)).Select(Doubt);
        var unsent = ended.Unsent.Where(line => !HistoryLookup.IsLookup(line))
            .Select(line => VisitTexts.NotSent(line.Text));
        Context.Parent.Tell(new VisitProtocol.Ended(ended.Refusal, [.. unacknowledged, .. unsent, .. _files.IfLeft]));
        Context.Stop(Self);
    }

    private static string WhyNot(OutgoingRequest line, string why) => line.Message switch
    {
        ClientMessage.Tell tell => VisitTexts.NotSentTo(tell.To, why, line.Text),
        ClientMessage.Say or ClientMessage.Act or ClientMessage.Share => VisitTexts.NotSentBecause(why, line.Text),
        _ => VisitTexts.NotDone(why, line.Text),
    };

    private static string Doubt(OutgoingRequest line) => VisitTexts.MayNotHaveArrived(line.Text);

    private void ShowPlace() => _room.Show(new ViewProtocol.ShowPlace(_stay.Place));
}
