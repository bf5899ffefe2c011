namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// The native dialect (PROTOCOL.md): the server sends JSON frames, the client a nickname and then
/// text. The greeting selects one of three modes: raw (without line ends), line (netcat), rich
/// (JSON both ways).
/// </summary>
public sealed class JsonDialect : IDialect
{
    private static readonly NativeEncoders Encoders = new(
        JsonEncoder.Raw, JsonEncoder.Line, JsonEncoder.Rich, JsonEncoder.Rich2);

    /// <inheritdoc/>
    public string Name => "json";

    /// <inheritdoc/>
    public int UsualPort => 8001;

    /// <inheritdoc/>
    public IConversation Open(WireLimits limits, PeerAddress peer) => new NativeConversation(limits, Encoders);
}
