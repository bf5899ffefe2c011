namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// Decodes each read as one message, which is private if it begins with a mention.
/// </summary>
internal sealed class RawMode(WireLimits limits, IEncoder encoder) : RawConversation(limits)
{
    public override IEncoder Encoder => encoder;

    protected override ClientMessage Understand(string text) => LineCommands.Address(text);
}
