using System.Text;

namespace LanChat.Protocol.Dialects;

/// <summary>The base of encoders whose frames are short texts.</summary>
internal abstract class WordEncoder(bool framesArriveAlone) : IEncoder
{
    public bool FramesArriveAlone => framesArriveAlone;

    public virtual bool HasPersonalView => false;

    public virtual bool IsFor(RoomEvent what, Member you) => true;

    public IReadOnlyList<byte[]> Encode(IReadOnlyList<RoomEvent> events)
    {
        var words = events.Select(what => Words(MessageFallback.Of(what))).Where(text => text.Length > 0);
        return framesArriveAlone
            ? [.. words.Select(Encoding.UTF8.GetBytes)]
            : Encoding.UTF8.GetBytes(string.Concat(words)) is { Length: > 0 } all ? [all] : [];
    }

    /// <summary>Returns the frame of an event; empty if the dialect has none.</summary>
    protected abstract string Words(RoomEvent what);
}
