using Akka.Actor;
using LanChat.Client.Sessions;
using LanChat.Client.Transfers;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// Owns one joined room and its session: shows the room's events in its window, and sends the
/// user's requests.
/// </summary>
internal sealed class RoomWindowActor : UntypedActor, IWithTimers
{
    private readonly RoomAddress _address;
    private readonly Func<IActorRef, Props> _makeSession;
    private readonly RoomOutput _room;
    private readonly RoomPresenter _presenter;
    private readonly RecipientQuestion _question;
    private readonly HistoryLookup _history;
    private readonly FileSharing _files;
    private readonly RoomAccount _account;
    private readonly MessageEdits _edits;
    private readonly UnsentMessages _unsent = new();
    private IActorRef _session = null!;

    public RoomWindowActor(
        int window,
        RoomAddress address,
        Func<IActorRef, Props> makeSession,
        IActorRef view,
        MentionNotice mentionNotice,
        PrivateMessageLog privateMessages)
    {
        (_address, _makeSession) = (address, makeSession);
        (_room, _presenter) = (new RoomOutput(view, window), new RoomPresenter(address, privateMessages));
        _question = new RecipientQuestion(mentionNotice, _presenter, _room, Send);
        _history = new HistoryLookup(
            _presenter, _room, (message, typed) => SendToSession(new OutgoingRequest(message, typed)));
        _account = new RoomAccount(_presenter, privateMessages, _room, SendToSession, pause => Timers.StartSingleTimer(
            nameof(RoomWindowProtocol.MarkRead), RoomWindowProtocol.MarkRead.Instance, pause));
        _edits = new MessageEdits(_presenter, _room, _unsent, Enqueue);
        _files = new FileSharing(_presenter, _room, child => Context.ActorOf(child), Self);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    /// <param name="window">Id of the window.</param>
    /// <param name="address">The room's address.</param>
    /// <param name="makeSession">
    /// Props of a <see cref="SessionActor"/> in that room, for this owner.
    /// </param>
    /// <param name="view">The view.</param>
    /// <param name="mentionNotice">Whether the user knows that everybody reads mentions.</param>
    /// <param name="privateMessages">The private messages that any window has shown.</param>
    public static Props Props(
        int window,
        RoomAddress address,
        Func<IActorRef, Props> makeSession,
        IActorRef view,
        MentionNotice mentionNotice,
        PrivateMessageLog privateMessages) =>
        Akka.Actor.Props.Create(() => new RoomWindowActor(
            window, address, makeSession, view, mentionNotice, privateMessages));

    protected override void PreStart()
    {
        _room.Show(new ViewProtocol.ShowRemark(JoinTexts.Entering($"{_address}")));
        _room.Show(new ViewProtocol.Prompt("… > "));
        ShowPlace();
        _session = Context.ActorOf(_makeSession(Self));
        _session.Tell(SessionProtocol.MeasureLatency.Instance);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case RoomWindowProtocol.Say say: _question.HandleMessage(say.Text, say.Typed); break;
            case RoomWindowProtocol.SetShown shown: _account.SetShown(shown.IsShown); break;
            case RoomWindowProtocol.MarkRead: _account.MarkRead(); break;
            case RoomWindowProtocol.CancelQuestion: _question.Cancel(); break;
            case RoomWindowProtocol.Send send: Send(send.Request, send.Typed); break;
            case SessionProtocol.EventsReceived received: HandleEvents(received); break;
            case SessionProtocol.LatencyMeasured measured: SetLatency(measured.Latency); break;
            case SessionProtocol.Lost lost: HandleLoss(lost); break;
            case SessionProtocol.Declined declined: HandleDeclined(declined); break;
            case RoomWindowProtocol.FillGap gap: _history.FillGap(gap); break;
            case RoomWindowProtocol.Search search: _history.Search(search); break;
            case RoomWindowProtocol.ContinueSearch search: _history.ContinueSearch(search.Typed); break;
            case RoomWindowProtocol.ShowResult show: _history.ShowContext(show); break;
            case RoomWindowProtocol.ShareFile share: _files.Share(share); break;
            case RoomWindowProtocol.SaveFile save: _files.Save(save); break;
            case RoomWindowProtocol.CancelFiles: _files.Cancel(); break;
            case FileSharing.FileRead read: SendFile(read.File, read.Typed); break;
            case TransferProtocol.Progressed progressed: _files.Show(Sender, progressed.Transfer); break;
            case TransferProtocol.Ended ended: _files.End(Sender, ended); break;
            case RoomWindowProtocol.ShowNotice: _room.Show(_presenter.Notice); break;
            case RoomWindowProtocol.ShowTopic: _room.Show(_presenter.Rules.ShownTopic); break;
            case RoomWindowProtocol.ShowSettings: _room.Show(_presenter.Rules.ShownSettings); break;
            case RoomWindowProtocol.ShowHelp help: _room.Show(_presenter.Rules.HelpOn(help.Topic)); break;
            case RoomWindowProtocol.Leave: Leave(); break;
            case SessionProtocol.Ended ended: HandleEnded(ended); break;
            default: Unhandled(message); break;
        }
    }

