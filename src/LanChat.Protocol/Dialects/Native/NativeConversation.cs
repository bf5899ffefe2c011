namespace LanChat.Protocol.Dialects.Native;

/// <summary>Decodes the greeting, then continues in the mode it selects.</summary>
internal sealed class NativeConversation(WireLimits limits, NativeEncoders encoders) : Conversation
{
    private Conversation _stage = new Greeting(limits, encoders);

    public override IEncoder Encoder => _stage.Encoder;

    protected override TimeSpan? Waiting => IsMarkCut ? limits.Quiet : _stage.Patience;

    protected override ClientMessage? Decode(ref ReadOnlySpan<byte> bytes) =>
        _stage.TryRead(ref bytes, out var message) ? Followed(message) : null;

    protected override ClientMessage? DecodeRest() => Followed(_stage.End());

    private ClientMessage? Followed(ClientMessage? message)
    {
        if (_stage is not Greeting { Next: { } next }) return message;
        next.Follow();
        _stage = next;
        return message;
    }
}
