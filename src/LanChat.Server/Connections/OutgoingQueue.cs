using Akka.IO;
using LanChat.Server.Metrics;

namespace LanChat.Server.Connections;

/// <summary>
/// What waits to be written to one client while a write is under way, in order. Bounded in bytes; holds the shared arrays of the room's turns,
/// never copies of them.
/// </summary>
internal sealed class OutgoingQueue(int bound)
{
    // One gathered write takes at most so many frames: the systems' limit for one call is 1024.
    private const int MostFrames = 512;

    // The meter is told of changes of so many bytes: it is everybody's, and most queues are empty most of the time.
    private const int Step = 64 * 1024;

    private readonly Queue<byte[]> _frames = new(0);
    private long _told;

    public bool IsEmpty => _frames.Count == 0;

    /// <summary>How many bytes wait.</summary>
    public long Waiting { get; private set; }

    /// <summary>Adds frames; false, and nothing is added, when more would wait than may. One batch is always taken by an empty queue.</summary>
    public bool TryAdd(IReadOnlyList<byte[]> frames)
    {
        long size = 0;
        foreach (var frame in frames) size += frame.Length;
        if (bound > 0 && !IsEmpty && Waiting + size > bound) return false;

        Waiting += size;
        foreach (var frame in frames) _frames.Enqueue(frame);
        Tell();
        return true;
    }

    /// <summary>Takes the next frame alone, or as many as one write may gather.</summary>
    public ByteString Take(bool alone)
    {
        var taken = TakeNext(alone);
        Tell();
        return taken;
    }

    public void Clear()
    {
        _frames.Clear();
        Waiting = 0;
        Tell();
    }

    private ByteString TakeNext(bool alone)
    {
        if (alone || _frames.Count == 1) return ByteString.FromBytes(Dequeue());

        var gathered = new List<ArraySegment<byte>>(Math.Min(_frames.Count, MostFrames));
        while (gathered.Count < MostFrames && !IsEmpty) gathered.Add(Dequeue());
        return ByteString.FromBytes(gathered);
    }

    private byte[] Dequeue()
    {
        var frame = _frames.Dequeue();
        Waiting -= frame.Length;
        if (IsEmpty) _frames.TrimExcess(0);
        return frame;
    }

    private void Tell()
    {
        var change = Waiting - _told;
        if (change is < Step and > -Step && (!IsEmpty || _told == 0)) return;
        ServerMeter.Waiting.Add(change);
        _told = Waiting;
    }
}
