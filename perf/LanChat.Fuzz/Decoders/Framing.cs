using LanChat.Protocol.Dialects;

namespace LanChat.Fuzz.Decoders;

/// <summary>How messages of a dialect are delimited, as PROTOCOL.md promises.</summary>
/// <param name="IsKnown">Whether anything is promised about other splits into reads.</param>
/// <param name="IsRaw">Whether a read is a message in a conversation's present state.</param>
internal sealed record Framing(bool IsKnown, Func<IConversation, bool> IsRaw)
{
    private static readonly Framing Unknown = new(false, _ => false);
    private static readonly Framing OwnEnds = new(true, _ => false);
    private static readonly Framing Reads = new(true, _ => true);

    // Of the native modes only raw has frames that must arrive alone.
    private static readonly Framing ByGreeting = new(true, conversation => conversation.Encoder.FramesArriveAlone);

    public static Framing Of(IDialect dialect) => dialect.Name switch
    {
        "json" or "terminal" => ByGreeting,
        "pychat" or "miniqq" or "line" => OwnEnds,
        "colon" => Reads,
        _ => Unknown,
    };
}
