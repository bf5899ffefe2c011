using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>Every line is a message, and so is what follows the last line end.</summary>
internal sealed class LineMode(WireLimits limits) : LinesMode(limits)
{
    public override IEncoder Encoder => JsonEncoder.Line;

    protected override ClientMessage Decode(ReadOnlySpan<byte> line) =>
        WireText.TryDecode(line, out var text) ? new ClientMessage.Say(text) : new ClientMessage.Bad(Refusal.NotText);

    protected override ClientMessage DecodeRest(ReadOnlySpan<byte> rest) => Decode(rest);
}