    private void Send(ClientMessage message, string typed)
    {
        switch (message)
        {
            case ClientMessage.Say { Text: var text } when string.IsNullOrWhiteSpace(text): break;
            case ClientMessage.MessageRequest change: _edits.Handle(change, typed); break;
            case ClientMessage.Tell { Text: var text } when string.IsNullOrWhiteSpace(text):
            case ClientMessage.Invalid: _room.ShowProblem(Commands.PrivateMessageUsage); break;
            case AccountRequest.ListReaders when !_presenter.HasSaid: _room.ShowProblem(AccountTexts.NoneSaid); break;
            case var re when re.LacksOriginal(_presenter.Others.Last): _room.ShowProblem(ReplyTexts.Nobody); break;
            default: Enqueue(new OutgoingRequest(_presenter.Complete(message), typed)); break;
        }
    }

    /// <summary>Sends a small text file as a message.</summary>
    private void SendFile(SnippetFile file, string typed)
    {
        if (file.Request is not { } message) _room.ShowProblem(file.Problem);
        else if (!_room.IsClosed) Enqueue(new OutgoingRequest(message, typed));
    }

    private void Enqueue(OutgoingRequest request)
    {
        _edits.Add(request);
        if (!_presenter.IsConnected) AddUnsent(request);
        SendToSession(request);
    }

    private void SendToSession(OutgoingRequest request) => _session.Tell(new SessionProtocol.Send(request));

    private void AddUnsent(OutgoingRequest request)
    {
        _unsent.Add(request);
        _room.Show(new ViewProtocol.ShowWaiting(_unsent.Texts, JoinTexts.Kept(request.Text)));
    }

    private void RemoveUnsent(IEnumerable<OutgoingRequest> requests)
    {
        if (_unsent.Remove(requests)) _room.Show(new ViewProtocol.ShowWaiting(_unsent.Texts));
        _edits.Remove(requests);
    }

    /// <summary>
    /// After leaving, nothing is shown. The session still needs to read: its last requests may be
    /// unanswered.
    /// </summary>
    private void HandleEvents(SessionProtocol.EventsReceived received)
    {
        var events = _presenter.Update(received.Events);
        if (_room.IsClosed)
        {
            _session.Tell(SessionProtocol.EventsHandled.Instance);
            return;
        }

        if (events.OfType<RoomEvent.NameChanged>().LastOrDefault() is { } changed)
            Context.Parent.Tell(new RoomWindowProtocol.Renamed(changed.You.Nickname));
        if (events.OfType<Welcomed>().LastOrDefault() is { } welcome) HandleWelcome(welcome, received.Ip);
        if (events.OfType<RoomEvent.RoomsListed>().LastOrDefault() is { } listed)
            Context.Parent.Tell(new RoomWindowProtocol.RoomsListed(listed.Rooms));
        foreach (var roomEvent in events) _files.Handle(roomEvent);
        _edits.Show(events.SelectMany(Present));
        if (_account.Handle(events, received.Answered) is [_, ..] places)
            Context.Parent.Tell(new RoomWindowProtocol.ReadElsewhere(places));
        RemoveUnsent(received.Answered);
        foreach (var request in received.Answered) HandleAnswered(request);
        ShowPlace();
        _room.WhenShown(_session, SessionProtocol.EventsHandled.Instance);
    }

