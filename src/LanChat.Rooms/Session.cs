using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>The session of one member.</summary>
internal sealed class Session(SessionId id, Nick nick, JoinRequest join)
{
    public SessionId Id => id;

    public Nick Nick { get; private set; } = nick;

    public Member Member { get; private set; } = new(nick.Text, join.Address);

    /// <summary>The device key, if the client proved one.</summary>
    public string? Key => join.Key;

    /// <summary>
    /// Whether the session takes no ownership of its nickname and yields it to others of its key.
    /// </summary>
    public bool IsSecondary => join.IsSecondary;

    /// <summary>The point to resume from; null for a newcomer.</summary>
    public ResumePoint? Resume { get; init; }

    /// <summary>Whether it is the server's own console, which is no member.</summary>
    public bool IsConsole { get; init; }

    /// <summary>The message after which the member may read the history; 0: all of it.</summary>
    public long ReadableAfter { get; set; }

    /// <summary>Whether the nickname is registered to the device key.</summary>
    public bool IsOwner { get; set; }

    /// <summary>The version of the member list that was shown last.</summary>
    public int SeenVersion { get; set; }

    /// <summary>
    /// Whether member messages are off: only system messages and private ones are delivered.
    /// </summary>
    public bool IsIgnoring { get; set; }

    /// <summary>The away text; empty: not away.</summary>
    public string Away { get; set; } = "";

    public void Rename(Nick to)
    {
        Nick = to;
        Member = Member with { Nickname = to.Text };
    }
}
