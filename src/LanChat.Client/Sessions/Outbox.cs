using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Texts;

namespace LanChat.Client.Sessions;

/// <summary>
/// Outgoing requests of one session: a queue of waiting ones, and a queue of those that were sent
/// and not answered. The client message id of each lets the server deduplicate a retry. A request
/// leaves exactly once: answered, unacknowledged, declined or unsent.
/// </summary>
/// <param name="capacity">Maximum number of requests, sent or waiting.</param>
internal sealed class Outbox(int capacity)
{
    private sealed record Entry(OutgoingRequest Request, string Ref, long Id, bool WasSent = false);

    /// <summary>Limit of one write; a single longer request is still written.</summary>
    private const int MaxWriteBytes = 64 * 1024;
    private const int RefBytes = 16;

    private readonly Queue<Entry> _sent = new();
    private Queue<Entry> _waiting = new();
    private long _lastId;

    public bool IsEmpty => _waiting.Count == 0 && _sent.Count == 0;

    public bool HasSent => _sent.Count > 0;

    /// <summary>Enqueues a request; false if the outbox is full.</summary>
    public bool TryEnqueue(OutgoingRequest request)
    {
        if (_waiting.Count + _sent.Count >= capacity) return false;
        var reference = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RefBytes));
        _waiting.Enqueue(new Entry(request, reference, ++_lastId));
        return true;
    }

    /// <summary>
    /// Dequeues the next write; empty if nothing waits or the rate limit is reached. Declines
    /// requests for which the server would close the connection.
    /// </summary>
    /// <param name="maxLineBytes">
    /// Maximum length of a line to the server, without its terminator.
    /// </param>
    /// <param name="pacing">Rate limit.</param>
    /// <param name="declined">Called with each declined request, and the reason.</param>
    /// <param name="knowsRefs">Whether the server knows client message ids.</param>
    /// <param name="hasIds">Whether the server's replies carry request ids.</param>
    public byte[] DequeueBytes(
        int maxLineBytes,
        Pacing pacing,
        Action<OutgoingRequest, string> declined,
        bool knowsRefs = false,
        bool hasIds = false)
    {
        var bytes = new ArrayBufferWriter<byte>();
        while (bytes.WrittenCount < MaxWriteBytes && _waiting.Count > 0 && pacing.TryAcquire())
        {
            var entry = _waiting.Dequeue();
            var encoded = RichRequest.Of(entry.Request.Message, knowsRefs ? entry.Ref : null, hasIds ? entry.Id : null);
            if (entry.Request.Text.Contains('\0'))
            {
                declined(entry.Request, ConnectionTexts.HoldsNul);
            }
            else if (encoded.Length - 1 > maxLineBytes)
            {
                declined(entry.Request, ConnectionTexts.LineTooLong(maxLineBytes));
            }
            else if (entry.WasSent && !knowsRefs)
            {
                declined(entry.Request, ConnectionTexts.MayBeSaid);
            }
            else
            {
                bytes.Write(encoded);
                _sent.Enqueue(entry);
            }
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>
    /// Dequeues the request that this event answers: by its id, or from older servers the oldest
    /// one sent, because the room keeps the order; null for none.
    /// </summary>
    public OutgoingRequest? DequeueAnswered(RoomEvent roomEvent, PeerAddress me, bool hasIds = false)
    {
        if (!_sent.TryPeek(out var first)) return null;
        if (hasIds) return roomEvent.ReplyTo is { } id ? DequeueSent(id) : null;
        var isAnswered = roomEvent is RoomEvent.Acknowledged { Ref: var reference }
            ? reference == first.Ref
            : first.Request.Message.IsAnsweredBy(roomEvent, me);
        return isAnswered ? _sent.Dequeue().Request : null;
    }

    // The room's replies come in order; what the server answers itself may overtake them.
    private OutgoingRequest? DequeueSent(long id)
    {
        var answered = _sent.FirstOrDefault(entry => entry.Id == id);
        if (answered is null) return null;
        var others = _sent.Where(entry => entry != answered).ToArray();
        _sent.Clear();
        foreach (var entry in others) _sent.Enqueue(entry);
        return answered.Request;
    }

    /// <summary>
    /// After a lost connection to a server that knows client message ids: moves the sent requests
    /// that it deduplicates back to the front of the waiting ones.
    /// </summary>
    /// <returns>The moved requests.</returns>
    public IReadOnlyList<OutgoingRequest> RequeueSent()
    {
        var resent = _sent.Where(entry => entry.Request.Message.IsDeduplicated())
            .Select(entry => entry with { WasSent = true })
            .ToArray();
        var others = _sent.Where(entry => !entry.Request.Message.IsDeduplicated()).ToArray();
        _sent.Clear();
        foreach (var entry in others) _sent.Enqueue(entry);
        _waiting = new Queue<Entry>([.. resent, .. _waiting]);
        return [.. resent.Select(entry => entry.Request)];
    }

    /// <summary>
    /// After a lost connection: dequeues all requests that were sent and not answered.
    /// </summary>
    public IReadOnlyList<OutgoingRequest> DequeueUnacknowledged() => DequeueAll(_sent);

    /// <summary>Dequeues all waiting requests: those never sent, and those to be resent.</summary>
    public (IReadOnlyList<OutgoingRequest> Unsent, IReadOnlyList<OutgoingRequest> Unacknowledged) DequeueUnsent()
    {
        var all = _waiting.ToLookup(entry => entry.WasSent, entry => entry.Request);
        _waiting.Clear();
        return ([.. all[false]], [.. all[true]]);
    }

    private static OutgoingRequest[] DequeueAll(Queue<Entry> queue)
    {
        var all = queue.Select(entry => entry.Request).ToArray();
        queue.Clear();
        return all;
    }
}
