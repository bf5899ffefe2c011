using System.Globalization;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>One stay in one room, over all its connections: turns what the room lets be known into what the view shows.</summary>
internal sealed class Stay(ServerAddress server)
{
    /// <summary>More names than this are counted, not shown.</summary>
    public const int MostNamesOnEntering = 20;
    private const int MostNames = 500;

    private readonly MemberList _members = new();
    private readonly Absences _absences = new();
    private readonly Transcript _transcript = new();
    private readonly HashSet<PeerAddress> _mine = [];
    private PeerAddress? _me;
    private string? _notice;
    private string? _trouble;
    private string? _nickname;
    private string? _room;
    private bool _isIgnoring;
    private bool _canLookUp;
    private bool _hasShown;
    private int? _zone;
    private Link _link;

    /// <summary>What of the talk is not shown.</summary>
    public Holes Holes { get; } = new();

    /// <summary>Where the room's files are fetched, if that is known.</summary>
    public Uri? Site { get; set; }

    /// <summary>Whether the room answers questions about its history now.</summary>
    public bool CanLookUp => IsConnected && _canLookUp;

    /// <summary>Whether what is said now is sent now.</summary>
    public bool IsConnected => _link == Link.Connected;

    /// <summary>How long the room took to answer, if that was measured.</summary>
    public TimeSpan? Latency { get; set; }

    public Place Place => new(_room ?? server.ToString(), server.ToString(), _nickname, _link, IsConnected ? Latency : null);

    /// <summary>The room's notice, once more.</summary>
    public object NoticeAgain => _notice is { } notice ? new ViewProtocol.ShowNotice(notice) : new ViewProtocol.ShowRemark(StayTexts.NoNotice);

    /// <summary>What stands before what is typed.</summary>
    public ViewProtocol.Prompt Prompt => new(_isIgnoring ? StayTexts.PromptIgnoring(_nickname ?? "") : $"{_nickname}> ");

    private ViewProtocol.ShowPresent Present =>
        new(_members.First(int.MaxValue)) { Away = _members.Where(address => _absences.Of(address) is not null) };

    public IEnumerable<object> Show(RoomEvent known) => known switch
    {
        RoomEvent.Welcomed welcome => Enter(welcome),
        RoomEvent.HistoryShown history => [.. Before(history.Messages), .. history.Messages.Where(_transcript.IsNew).Select(Past)],
        RoomEvent.Missed missed => Miss(missed),
        RoomEvent.Spoken said => _transcript.IsNew(said.Message) ? Live(Message(Talk.In(said)!)) : [],
        RoomEvent.Told told => [.. Live(Message(Private(told))), .. Absent(told)],
        RoomEvent.Waits waits => [new ViewProtocol.ShowRemark(KeyTexts.Waits(waits.To))],
        RoomEvent.NoticeShown notice => Notice(notice.Text),
        RoomEvent.MembersShown shown => Members(shown.Members),
        RoomEvent.MembersChanged changed => Change(changed),
        RoomEvent.MembersListed listed => List(listed.Members),
        RoomEvent.NameChanged changed => Rename(changed.You.Nickname),
        RoomEvent.AwayShown away => NoteAway(away.Members),
        RoomEvent.IgnoringChanged changed => Ignore(changed.IsIgnoring),
        RoomEvent.Refused refused => [new ViewProtocol.ShowProblem(refused.Reason.Sentence())],
        _ => [],
    };

    /// <summary>Every attempt can be seen in the prompt, but the same trouble is only printed once: it may last all night.</summary>
    public IEnumerable<object> Lose(string why, TimeSpan pause)
    {
        var seconds = Math.Max(pause.TotalSeconds, 1);
        if (why != _trouble)
        {
            var problem = SessionTexts.TryingAgain(why, Math.Round(seconds));
            yield return new ViewProtocol.ShowProblem(_room is null ? $"{problem} {SessionTexts.HowToGiveUp}" : problem);
        }

        yield return new ViewProtocol.Prompt(StayTexts.PromptOffline(seconds));
        (_link, _trouble) = (Link.Lost, why);
    }

    private IEnumerable<object> Enter(RoomEvent.Welcomed welcome)
    {
        var (again, wasIgnoring, wasAway) = (_nickname == welcome.You.Nickname, _isIgnoring, IsAway);
        _zone = welcome.Zone;
        (_room, _nickname, _isIgnoring, _link, _trouble) = (welcome.Room, welcome.You.Nickname, false, Link.Connected, null);
        _canLookUp = welcome.LongestPage > 0;
        _mine.Add(welcome.You.Address);
        _me = welcome.You.Address;
        _absences.Clear();
        Latency = null;
        if (_transcript.Enter(welcome.Log))
        {
            Holes.Clear();
            _hasShown = false;
            yield return ViewProtocol.ForgetNumbers.Instance;
            yield return new ViewProtocol.ShowProblem(HistoryTexts.NewHistory);
        }

        yield return again
            ? new ViewProtocol.ShowRemark(SessionTexts.BackIn(welcome.Room))
            : new ViewProtocol.ShowEntered(welcome.Room, server.ToString(), _nickname);
        if (welcome.Taken is { } wanted) yield return new ViewProtocol.ShowProblem(StayTexts.Taken(wanted, welcome.You.Nickname));
        if (wasIgnoring) yield return new ViewProtocol.ShowProblem(StayTexts.LetInAgain);
        if (wasAway) yield return new ViewProtocol.ShowProblem(StayTexts.NoLongerAway);
        yield return Prompt;
    }

