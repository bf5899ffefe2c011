namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// Decodes each line as one JSON request. Discards a last line without a line end.
/// </summary>
internal sealed class RichMode(
    WireLimits limits, IEncoder encoder, int version) : LinesConversation(limits, mayBeTelnet: false)
{
    public override IEncoder Encoder => encoder;

    protected override ClientMessage DecodeLine(ReadOnlySpan<byte> line) => RichRequest.Read(line, version);

    protected override ClientMessage? DecodeRest() => null;
}