    private IEnumerable<object> Present(RoomEvent roomEvent) =>
        _history.Handle(roomEvent) ?? _presenter.Handle(roomEvent);

    private void HandleWelcome(Welcomed welcome, string? ip)
    {
        if (welcome.Log is { } log) Context.Parent.Tell(new RoomWindowProtocol.Joined(log));
        if (welcome.HasRooms) SendToSession(new OutgoingRequest(new ClientMessage.ListRooms { Follows = true }, ""));
        _account.HandleWelcome(welcome);
        _files.Open(welcome.Files, ip ?? _address.Server.Host);
    }

    /// <summary>Confirms what shows no other effect, and tells about an opened room.</summary>
    private void HandleAnswered(OutgoingRequest request)
    {
        if (request.Message is ClientMessage.OpenRoom opened)
            Context.Parent.Tell(new RoomWindowProtocol.RoomOpened(opened.Name));
        else if (request.Message is ClientMessage.Away { Text: { Length: > 0 } text } && !_presenter.IsAway)
            _room.Show(new ViewProtocol.ShowRemark(RoomWindowTexts.YouAreAwayHere(text)));
        else if (RoomCommandList.IsDoneSilently(request.Message))
            _room.Show(new ViewProtocol.ShowRemark(RoomWindowTexts.Done(request.Text)));
    }

    private void SetLatency(TimeSpan latency)
    {
        _presenter.Latency = latency;
        ShowPlace();
    }

    private void HandleLoss(SessionProtocol.Lost lost)
    {
        foreach (var shown in _presenter.HandleLoss(lost.Reason, lost.Pause)) _room.Show(shown);
        ShowPlace();
        _unsent.AddResent(lost.Resent);
        foreach (var request in lost.Resent)
            _room.Show(new ViewProtocol.ShowWaiting(_unsent.Texts, JoinTexts.SentAgain(request.Text)));
        RemoveUnsent(lost.Unacknowledged);
        foreach (var request in lost.Unacknowledged.Where(request => !request.IsRepeatable()))
            _room.ShowProblem(request.UnacknowledgedText());
        _history.CancelRequest();
        _account.HandleLoss(lost.Reason);
        _files.Close();
    }

    private void HandleDeclined(SessionProtocol.Declined declined)
    {
        if (declined.Request.Message is ClientMessage.ListRooms || _account.TryHandleDeclined(declined)) return;
        RemoveUnsent([declined.Request]);
        _room.ShowProblem(declined.Request.DeclinedText(declined.Reason));
        if (declined.Request.Message.IsDeduplicated()) _room.Show(new ViewProtocol.RestoreInput(declined.Request.Text));
        if (declined.Request.Message is ClientMessage.ReadHistory) _history.CancelRequest();
    }

    private void Leave()
    {
        if (_room.IsClosed) return;
        _room.Close();
        _files.Leave();
        _session.Tell(SessionProtocol.Leave.Instance);
    }

    private void HandleEnded(SessionProtocol.Ended ended)
    {
        Context.Parent.Tell(new RoomWindowProtocol.Ended(
            ended.Refusal, [.. ended.Problems(), .. _edits.Problems, .. _files.LeaveProblems])
        {
            Last = _presenter.Last,
        });
        Context.Stop(Self);
    }

    private void ShowPlace() => _room.Show(new ViewProtocol.ShowPlace(_presenter.Place));
}
