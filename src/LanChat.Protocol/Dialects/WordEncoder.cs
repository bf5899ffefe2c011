using System.Text;

namespace LanChat.Protocol.Dialects;

/// <summary>The shape of an encoder whose frames are short texts.</summary>
internal abstract class WordEncoder(bool framesArriveAlone) : IEncoder
{
    public bool FramesArriveAlone => framesArriveAlone;

    public virtual bool HasPersonalView => false;

    public virtual bool IsFor(RoomEvent what, Member you) => true;

    public IReadOnlyList<byte[]> Encode(IReadOnlyList<RoomEvent> events)
    {
        var words = events.Select(Words).Where(text => text.Length > 0);
        return framesArriveAlone
            ? [.. words.Select(Encoding.UTF8.GetBytes)]
            : Encoding.UTF8.GetBytes(string.Concat(words)) is { Length: > 0 } all ? [all] : [];
    }

    /// <summary>What the dialect says for an event; empty when it has no words for it.</summary>
    protected abstract string Words(RoomEvent what);
}
