using LanChat.Protocol;

namespace LanChat.Server.Rooms;

/// <summary>Somebody in a room, as the room keeps them.</summary>
internal sealed class Occupant(Nick nick, Member member)
{
    public Nick Nick { get; private set; } = nick;

    public Member Member { get; private set; } = member;

    /// <summary>The last message they had when they came, if they were here before.</summary>
    public long? Since { get; set; }

    /// <summary>Whether they were here before, but the numbers they know are not those of this history.</summary>
    public bool ComesAnew { get; set; }

    /// <summary>The key they proved to have, if they did.</summary>
    public string? Key { get; init; }

    /// <summary>Whether they do not use the name as its owner, though they have the key.</summary>
    public bool IsBeside { get; init; }

    /// <summary>Whether their name belongs to that key.</summary>
    public bool IsOwner { get; set; }

    /// <summary>The version of the list of members they were last shown.</summary>
    public int SeenVersion { get; set; }

    /// <summary>Whether their connection adds to the receipts of every turn.</summary>
    public bool SaysWhatItTook { get; set; }

    /// <summary>Whether they have shut the group out: no talk reaches them, only what the room and single persons say.</summary>
    public bool IsIgnoring { get; set; }

    /// <summary>What they left behind while they are away; empty while they are not.</summary>
    public string Away { get; set; } = "";

    public void Rename(Nick nick)
    {
        Nick = nick;
        Member = Member with { Nickname = nick.Text };
    }
}
