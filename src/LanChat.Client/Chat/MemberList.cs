using LanChat.Protocol;

namespace LanChat.Client.Chat;

/// <summary>Who is in the room, in the order they came.</summary>
internal sealed class MemberList
{
    private readonly List<Member> _members = [];

    public int Count => _members.Count;

    public IReadOnlyList<string> First(int most) => [.. _members.Take(most).Select(member => member.Nickname)];

    /// <summary>The names of those for whom it holds.</summary>
    public IReadOnlyList<string> Where(Func<PeerAddress, bool> holds) =>
        [.. _members.Where(member => holds(member.Address)).Select(member => member.Nickname)];

    public Member? Find(string nickname) => _members.Find(member => member.Nickname == nickname);

    public void Replace(IReadOnlyList<Member> members)
    {
        _members.Clear();
        _members.AddRange(members);
    }

    /// <summary>Taken as a set: who joined may be known already, who left may not.</summary>
    public void Change(IReadOnlyList<Member> joined, IReadOnlyList<Member> left)
    {
        var addresses = left.Concat(joined).Select(member => member.Address).ToHashSet();
        _members.RemoveAll(member => addresses.Contains(member.Address));
        _members.AddRange(joined);
    }
}
