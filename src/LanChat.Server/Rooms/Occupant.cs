using LanChat.Protocol;

namespace LanChat.Server.Rooms;

/// <summary>Somebody in a room, as the room keeps them.</summary>
internal sealed class Occupant(Nick nick, Member member)
{
    public Nick Nick { get; } = nick;

    public Member Member { get; } = member;

    /// <summary>The version of the list of members they were last shown.</summary>
    public int SeenVersion { get; set; }
}
