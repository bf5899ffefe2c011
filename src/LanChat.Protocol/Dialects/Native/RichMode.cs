namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// Every line is a JSON object that asks for one thing; a line cut off by the end is dropped.
/// </summary>
internal sealed class RichMode(
    WireLimits limits, IEncoder encoder, int version) : LinesConversation(limits, mayBeTelnet: false)
{
    public override IEncoder Encoder => encoder;

    protected override ClientMessage Decode(ReadOnlySpan<byte> line) => RichRequest.Read(line, version);

    protected override ClientMessage? TakeHeld() => null;
}
