namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// No line ends: whatever one read returned is said, or told to one person if it begins with their
/// name.
/// </summary>
internal sealed class RawMode(WireLimits limits, IEncoder encoder) : RawConversation(limits)
{
    public override IEncoder Encoder => encoder;

    protected override ClientMessage Understand(string text) => LineCommands.Address(text);
}
