using Akka.Actor;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;
using LanChat.Server.Broadcasts;

namespace LanChat.Server.Connections;

/// <summary>
/// Writes to one client, in its dialect. One write is under way, everything else waits in a bounded queue. The
/// acknowledgement of a write, and for frames that must arrive alone the pause after it, leads to <see cref="WriteNext"/>.
/// </summary>
/// <param name="socket">Where the bytes go.</param>
/// <param name="conversation">Knows the encoder, which may change until the first frame.</param>
/// <param name="bound">How many bytes may wait; 0: any number.</param>
internal sealed class ConnectionWriter(IActorRef socket, IConversation conversation, int bound)
{
    private readonly OutgoingQueue _queue = new(bound);
    private Receipts? _receipts;

    /// <summary>Whether a write, or the pause after it, is under way.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Whether no more should be caused: half of what may wait does.</summary>
    public bool IsCrowded => bound > 0 && _queue.Waiting > bound / 2;

    private IEncoder Encoder => conversation.Encoder;

    /// <summary>Writes an event, now or after what waits; false, and it is not written, when too much waits.</summary>
    public bool TryWrite(RoomEvent what) => TryWrite(Encoder.Encode([what]));

    /// <summary>Writes frames as they are.</summary>
    public bool TryWrite(IReadOnlyList<byte[]> frames)
    {
        if (frames.Count == 0) return true;
        if (!_queue.TryAdd(frames)) return false;
        if (!IsBusy) WriteNext();
        return true;
    }

    /// <summary>
    /// Writes a batch as everybody gets it who reads the same dialect; where nothing waits, the write itself is shared. Its
    /// receipts are told when the socket has taken it, or at once where it waits: nobody waits for a slow reader.
    /// </summary>
    /// <param name="turn">The batch.</param>
    /// <param name="you">Who reads it: some dialects leave out what does not concern them.</param>
    public bool TryWrite(Turn turn, Member you)
    {
        if (HasOthers(turn, you)) return TryWriteOwn(turn, you);

        var encoded = turn.For(Encoder);
        if (IsBusy || encoded.Write is null || Encoder.FramesArriveAlone)
        {
            turn.Receipts?.Add();
            return TryWrite(encoded.Frames);
        }

        IsBusy = true;
        _receipts = turn.Receipts;
        socket.Tell(encoded.Write);
        return true;
    }

    /// <summary>The last write is out, and what waits is written. False when nothing does.</summary>
    public bool WriteNext()
    {
        Acknowledge();
        IsBusy = !_queue.IsEmpty;
        if (IsBusy) socket.Tell(Tcp.Write.Create(_queue.Take(Encoder.FramesArriveAlone), Written.Instance));
        return IsBusy;
    }

    /// <summary>Drops what waits.</summary>
    public void Clear()
    {
        Acknowledge();
        _queue.Clear();
    }

    private bool HasOthers(Turn turn, Member you) =>
        Encoder.HasPersonalView && turn.Events.Any(what => !Encoder.IsFor(what, you));

    private bool TryWriteOwn(Turn turn, Member you)
    {
        turn.Receipts?.Add();
        return TryWrite(Encoder.Encode([.. turn.Events.Where(what => Encoder.IsFor(what, you))]));
    }

    private void Acknowledge()
    {
        _receipts?.Add();
        _receipts = null;
    }
}
