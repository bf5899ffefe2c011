namespace LanChat.Protocol.Dialects.Native;

/// <summary>Every line is a JSON object that asks for one thing; a line cut off by the end is dropped.</summary>
internal sealed class RichMode(WireLimits limits) : LinesMode(limits)
{
    public override IEncoder Encoder => JsonEncoder.Rich;

    protected override ClientMessage Decode(ReadOnlySpan<byte> line) => RichRequest.Read(line);

    protected override ClientMessage? DecodeRest(ReadOnlySpan<byte> rest) => null;
}
