using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Server.Tests.Connections;

/// <summary>
/// The native dialect with a defect: it throws on input that begins with "break".
/// </summary>
internal sealed class FragileDialect : IDialect
{
    public string Name => "fragile";

    public int UsualPort => 0;

    public IConversation Open(WireLimits limits, PeerAddress peer) =>
        new Conversation(new JsonDialect().Open(limits, peer));

    private sealed class Conversation(IConversation sound) : IConversation
    {
        public IEncoder Encoder => sound.Encoder;

        public TimeSpan? Patience => sound.Patience;

        public bool TryRead(ref ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out ClientMessage? message) =>
            bytes.StartsWith("break"u8)
                ? throw new InvalidOperationException("broken")
                : sound.TryRead(ref bytes, out message);

        public ClientMessage? Quiet() => sound.Quiet();

        public ClientMessage? End() => sound.End();
    }
}
