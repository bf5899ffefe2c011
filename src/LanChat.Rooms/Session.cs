using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>One session of a member.</summary>
internal sealed class Session(SessionId id, JoinRequest join, MemberSessions member)
{
    public SessionId Id => id;

    /// <summary>Whose session it is.</summary>
    public MemberSessions Of => member;

    /// <inheritdoc cref="MemberSessions.Nick"/>
    public Nick Nick => member.Nick;

    /// <inheritdoc cref="MemberSessions.Member"/>
    public Member Member => member.Member;

    /// <inheritdoc cref="MemberSessions.IsOwner"/>
    public bool IsOwner => member.IsOwner;

    /// <summary>The address of its connection.</summary>
    public PeerAddress Address => join.Address;

    /// <summary>Who has sent what comes from this session: the member, at its address.</summary>
    public Member Sender => new(member.Nick.Text, join.Address);

    /// <summary>The account; null for a guest.</summary>
    public string? Account => join.Account;

    /// <inheritdoc cref="JoinRequest.ClientId"/>
    public string? ClientId => join.ClientId;

    /// <summary>
    /// Whether the session takes no ownership of its nickname and yields it to others of its
    /// account.
    /// </summary>
    public bool IsSecondary => join.IsSecondary;

    /// <summary>The messages it has sent to everyone.</summary>
    public SentMessages Sent { get; } = new();

    /// <summary>The point to resume from; null for a newcomer.</summary>
    public ResumePoint? Resume { get; init; }

    /// <summary>Whether the member was here by another session when it joined.</summary>
    public bool IsBeside { get; init; }

    /// <summary>Whether it is the server's own console, which is no member.</summary>
    public bool IsConsole { get; init; }

    /// <summary>The message after which the member may read the history; 0: all of it.</summary>
    public long ReadableAfter { get; init; }

    /// <summary>The version of the member list that was shown last.</summary>
    public int SeenVersion { get; set; }

    /// <summary>
    /// Whether member messages are off: only system messages and private ones are delivered.
    /// </summary>
    public bool IsIgnoring { get; set; }

    /// <summary>The away text; empty: not away.</summary>
    public string Away { get; set; } = "";
}
