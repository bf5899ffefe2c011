namespace LanChat.Protocol.Dialects;

/// <summary>
/// One wire format. A dialect is stateless and shared; each connection gets an
/// <see cref="IConversation"/> of its own.
/// </summary>
public interface IDialect
{
    /// <summary>The dialect's name in settings and logs, such as <c>json</c>.</summary>
    string Name { get; }

    /// <summary>The TCP port its clients expect.</summary>
    int UsualPort { get; }

    /// <summary>Begins to listen to a new client.</summary>
    IConversation Open(WireLimits limits, PeerAddress peer);
}
