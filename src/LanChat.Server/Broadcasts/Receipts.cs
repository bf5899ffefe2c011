using Akka.Actor;

namespace LanChat.Server.Broadcasts;

/// <summary>
/// Counts the connections whose socket has taken a turn, and tells the room when most have: then it
/// speaks again, of all that was said meanwhile. Who reads slowly is waited for by nobody.
/// Thread-safe.
/// </summary>
/// <param name="receivers">How many will say so.</param>
/// <param name="room">Is told once.</param>
internal sealed class Receipts(int receivers, IActorRef room)
{
    /// <summary>Most sockets have taken the turn.</summary>
    public sealed record MostTaken(Receipts Receipts);

    // Of many, the slowest are not waited for. Waiting for most means fewer and larger turns.
    private int _missing = receivers - (receivers / 16);

    /// <summary>One more has taken it, or will not.</summary>
    public void Add()
    {
        if (Interlocked.Decrement(ref _missing) == 0) room.Tell(new MostTaken(this));
    }
}
