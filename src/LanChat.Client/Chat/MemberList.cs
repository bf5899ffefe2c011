using LanChat.Protocol;

namespace LanChat.Client.Chat;

/// <summary>Members of a room, in the order they joined.</summary>
internal sealed class MemberList
{
    private readonly List<Member> _members = [];

    public int Count => _members.Count;

    public IReadOnlyList<string> First(int count) => [.. _members.Take(count).Select(member => member.Nickname)];

    /// <summary>Nicknames of the members that match.</summary>
    public IReadOnlyList<string> Where(Func<Member, bool> predicate) =>
        [.. _members.Where(predicate).Select(member => member.Nickname)];

    public Member? Find(string nickname) => _members.Find(member => member.Nickname == nickname);

    public void Replace(IReadOnlyList<Member> members)
    {
        _members.Clear();
        _members.AddRange(members);
    }

    /// <summary>
    /// Applies a change as a set: a joining member may already be listed, and a leaving one may
    /// not.
    /// </summary>
    public void Change(IReadOnlyList<Member> joined, IReadOnlyList<Member> left)
    {
        var addresses = left.Concat(joined).Select(member => member.Address).ToHashSet();
        _members.RemoveAll(member => addresses.Contains(member.Address));
        _members.AddRange(joined);
    }
}
