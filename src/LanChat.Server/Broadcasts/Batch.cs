using LanChat.Protocol;
using LanChat.Protocol.Dialects;

namespace LanChat.Server.Broadcasts;

/// <summary>
/// Immutable events that are sent together. Encoded lazily and at most once per dialect; all
/// recipients of a dialect share the bytes.
/// </summary>
internal sealed class Batch(IReadOnlyList<RoomEvent> events)
{
    private readonly Lock _encoding = new();
    private Batch? _withoutMemberMessages;
    private volatile EncodedBroadcast? _newest;

    public IReadOnlyList<RoomEvent> Events { get; } = events;

    /// <summary>Counts the write acknowledgements of the batch; null: not counted.</summary>
    public Receipts? Receipts { get; init; }

    /// <summary>The batch in one dialect. Thread-safe.</summary>
    public EncodedBroadcast EncodeFor(IEncoder encoder) => Find(encoder) ?? Encode(encoder);

    /// <summary>The batch for a member who has turned member messages off.</summary>
    public Batch WithoutMemberMessages() =>
        _withoutMemberMessages ??= new Batch([.. Events.Where(what => !IsMemberMessage(what))]) { Receipts = Receipts };

    private static bool IsMemberMessage(RoomEvent what) => what is RoomEvent.Spoken { Message.IsTalk: true };

    private EncodedBroadcast? Find(IEncoder encoder)
    {
        var encoded = _newest;
        while (encoded is not null && !ReferenceEquals(encoded.Encoder, encoder)) encoded = encoded.Next;
        return encoded;
    }

    private EncodedBroadcast Encode(IEncoder encoder)
    {
        lock (_encoding)
        {
            return Find(encoder) ?? (_newest = new EncodedBroadcast(encoder, encoder.Encode(Events), _newest));
        }
    }
}
