using LanChat.Protocol;
using LanChat.Protocol.Dialects;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Server.Web;

/// <summary>The native dialect over WebSockets; has its own name in metrics.</summary>
internal sealed class WebDialect : IDialect
{
    private readonly JsonDialect _native = new();

    public string Name => "web";

    public int UsualPort => 8080;

    public IConversation Open(WireLimits limits, PeerAddress peer) => _native.Open(limits, peer);
}
