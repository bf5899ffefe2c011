using Akka.Actor;
using Akka.IO;
using LanChat.Server.Broadcasts;

namespace LanChat.Server.Connections;

/// <summary>
/// Writes to one client: one write under way, everything else in the bounded queue. The acknowledgement of a write, and for clients that
/// must see frames apart the pause after it, leads to <see cref="WriteNext"/>.
/// </summary>
internal sealed class Outbox(IActorRef socket, int bound)
{
    private readonly OutgoingQueue _queue = new(bound);
    private Receipts? _receipts;

    /// <summary>Whether a write, or the pause after it, is under way.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Whether so much waits that it had better not become more: half of what may.</summary>
    public bool IsCrowded => bound > 0 && _queue.Waiting > bound / 2;

    /// <summary>Sends frames now or after those that wait; false, and nothing is sent, when too much waits.</summary>
    public bool TrySend(IReadOnlyList<byte[]> frames, bool alone)
    {
        if (frames.Count == 0) return true;
        if (!_queue.TryAdd(frames)) return false;
        if (!IsBusy) WriteNext(alone);
        return true;
    }

    /// <summary>Sends a turn; the write is shared with others when nothing waits here.</summary>
    /// <param name="turn">What is sent.</param>
    /// <param name="receipts">
    /// Told when the socket has taken it; at once when it has to wait here, as for a slow reader or for frames that are sent apart, since
    /// nobody waits for those.
    /// </param>
    public bool TrySend(EncodedTurn turn, Receipts? receipts = null)
    {
        if (IsBusy || turn.Write is null || turn.Encoder.FramesArriveAlone)
        {
            receipts?.Add();
            return TrySend(turn.Frames, turn.Encoder.FramesArriveAlone);
        }

        IsBusy = true;
        _receipts = receipts;
        socket.Tell(turn.Write);
        return true;
    }

    /// <summary>What was written last is out: write what waits. False when nothing does.</summary>
    public bool WriteNext(bool alone)
    {
        Acknowledge();
        IsBusy = !_queue.IsEmpty;
        if (IsBusy) socket.Tell(Tcp.Write.Create(_queue.Take(alone), Written.Instance));
        return IsBusy;
    }

    /// <summary>Drops what waits.</summary>
    public void Clear()
    {
        Acknowledge();
        _queue.Clear();
    }

    private void Acknowledge()
    {
        _receipts?.Add();
        _receipts = null;
    }
}
