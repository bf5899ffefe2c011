using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// One stay in one room, over all its connections: turns what the room lets be known into what the
/// view shows.
/// </summary>
internal sealed class Stay(ServerAddress server)
{
    private readonly Presence _presence = new();
    private readonly Transcript _transcript = new();
    private readonly ConnectionStatus _status = new(server);
    private readonly MessageDisplay _messages = new();
    private string? _notice;
    private bool _isIgnoring;
    private bool _canLookUp;
    private bool _hasShown;

    /// <summary>What of the talk is not shown.</summary>
    public Holes Holes { get; } = new();

    /// <inheritdoc cref="MessageDisplay.Site"/>
    public Uri? Site
    {
        get => _messages.Site;
        set => _messages.Site = value;
    }

    /// <summary>Whether the room answers questions about its history now.</summary>
    public bool CanLookUp => IsConnected && _canLookUp;

    /// <summary>Whether what is said now is sent now.</summary>
    public bool IsConnected => _status.IsConnected;

    /// <inheritdoc cref="ConnectionStatus.Latency"/>
    public TimeSpan? Latency
    {
        get => _status.Latency;
        set => _status.Latency = value;
    }

    public Place Place => _status.Place(_messages.Nickname);

    /// <summary>The room's notice, once more.</summary>
    public object NoticeAgain => _notice is { } notice
        ? new ViewProtocol.ShowNotice(notice)
        : new ViewProtocol.ShowRemark(StayTexts.NoNotice);

    /// <summary>What stands before what is typed.</summary>
    public ViewProtocol.Prompt Prompt =>
        new(_isIgnoring ? StayTexts.PromptIgnoring(_messages.Nickname ?? "") : $"{_messages.Nickname}> ");

    public IEnumerable<object> Show(RoomEvent known) => known switch
    {
        RoomEvent.Welcomed welcome => Enter(welcome),
        RoomEvent.HistoryShown history => History(history.Messages),
        RoomEvent.Missed missed => Miss(missed),
        RoomEvent.Spoken said => _transcript.IsNew(said.Message) ? Live(_messages.Of(TranscriptMessage.Of(said)!)) : [],
        RoomEvent.Told told => [.. Live(_messages.Of(told)), .. Absent(told)],
        RoomEvent.Waits waits => [new ViewProtocol.ShowRemark(KeyTexts.Waits(waits.To))],
        RoomEvent.NoticeShown notice => Notice(notice.Text),
        RoomEvent.DefaultNoticeShown notice => Notice(SystemTexts.DefaultNotice($"{notice.Room}")),
        RoomEvent.MembersShown shown => _presence.Show(shown.Members),
        RoomEvent.MembersChanged changed => _presence.Change(changed),
        RoomEvent.MembersListed listed => _presence.List(listed.Members),
        RoomEvent.NameChanged changed => Rename(changed.You.Nickname),
        RoomEvent.AwayShown away => _presence.Note(away.Members),
        RoomEvent.IgnoringChanged changed => Ignore(changed.IsIgnoring),
        RoomEvent.Refused refused => [new ViewProtocol.ShowProblem(refused.Reason.Sentence())],
        _ => [],
    };

    /// <inheritdoc cref="ConnectionStatus.Lose"/>
    public IEnumerable<object> Lose(string why, TimeSpan pause) => _status.Lose(why, pause);

    /// <inheritdoc cref="MessageDisplay.Here"/>
    public ChatMessage Here(ChatMessage message) => _messages.Here(message);

    /// <inheritdoc cref="MessageDisplay.OfServer"/>
    public SearchWords OfServer(SearchWords words) => _messages.OfServer(words);

    /// <summary>What was said before.</summary>
    public ViewProtocol.ShowMessage Past(ChatMessage message) => _messages.Of(TranscriptMessage.Of(message));

    private IEnumerable<object> Enter(RoomEvent.Welcomed welcome)
    {
        var (again, wasIgnoring, wasAway) = (_messages.Nickname == welcome.You.Nickname, _isIgnoring, _presence.IsAway);
        _isIgnoring = false;
        _canLookUp = welcome.LongestPage > 0;
        _status.Enter(welcome.Room);
        _messages.Enter(welcome.You, welcome.Zone);
        _presence.Enter(welcome.You.Address);
        if (_transcript.Enter(welcome.Log))
        {
            Holes.Clear();
            _hasShown = false;
            yield return ViewProtocol.DropMessageIds.Instance;
            yield return new ViewProtocol.ShowProblem(HistoryTexts.NewHistory);
        }

        yield return again
            ? new ViewProtocol.ShowRemark(SessionTexts.BackIn(welcome.Room))
            : new ViewProtocol.ShowEntered(welcome.Room, server.ToString(), welcome.You.Nickname);
        if (welcome.Taken is { } wanted)
            yield return new ViewProtocol.ShowProblem(StayTexts.Taken(wanted, welcome.You.Nickname));
        if (wasIgnoring) yield return new ViewProtocol.ShowProblem(StayTexts.LetInAgain);
        if (wasAway) yield return new ViewProtocol.ShowProblem(StayTexts.NoLongerAway);
        yield return Prompt;
    }

    private object[] Miss(RoomEvent.Missed missed)
    {
        _hasShown = true;
        return [new ViewProtocol.ShowRemark(HistoryTexts.Missed(missed.Count)), .. Hole(missed.After)];
    }

    private object[] History(IReadOnlyList<ChatMessage> messages) =>
        [.. Before(messages), .. messages.Where(_transcript.IsNew).Select(Past)];

    /// <summary>What the room remembers and does not show on entering.</summary>
    private object[] Before(IReadOnlyList<ChatMessage> history)
    {
        if (_hasShown) return [];
        _hasShown = true;
        return history is [{ Id: > 1 }, ..] ? Hole(0) : [];
    }

    private object[] Hole(long after) =>
        _canLookUp ? [new ViewProtocol.ShowGap(Holes.Open(after), HistoryTexts.Earlier)] : [];

    /// <summary>What is said now, and not only shown now.</summary>
    private object[] Live(ViewProtocol.ShowMessage said) => said.ForMe
        ? [said, new ViewProtocol.Call(
            _status.Room ?? "", $"{said.Message.Nickname}: {MessageWording.TextOf(said.Message)}")]
        : [said];

    private IEnumerable<object> Rename(string nickname)
    {
        _messages.Nickname = nickname;
        yield return new ViewProtocol.ShowRemark(StayTexts.YouAreNow(nickname));
        yield return Prompt;
    }

    /// <summary>Who speaks to somebody who is away is told what they left behind.</summary>
    private object[] Absent(RoomEvent.Told told) =>
        _messages.IsMine(told.Message) && _presence.AbsenceOf(told.To.Nickname) is { } text
            ? [new ViewProtocol.ShowRemark(StayTexts.IsAway(told.To.Nickname, text))]
            : [];

    private IEnumerable<object> Ignore(bool isIgnoring)
    {
        _isIgnoring = isIgnoring;
        yield return new ViewProtocol.ShowRemark(isIgnoring ? StayTexts.Ignoring : StayTexts.NotIgnoring);
        yield return Prompt;
    }

    private IEnumerable<object> Notice(string text)
    {
        if (_notice == text) yield break;
        _notice = text;
        yield return new ViewProtocol.ShowNotice(text);
    }
}
