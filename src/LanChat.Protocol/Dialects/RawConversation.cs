using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects;

/// <summary>Decodes each read as one message, for clients that send no line ends.</summary>
internal abstract class RawConversation(WireLimits limits) : Conversation
{
    private readonly RawReads _reads = new(limits.Line);

    protected override TimeSpan? Waiting => _reads.IsCut || IsMarkCut ? limits.Quiet : null;

    protected override ClientMessage? Decode(ref ReadOnlySpan<byte> bytes) =>
        _reads.TryTake(ref bytes, out var text, out var refusal) ? Message(text, refusal) : null;

    protected override ClientMessage? DecodeRest() =>
        _reads.TryReadRest(out var text, out var refusal) ? Message(text, refusal) : null;

    /// <summary>Decodes one message.</summary>
    protected abstract ClientMessage Understand(string text);

    private ClientMessage Message(string? text, Refusal? refusal) =>
        text is null ? new ClientMessage.Invalid(refusal!) : Understand(text);
}
