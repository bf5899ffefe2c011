using Akka.Actor;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;
using LanChat.Server.Broadcasts;

namespace LanChat.Server.Connections;

/// <summary>
/// Writes to one client in its dialect: one write at a time, everything else in a bounded queue.
/// The owner calls <see cref="WriteNext"/> on the acknowledgement of a write, or after the pause
/// that follows it if frames must arrive separately.
/// </summary>
/// <param name="socket">The actor of the socket.</param>
/// <param name="conversation">Has the encoder, which may change until the first frame.</param>
/// <param name="bound">Maximum bytes in the queue; 0: unlimited.</param>
internal sealed class ConnectionWriter(IActorRef socket, IConversation conversation, int bound)
{
    private readonly OutgoingQueue _queue = new(bound);
    private Receipts? _receipts;

    /// <summary>Whether a write, or the pause after it, is in progress.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Whether the queue is over half full: no further requests should be read.</summary>
    public bool IsCrowded => bound > 0 && _queue.Waiting > bound / 2;

    private IEncoder Encoder => conversation.Encoder;

    /// <summary>Writes or enqueues an event; returns false if the queue is full.</summary>
    public bool TryWrite(RoomEvent what) => TryWrite(Encoder.Encode([what]));

    /// <summary>Writes or enqueues encoded frames; returns false if the queue is full.</summary>
    public bool TryWrite(IReadOnlyList<byte[]> frames)
    {
        if (frames.Count == 0) return true;
        if (!_queue.TryEnqueue(frames)) return false;
        if (!IsBusy) WriteNext();
        return true;
    }

    /// <summary>
    /// Writes a batch with the bytes that all clients of the dialect share; if no write is in
    /// progress, the write command is shared too. Gives its receipt on the acknowledgement, or at
    /// once if it is enqueued: the room does not wait for a slow reader.
    /// </summary>
    /// <param name="batch">The batch.</param>
    /// <param name="you">The recipient: some dialects omit events that do not concern it.</param>
    public bool TryWrite(Batch batch, Member you)
    {
        if (HasOthers(batch, you)) return TryWriteOwn(batch, you);

        var encoded = batch.EncodeFor(Encoder);
        if (IsBusy || encoded.Write is null || Encoder.FramesArriveAlone)
        {
            batch.Receipts?.Add();
            return TryWrite(encoded.Frames);
        }

        IsBusy = true;
        _receipts = batch.Receipts;
        socket.Tell(encoded.Write);
        return true;
    }

    /// <summary>
    /// Completes the last write and writes the queue; returns false if it is empty.
    /// </summary>
    public bool WriteNext()
    {
        Acknowledge();
        IsBusy = !_queue.IsEmpty;
        if (IsBusy) socket.Tell(Tcp.Write.Create(_queue.Dequeue(Encoder.FramesArriveAlone), WriteAck.Instance));
        return IsBusy;
    }

    /// <summary>Drops the queue.</summary>
    public void Clear()
    {
        Acknowledge();
        _queue.Clear();
    }

    private bool HasOthers(Batch batch, Member you) =>
        Encoder.HasPersonalView && batch.Events.Any(what => !Encoder.IsFor(what, you));

    private bool TryWriteOwn(Batch batch, Member you)
    {
        batch.Receipts?.Add();
        return TryWrite(Encoder.Encode([.. batch.Events.Where(what => Encoder.IsFor(what, you))]));
    }

    private void Acknowledge()
    {
        _receipts?.Add();
        _receipts = null;
    }
}
