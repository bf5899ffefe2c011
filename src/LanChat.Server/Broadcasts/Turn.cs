using LanChat.Protocol;
using LanChat.Protocol.Dialects;

namespace LanChat.Server.Broadcasts;

/// <summary>
/// What one run through the room's mailbox produced, immutable. It is encoded when the first member
/// of a dialect asks, once, and the bytes are shared by all who speak it.
/// </summary>
internal sealed class Turn(IReadOnlyList<RoomEvent> events)
{
    private readonly Lock _encoding = new();
    private Turn? _withoutTalk;
    private volatile EncodedTurn? _newest;

    public IReadOnlyList<RoomEvent> Events { get; } = events;

    /// <summary>Who takes the turn says so there, if anywhere.</summary>
    public Receipts? Receipts { get; init; }

    /// <summary>The turn in somebody's dialect; any thread may ask.</summary>
    public EncodedTurn For(IEncoder encoder) => Find(encoder) ?? Encode(encoder);

    /// <summary>The turn as it reaches somebody who has shut the group out.</summary>
    public Turn WithoutTalk() =>
        _withoutTalk ??= new Turn([.. Events.Where(said => !IsTalk(said))]) { Receipts = Receipts };

    private static bool IsTalk(RoomEvent said) => said is RoomEvent.Spoken { Message.IsTalk: true };

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
