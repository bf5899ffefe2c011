using LanChat.Protocol;
using LanChat.Protocol.Dialects;

namespace LanChat.Server.Rooms;

/// <summary>
/// What one run through the room's mailbox produced, immutable. It is encoded when the first member of a dialect asks, once, and the bytes
/// are shared by all who speak it.
/// </summary>
internal sealed class Turn(IReadOnlyList<RoomEvent> events)
{
    private readonly Lock _encoding = new();
    private volatile EncodedTurn? _newest;

    public IReadOnlyList<RoomEvent> Events { get; } = events;

    /// <summary>The turn in somebody's dialect; any thread may ask.</summary>
    public EncodedTurn For(IEncoder encoder) => Find(encoder) ?? Encode(encoder);

    private EncodedTurn? Find(IEncoder encoder)
    {
        var encoded = _newest;
        while (encoded is not null && !ReferenceEquals(encoded.Encoder, encoder)) encoded = encoded.Older;
        return encoded;
    }

    private EncodedTurn Encode(IEncoder encoder)
    {
        lock (_encoding)
        {
            return Find(encoder) ?? (_newest = new EncodedTurn(encoder, encoder.Encode(Events), _newest));
        }
    }
}
