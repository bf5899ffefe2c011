using LanChat.Client.Emoji;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>Turns the events of one room, across reconnects, into messages for the view.</summary>
/// <param name="address">The room's address.</param>
/// <param name="privateMessages">The private messages that were shown.</param>
internal sealed class RoomPresenter(RoomAddress address, PrivateMessageLog privateMessages)
{
    private readonly MemberPresenter _members = new();
    private readonly TranscriptPosition _position = new();
    private readonly ConnectionStatus _status = new(address);
    private readonly MessageDisplay _messages = new();
    private readonly RoomRulesPresenter _rules = new();
    private readonly MessageChanges _changes = new();
    private string? _notice;
    private bool _isIgnoring;
    private bool _hasHistoryPages;
    private bool _hasMessages;

    /// <summary>History gaps of the transcript.</summary>
    public HistoryGaps Gaps { get; } = new();

    /// <inheritdoc cref="MessageDisplay.Site"/>
    public Uri? Site
    {
        get => _messages.Site;
        set => _messages.Site = value;
    }

    /// <summary>Whether the room answers history requests now.</summary>
    public bool CanLookUp => IsConnected && _hasHistoryPages;

    /// <summary>Whether requests are sent at once.</summary>
    public bool IsConnected => _status.IsConnected;

    /// <inheritdoc cref="MemberPresenter.IsAway"/>
    public bool IsAway => _members.IsAway;

    /// <inheritdoc cref="ConnectionStatus.Latency"/>
    public TimeSpan? Latency
    {
        get => _status.Latency;
        set => _status.Latency = value;
    }

    public Place Place => _status.Place(_messages.Nickname) with
    {
        Topic = _rules.Topic,
        Role = _rules.Role >= Role.Moderator ? RoomRulesPresenter.WordFor(_rules.Role) : "",
    };

    /// <summary>The room's topic and settings, and what the user may do.</summary>
    public RoomRulesPresenter Rules => _rules;

    /// <summary>Id of the last message; 0 for none.</summary>
    public long Last => _position.Id;

    /// <summary>Whether a message of the user was shown.</summary>
    public bool HasSaid => Own.LastId > 0;

    /// <inheritdoc cref="MessageDisplay.Own"/>
    public SaidMessages Own => _messages.Own;

    /// <inheritdoc cref="MessageDisplay.Others"/>
    public SaidMessages Others => _messages.Others;

    /// <summary>Message that shows the room's notice again.</summary>
    public object Notice => _notice is { } notice
        ? new ViewProtocol.ShowNotice(notice)
        : new ViewProtocol.ShowRemark(RoomWindowTexts.NoNotice);

    /// <summary>Prompt before the input.</summary>
    public ViewProtocol.Prompt Prompt =>
        new(_isIgnoring ? RoomWindowTexts.PromptIgnoring(_messages.Nickname ?? "") : $"{_messages.Nickname}> ");

    /// <inheritdoc cref="MessageChanges.Update"/>
    public IReadOnlyList<RoomEvent> Update(IReadOnlyList<RoomEvent> events) => _changes.Update(events);

