using LanChat.Client.Console;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Visits;

/// <summary>One stay in one room, over all its connections: turns what the room lets be known into what the view shows.</summary>
internal sealed class Stay(ServerAddress server)
{
    /// <summary>More names than this are counted, not shown.</summary>
    public const int MostNamesOnEntering = 20;
    private const int MostNames = 500;

    private readonly MemberList _members = new();
    private readonly Transcript _transcript = new();
    private readonly HashSet<PeerAddress> _mine = [];
    private string? _notice;
    private string? _trouble;
    private string? _nickname;

    /// <summary>Whether what is said now is sent now.</summary>
    public bool IsConnected { get; private set; }

    public ViewProtocol.ShowMembers Everybody => new(_members.First(MostNames), _members.Count);

    public IEnumerable<object> Show(RoomEvent known) => known switch
    {
        RoomEvent.Welcomed welcome => Enter(welcome),
        RoomEvent.HistoryShown history => history.Messages.Where(_transcript.IsNew).Select(Message),
        RoomEvent.Spoken said => _transcript.IsNew(said.Message) ? [Message(Talk.In(said)!)] : [],
        RoomEvent.Told told => [Message(Talk.In(told)!)],
        RoomEvent.NoticeShown notice => Notice(notice.Text),
        RoomEvent.MembersShown shown => Members(shown.Members),
        RoomEvent.MembersChanged changed => Change(changed),
        RoomEvent.Refused refused => [new ViewProtocol.ShowProblem(refused.Reason.Text)],
        _ => [],
    };

    /// <summary>Every attempt can be seen in the prompt, but the same trouble is only printed once: it may last all night.</summary>
    public IEnumerable<object> Lose(string why, TimeSpan pause)
    {
        var seconds = Math.Max(pause.TotalSeconds, 1);
        if (why != _trouble) yield return new ViewProtocol.ShowProblem($"{why} Trying again in {seconds:0} s.");
        yield return new ViewProtocol.Prompt($"(offline, again in {seconds:0} s) > ");
        (IsConnected, _trouble) = (false, why);
    }

    private IEnumerable<object> Enter(RoomEvent.Welcomed welcome)
    {
        var again = _nickname == welcome.You.Nickname;
        (_nickname, IsConnected, _trouble) = (welcome.You.Nickname, true, null);
        _mine.Add(welcome.You.Address);
        yield return again
            ? new ViewProtocol.ShowRemark($"Back in {welcome.Room}.")
            : new ViewProtocol.ShowEntered(welcome.Room, server.ToString(), _nickname);
        yield return new ViewProtocol.Prompt($"{_nickname}> ");
    }

    private ViewProtocol.ShowMessage Message(ChatMessage message) =>
        new(message, message.Kind == MessageKind.Said && _mine.Contains(message.From));

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
        if (first) yield return new ViewProtocol.ShowMembers(_members.First(MostNamesOnEntering), _members.Count);
    }

    private object[] Change(RoomEvent.MembersChanged changed)
    {
        _members.Change(changed.Joined, changed.Left);
        return [];
    }
}
