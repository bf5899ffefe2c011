using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>Somebody in a room.</summary>
internal sealed class Session(SessionId id, Nick nick, JoinRequest join)
{
    public SessionId Id => id;

    public Nick Nick { get; private set; } = nick;

    public Member Member { get; private set; } = new(nick.Text, join.Address);

    /// <summary>The key that was proven, if any.</summary>
    public string? Key => join.Key;

    /// <summary>Whether the nickname is not used as its owner, though the key is theirs.</summary>
    public bool IsBeside => join.IsBeside;

    /// <summary>Where the client left off; null for a newcomer.</summary>
    public Since? Since { get; init; }

    /// <summary>Whether the nickname is registered to the key.</summary>
    public bool IsOwner { get; set; }

    /// <summary>The version of the member list that was last shown.</summary>
    public int SeenVersion { get; set; }

    /// <summary>
    /// Whether group messages are off: only what the room and single people say is delivered.
    /// </summary>
    public bool IsIgnoring { get; set; }

    /// <summary>What was left behind on going away; empty: not away.</summary>
    public string Away { get; set; } = "";

    public void Rename(Nick to)
    {
        Nick = to;
        Member = Member with { Nickname = to.Text };
    }
}