    public IEnumerable<object> Handle(RoomEvent roomEvent) => roomEvent switch
    {
        Welcomed welcome => HandleWelcome(welcome),
        RoomEvent.HistoryShown history => HandleHistory(history.Messages),
        RoomEvent.Missed missed => HandleMissed(missed),
        RoomEvent.Spoken spoken => HandleMessage(spoken),
        RoomEvent.PrivateMessage told => IsNew(told)
            ? [.. WithNotification(_messages.Show(told)), .. AwayRemark(told)]
            : [],
        RoomEvent.StoredForLater stored => [new ViewProtocol.ShowRemark(KeyTexts.Waits(stored.To))],
        RoomEvent.NoticeShown notice => HandleNotice(notice.Text),
        RoomEvent.DefaultNoticeShown notice => HandleNotice(SystemTexts.DefaultNotice($"{notice.Room}")),
        RoomEvent.MembersShown shown => _members.HandleMembers(shown.Members),
        RoomEvent.MembersChanged changed => _members.HandleChange(changed),
        RoomEvent.MembersListed listed => _members.List(listed.Members),
        RoomEvent.NameChanged changed => HandleRename(changed.You.Nickname),
        RoomEvent.AwayShown away => _members.HandleAway(away.Members),
        RoomEvent.IgnoringChanged changed => HandleIgnoring(changed.IsIgnoring),
        RoomEvent.Refused { Reason: var reason } when reason.Is(Refusal.EntryAsked) => HandleWaiting(),
        RoomEvent.Refused refused => [new ViewProtocol.ShowProblem(refused.Reason.Sentence())],
        _ => _rules.Handle(roomEvent, Place, Site)
            ?? AccountPresenter.Handle(roomEvent, $"{address.Server}", Site)
            ?? [],
    };

    /// <summary>
    /// Shows private messages that the server keeps: those the user asked for, or new ones.
    /// </summary>
    /// <param name="page">The messages.</param>
    /// <param name="asked">What the user asked for; null if they did not ask.</param>
    public IEnumerable<object> Handle(AccountEvent.PrivatePage page, AccountRequest.ReadPrivate? asked) =>
        asked is null
            ? page.Messages.Where(IsNew).SelectMany(told => WithNotification(_messages.Show(told)))
            : [new ViewProtocol.ShowRemark(AccountPresenter.TextOf(page, asked, _messages.ToLocalTime))];

    /// <summary>A request as it is sent: with emoji, and the message that it is about.</summary>
    public ClientMessage Complete(ClientMessage request) => request is AccountRequest.ListReaders
        ? new AccountRequest.ListReaders(Own.LastId)
        : EmojiText.In(request.To(Others.Last));

    /// <inheritdoc cref="ConnectionStatus.SetLost"/>
    public IEnumerable<object> HandleLoss(string reason, TimeSpan pause) => _status.SetLost(reason, pause);

    /// <inheritdoc cref="MessageDisplay.ToLocalTime"/>
    public ChatMessage ToLocalTime(ChatMessage message) => _messages.ToLocalTime(message);

    /// <inheritdoc cref="MessageDisplay.ToServerTime"/>
    public SearchQuery ToServerTime(SearchQuery query) => _messages.ToServerTime(query);

    /// <summary>A message of the history.</summary>
    public ViewProtocol.ShowMessage FromHistory(ChatMessage message) => _messages.Show(message);

    private IEnumerable<object> HandleWelcome(Welcomed welcome)
    {
        var isRejoin = _messages.Nickname == welcome.You.Nickname;
        var (wasIgnoring, wasAway) = (_isIgnoring, _members.IsAway);
        _isIgnoring = false;
        _hasHistoryPages = welcome.LongestPage > 0;
        _status.SetConnected(welcome.Room);
        _messages.SetOwnMember(welcome.You, welcome.Zone, welcome.IsYours);
        _members.Reset(welcome.You.Nickname);
        if (_position.SetLog(welcome.Log))
        {
            Gaps.Clear();
            _hasMessages = false;
            _changes.Clear();
            _messages.Clear();
            yield return ViewProtocol.DropMessageIds.Instance;
            yield return new ViewProtocol.ShowProblem(HistoryTexts.NewHistory);
        }

        yield return isRejoin
            ? new ViewProtocol.ShowRemark(SessionTexts.BackIn(welcome.Room))
            : new ViewProtocol.ShowEntered(welcome.Room, $"{address.Server}", welcome.You.Nickname);
        if (welcome.Taken is { } requested)
            yield return new ViewProtocol.ShowProblem(RoomWindowTexts.Taken(requested, welcome.You.Nickname));
        if (wasIgnoring) yield return new ViewProtocol.ShowProblem(RoomWindowTexts.LetInAgain);
        if (wasAway) yield return new ViewProtocol.ShowProblem(RoomWindowTexts.NoLongerAway);
        _rules.Reset(welcome.HasRooms);
        yield return Prompt;
    }

