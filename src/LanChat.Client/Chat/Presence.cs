using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// Who is in the room, and who of them is away: turns what the room tells of that into what the
/// view shows.
/// </summary>
internal sealed class Presence
{
    /// <summary>More names than this are counted, not shown.</summary>
    public const int MostNamesOnEntering = 20;
    private const int MostNames = 500;

    private readonly MemberList _members = new();
    private readonly Absences _absences = new();
    private PeerAddress? _me;

    /// <summary>Whether this user is away.</summary>
    public bool IsAway => _me is not null && _absences.Of(_me) is not null;

    private ViewProtocol.ShowPresent Present =>
        new(_members.First(int.MaxValue)) { Away = _members.Where(address => _absences.Of(address) is not null) };

    /// <summary>The room was entered from this address: it tells anew who is away.</summary>
    public void Enter(PeerAddress me)
    {
        _me = me;
        _absences.Clear();
    }

    /// <summary>What somebody who is away left behind; null when they are not.</summary>
    public string? AbsenceOf(string nickname) =>
        _members.Find(nickname) is { } member ? _absences.Of(member.Address) : null;

    /// <summary>The room told who is there.</summary>
    public IEnumerable<object> Show(IReadOnlyList<Member> members)
    {
        var first = _members.Count == 0;
        _members.Replace(members);
        yield return Present;
        if (first) yield return new ViewProtocol.ShowMembers(_members.First(MostNamesOnEntering), _members.Count);
    }

    /// <summary>The user wanted to know who is there.</summary>
    public IEnumerable<object> List(IReadOnlyList<Member> members)
    {
        _members.Replace(members);
        yield return Present;
        yield return new ViewProtocol.ShowMembers(_members.First(MostNames), _members.Count);
    }

    public IEnumerable<object> Change(RoomEvent.MembersChanged changed)
    {
        _members.Change(changed.Joined, changed.Left);
        return [Present];
    }

    public IEnumerable<object> Note(IReadOnlyList<Absence> absences)
    {
        var wasAway = IsAway;
        _absences.Note(absences);
        yield return Present;
        if (absences is not [{ Member.Address: var who, Text: var text }] || who != _me) yield break;
        if (text.Length > 0) yield return new ViewProtocol.ShowRemark(StayTexts.YouAreAway(text));
        else yield return new ViewProtocol.ShowRemark(wasAway ? StayTexts.YouAreBack : StayTexts.YouWereNotAway);
    }
}
