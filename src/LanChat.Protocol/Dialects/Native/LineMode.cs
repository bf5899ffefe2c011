using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// Decodes each line as a message or a command, including a last line without a line end.
/// </summary>
internal sealed class LineMode(WireLimits limits, IEncoder encoder) : LinesConversation(limits)
{
    public override IEncoder Encoder => encoder;

    protected override ClientMessage DecodeLine(ReadOnlySpan<byte> line) =>
        WireText.TryDecode(line, out var text)
            ? LineCommands.Understand(text)
            : new ClientMessage.Invalid(Refusal.NotText);
}