    private object[] HandleWaiting()
    {
        _status.SetWaiting();
        return
        [
            new ViewProtocol.ShowRemark(RoomWindowTexts.WaitingForModerator(Place.Room)),
            new ViewProtocol.Prompt(RoomWindowTexts.PromptWaiting),
        ];
    }

    private object[] HandleMessage(RoomEvent.Spoken spoken) =>
        !_position.TryAdvance(spoken.Message) ? []
        : spoken.Message.IsChange ? [_messages.ShowChange(spoken.Message)]
        : WithNotification(_messages.Show(spoken.Message));

    private object[] HandleMissed(RoomEvent.Missed missed)
    {
        _hasMessages = true;
        return [new ViewProtocol.ShowRemark(HistoryTexts.Missed(missed.Count)), .. OpenGap(missed.After)];
    }

    /// <summary>
    /// The messages come as they are now: only changes of messages that were there before are news.
    /// </summary>
    private object[] HandleHistory(IReadOnlyList<ChatMessage> messages)
    {
        var isFirst = !_hasMessages;
        var told = messages.Where(message => !message.IsChange).Select(message => message.Id).ToHashSet();
        return
        [
            .. GapBefore(messages),
            .. messages.Where(_position.TryAdvance)
                .Where(message => !message.IsChange || !(isFirst || told.Contains(message.Target!.Value)))
                .Select(message => message.IsChange ? (object)_messages.ShowChange(message) : FromHistory(message)),
        ];
    }

    /// <summary>
    /// Opens a gap before the first message of the transcript, if the history goes further back.
    /// </summary>
    private object[] GapBefore(IReadOnlyList<ChatMessage> history)
    {
        if (_hasMessages) return [];
        _hasMessages = true;
        return history is [{ Id: > 1 }, ..] ? OpenGap(0) : [];
    }

    private object[] OpenGap(long after) =>
        _hasHistoryPages ? [new ViewProtocol.ShowGap(Gaps.Open(after), HistoryTexts.Earlier)] : [];

    /// <summary>A new message; notifies the user if it is for them.</summary>
    private object[] WithNotification(ViewProtocol.ShowMessage message) => message.ForMe
        ? [message, new ViewProtocol.Call(
            _status.Room ?? "", $"{message.Message.Nickname}: {MessageWording.TextOf(message.Message)}")]
        : [message];

    private bool IsNew(RoomEvent.PrivateMessage told) => told.Serial == 0 || privateMessages.TryAdd(told.Serial);

    private IEnumerable<object> HandleRename(string nickname)
    {
        _messages.Nickname = _members.OwnNickname = nickname;
        yield return new ViewProtocol.ShowRemark(RoomWindowTexts.YouAreNow(nickname));
        yield return Prompt;
    }

    /// <summary>Remark after a private message to a member who is away.</summary>
    private object[] AwayRemark(RoomEvent.PrivateMessage told) =>
        _messages.IsOwn(told.Message) && _members.AwayTextOf(told.To.Nickname) is { } text
            ? [new ViewProtocol.ShowRemark(RoomWindowTexts.IsAway(told.To.Nickname, text))]
            : [];

    private IEnumerable<object> HandleIgnoring(bool isIgnoring)
    {
        _isIgnoring = isIgnoring;
        yield return new ViewProtocol.ShowRemark(isIgnoring ? RoomWindowTexts.Ignoring : RoomWindowTexts.NotIgnoring);
        yield return Prompt;
    }

    private IEnumerable<object> HandleNotice(string text)
    {
        if (_notice == text) yield break;
        _notice = text;
        yield return new ViewProtocol.ShowNotice(text);
    }
}
