using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>Every line is said, or is a command; so is what follows the last line end.</summary>
internal sealed class LineMode(WireLimits limits, IEncoder encoder) : LinesConversation(limits)
{
    public override IEncoder Encoder => encoder;

    protected override ClientMessage Decode(ReadOnlySpan<byte> line) =>
        WireText.TryDecode(line, out var text) ? LineCommands.Understand(text) : new ClientMessage.Bad(Refusal.NotText);
}
