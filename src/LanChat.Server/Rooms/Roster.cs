using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol;
using LanChat.Server.Names;
using LanChat.Server.Settings;

namespace LanChat.Server.Rooms;

/// <summary>Who is in the room, by which name, in the order they came; and how that changed since it was last told.</summary>
internal sealed class Roster(LimitSettings limits, NameBook names)
{
    private readonly OrderedDictionary<Nick, Occupant> _occupants = [];
    private readonly List<Member> _joined = [];
    private readonly List<Member> _left = [];

    public int Count => _occupants.Count;

    /// <summary>Changes with every change of the list.</summary>
    public int Version { get; private set; }

    public Member[] Members() => [.. _occupants.Values.Select(occupant => occupant.Member)];

    /// <summary>Who is away.</summary>
    public Absence[] Absences() =>
        [.. _occupants.Values.Where(occupant => occupant.Away.Length > 0).Select(occupant => new Absence(occupant.Member, occupant.Away))];

    public Occupant? Find(string name) =>
        Nick.TryRecall(name, out var nick) ? _occupants.GetValueOrDefault(nick) : null;

    /// <summary>
    /// Lets somebody in by the name they want, else by the other one, else by the first free one with <c>_2</c> appended, or <c>_3</c> and so on.
    /// A name that belongs to somebody else than who has this key is not free, here or not; one that was not asked for does not become theirs.
    /// </summary>
    public bool TryAdd(
        Nick wanted, Nick? otherwise, Numbering numbering, PeerAddress from, string? key, bool isBeside,
        [NotNullWhen(true)] out Occupant? occupant, [NotNullWhen(false)] out Refusal? refusal)
    {
        occupant = null;
        refusal = limits.Members > 0 && Count >= limits.Members ? Refusal.RoomFull : null;
        var nick = wanted;
        if (IsTaken(nick, key) && otherwise is { } other) nick = other;
        while (refusal is null && IsTaken(nick, key))
        {
            if (!TryNext(nick, numbering, out nick)) refusal = Refusal.NicknameTaken;
        }

        if (refusal is not null) return false;

        occupant = new Occupant(nick, new Member(nick.Text, from)) { Key = key, IsBeside = isBeside };
        if (nick == wanted || names.OwnerOf(nick) == key) Claim(occupant);
        _occupants.Add(nick, occupant);
        Change(joined: occupant.Member, left: null);
        return true;
    }

    public void Remove(Occupant occupant)
    {
        _occupants.Remove(occupant.Nick);
        if (occupant.IsOwner) Claim(occupant); // it was used until now
        Change(joined: null, left: occupant.Member);
    }

    /// <summary>Gives somebody another name, in their place of the list; false when it is taken by somebody else.</summary>
    public bool TryRename(Occupant occupant, Nick nick)
    {
        if (_occupants.TryGetValue(nick, out var other) ? other != occupant : names.IsForeign(nick, occupant.Key)) return false;

        var place = _occupants.IndexOf(occupant.Nick);
        _occupants.RemoveAt(place);
        var before = occupant.Member;
        occupant.Rename(nick);
        Claim(occupant);
        _occupants.Insert(place, nick, occupant);
        Change(joined: occupant.Member, left: before);
        return true;
    }

    /// <summary>How the list changed since it was last taken.</summary>
    public RoomEvent.MembersChanged TakeChanges()
    {
        var changes = new RoomEvent.MembersChanged(Members(), [.. _joined], [.. _left]);
        _joined.Clear();
        _left.Clear();
        return changes;
    }

    private bool TryNext(Nick nick, Numbering numbering, out Nick next)
    {
        next = default;
        return numbering == Numbering.Counted ? nick.TryNext(limits.Nickname, out next)
            : numbering == Numbering.Repeated && nick.TryNextOfOld(limits.Nickname, out next);
    }

    private bool IsTaken(Nick nick, string? key) => _occupants.ContainsKey(nick) || names.IsForeign(nick, key);

    private void Claim(Occupant occupant) =>
        occupant.IsOwner = occupant is { Key: { } key, IsBeside: false } && names.TryUse(occupant.Nick, key, occupant.Member.Address.Ip);

    private void Change(Member? joined, Member? left)
    {
        Version++;
        if (left is not null)
        {
            _joined.Remove(left);
            _left.Add(left);
        }

        if (joined is not null) _joined.Add(joined);
    }
}