    private bool IsAway => _me is not null && _absences.Of(_me) is not null;

    /// <summary>As it was said, with its time as it is here.</summary>
    public ChatMessage Here(ChatMessage message) => ReadersTime.Of(message, _zone);

    /// <summary>What somebody looks for, with the server's times.</summary>
    public SearchWords OfServer(SearchWords words) =>
        words with { Since = ReadersTime.ForServer(words.Since, _zone), Until = ReadersTime.ForServer(words.Until, _zone) };

    /// <summary>What was said before.</summary>
    public ViewProtocol.ShowMessage Past(ChatMessage message) => Message(Talk.Shown(message));

    private object[] Miss(RoomEvent.Missed missed)
    {
        _hasShown = true;
        return [new ViewProtocol.ShowRemark(HistoryTexts.Missed(missed.Count)), .. Hole(missed.After)];
    }

    /// <summary>What the room remembers and does not show on entering.</summary>
    private object[] Before(IReadOnlyList<ChatMessage> history)
    {
        if (_hasShown) return [];
        _hasShown = true;
        return history is [{ Id: > 1 }, ..] ? Hole(0) : [];
    }

    private object[] Hole(long after) => _canLookUp ? [new ViewProtocol.ShowHole(Holes.Open(after), HistoryTexts.Earlier)] : [];

    private ViewProtocol.ShowMessage Message(ChatMessage said)
    {
        var message = Here(Linked(said));
        var isByAPerson = Talk.IsByAPerson(message);
        var own = isByAPerson && _mine.Contains(message.From);
        return new ViewProtocol.ShowMessage(message, own, isByAPerson && !own && IsForMe(message));
    }

    private ChatMessage Private(RoomEvent.Told told)
    {
        var text = Linked(told.Message) is { File: { } file } ? RoomVoice.OfFile(file) : told.Message.Text;
        return told.Message with
        {
            Text = told.Waited is null
                ? StayTexts.PrivateTo(told.To.Nickname, text)
                : KeyTexts.Waited(told.To.Nickname, Here(told.Message).Time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), text),
        };
    }

    /// <summary>A file with the address it is fetched from.</summary>
    private ChatMessage Linked(ChatMessage message) => Site is not null && message.File is { Link: ['/', ..] link } file
        ? message with { File = file with { Link = new Uri(Site, link).AbsoluteUri } }
        : message;

    private bool IsForMe(ChatMessage message) => message.Kind == MessageKind.Private || Mentions.Names(message.Text, _nickname ?? "");

    /// <summary>What is said now, and not only shown now.</summary>
    private object[] Live(ViewProtocol.ShowMessage said) =>
        said.ForMe ? [said, new ViewProtocol.Call(_room ?? "", $"{said.Message.Nickname}: {said.Message.Text}")] : [said];

    private IEnumerable<object> Rename(string nickname)
    {
        _nickname = nickname;
        yield return new ViewProtocol.ShowRemark(StayTexts.YouAreNow(nickname));
        yield return Prompt;
    }

    /// <summary>Who speaks to somebody who is away is told what they left behind.</summary>
    private object[] Absent(RoomEvent.Told told) =>
        _mine.Contains(told.Message.From) && _members.Find(told.To.Nickname) is { } to && _absences.Of(to.Address) is { } text
            ? [new ViewProtocol.ShowRemark(StayTexts.IsAway(to.Nickname, text))]
            : [];

    private IEnumerable<object> NoteAway(IReadOnlyList<Absence> absences)
    {
        var wasAway = IsAway;
        _absences.Note(absences);
        yield return Present;
        if (absences is not [{ Member.Address: var who, Text: var text }] || who != _me) yield break;
        if (text.Length > 0) yield return new ViewProtocol.ShowRemark(StayTexts.YouAreAway(text));
        else yield return new ViewProtocol.ShowRemark(wasAway ? StayTexts.YouAreBack : StayTexts.YouWereNotAway);
    }

    private IEnumerable<object> Ignore(bool isIgnoring)
    {
        _isIgnoring = isIgnoring;
        yield return new ViewProtocol.ShowRemark(isIgnoring
            ? StayTexts.Ignoring
            : StayTexts.NotIgnoring);
        yield return Prompt;
    }

    private IEnumerable<object> Notice(string text)
    {
        if (_notice == text) yield break;
        _notice = text;
        yield return new ViewProtocol.ShowNotice(text);
    }

    private IEnumerable<object> Members(IReadOnlyList<Member> members)
    {
        var first = _members.Count == 0;
        _members.Replace(members);
        yield return Present;
        if (first) yield return new ViewProtocol.ShowMembers(_members.First(MostNamesOnEntering), _members.Count);
    }

    private IEnumerable<object> List(IReadOnlyList<Member> members)
    {
        _members.Replace(members);
        yield return Present;
        yield return new ViewProtocol.ShowMembers(_members.First(MostNames), _members.Count);
    }

    private object[] Change(RoomEvent.MembersChanged changed)
    {
        _members.Change(changed.Joined, changed.Left);
        return [Present];
    }
}
