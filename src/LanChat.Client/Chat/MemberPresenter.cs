using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>Turns events about members and their absence into messages for the view.</summary>
internal sealed class MemberPresenter
{
    /// <summary>Maximum number of nicknames shown in the transcript after a join.</summary>
    public const int MaxNamesOnJoin = 20;
    private const int MaxNames = 500;

    private readonly MemberList _members = new();
    private readonly AwayMembers _away = new();

    /// <summary>The user's nickname in the room.</summary>
    public string OwnNickname { get; set; } = "";

    /// <summary>Whether the user is away, with every client of their account.</summary>
    public bool IsAway => AwayTextOf(OwnNickname) is not null;

    private ViewProtocol.ShowPresent PresentMembers =>
        new(_members.First(int.MaxValue))
        {
            Away = _members.Where(member => _away.Of(member.Address) is not null),
            Owners = _members.Where(member => member.IsOwner),
        };

    /// <summary>
    /// The room was joined by this nickname. It sends the members who are away again.
    /// </summary>
    public void Reset(string nickname)
    {
        OwnNickname = nickname;
        _away.Clear();
    }

    /// <summary>Text of a member who is away; null if they are not.</summary>
    public string? AwayTextOf(string nickname) =>
        _members.Find(nickname) is { } member ? _away.Of(member.Address) : null;

    /// <summary>Handles the member list that follows a join.</summary>
    public IEnumerable<object> HandleMembers(IReadOnlyList<Member> members)
    {
        var isFirst = _members.Count == 0;
        _members.Replace(members);
        yield return PresentMembers;
        if (isFirst) yield return new ViewProtocol.ShowMembers(_members.First(MaxNamesOnJoin), _members.Count);
    }

    /// <summary>Shows the member list that the user requested.</summary>
    public IEnumerable<object> List(IReadOnlyList<Member> members)
    {
        _members.Replace(members);
        yield return PresentMembers;
        yield return new ViewProtocol.ShowMembers(_members.First(MaxNames), _members.Count);
    }

    public IEnumerable<object> HandleChange(RoomEvent.MembersChanged changed)
    {
        _members.Change(changed.Joined, changed.Left);
        return [PresentMembers];
    }

    public IEnumerable<object> HandleAway(IReadOnlyList<Absence> absences)
    {
        var wasAway = IsAway;
        _away.Update(absences);
        yield return PresentMembers;
        if (absences is not [{ Member.Nickname: var nickname, Text: var text }] || nickname != OwnNickname) yield break;
        var remark = text.Length > 0 ? RoomWindowTexts.YouAreAway(text)
            : wasAway ? RoomWindowTexts.YouAreBack
            : RoomWindowTexts.YouWereNotAway;
        yield return new ViewProtocol.ShowRemark(remark);
    }
}
