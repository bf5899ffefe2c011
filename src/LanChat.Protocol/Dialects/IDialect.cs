namespace LanChat.Protocol.Dialects;

/// <summary>
/// One wire format. Stateless and shared; each connection has its own <see cref="IConversation"/>.
/// </summary>
public interface IDialect
{
    /// <summary>The dialect's name in settings and logs, such as <c>json</c>.</summary>
    string Name { get; }

    /// <summary>The default TCP port of its clients.</summary>
    int UsualPort { get; }

    /// <summary>Creates the conversation of a new connection.</summary>
    IConversation Open(WireLimits limits, PeerAddress peer);
}
