using Akka.Actor;

namespace LanChat.Server.Broadcasts;

/// <summary>
/// Counts the connections whose socket has taken a batch and tells the room when most have, so that
/// it publishes the next one. Nothing waits for a slow reader. Thread-safe.
/// </summary>
/// <param name="receivers">The number of connections that acknowledge.</param>
/// <param name="room">Is told once.</param>
internal sealed class Receipts(int receivers, IActorRef room)
{
    /// <summary>Most sockets have taken the batch.</summary>
    public sealed record MostAcknowledged(Receipts Receipts);

    // The slowest sixteenth is not awaited. Awaiting the rest makes batches fewer and larger.
    private int _missing = receivers - (receivers / 16);

    /// <summary>Counts one connection that has taken the batch, or never will.</summary>
    public void Add()
    {
        if (Interlocked.Decrement(ref _missing) == 0) room.Tell(new MostAcknowledged(this));
    }
}
