using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects;

/// <summary>
/// Listens to a client that knows no line ends: what one read returned is one message.
/// </summary>
internal abstract class RawConversation(WireLimits limits) : Conversation
{
    private readonly RawReads _reads = new(limits.Line);

    protected override TimeSpan? Waiting => _reads.IsCut || IsMarkCut ? limits.Quiet : null;

    protected override ClientMessage? Take(ref ReadOnlySpan<byte> bytes) =>
        _reads.TryTake(ref bytes, out var text, out var refusal) ? Message(text, refusal) : null;

    protected override ClientMessage? TakeHeld() =>
        _reads.TryTakeHeld(out var text, out var refusal) ? Message(text, refusal) : null;

    /// <summary>What a message says.</summary>
    protected abstract ClientMessage Understand(string text);

    private ClientMessage Message(string? text, Refusal? refusal) =>
        text is null ? new ClientMessage.Bad(refusal!) : Understand(text);
}
