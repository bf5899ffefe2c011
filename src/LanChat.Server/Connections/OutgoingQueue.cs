using Akka.IO;
using LanChat.Server.Metrics;

namespace LanChat.Server.Connections;

/// <summary>
/// The frames that wait for the current write of one client to finish, in order. Bounded in
/// bytes; holds the shared arrays of the room's batches and never copies them.
/// </summary>
internal sealed class OutgoingQueue(int bound)
{
    // Operating systems accept at most 1024 buffers in one gathered write.
    private const int MaxGathered = 512;

    // Updates the shared meter in steps of this many bytes: an update per frame would be contended.
    private const int MeterStep = 64 * 1024;

    private readonly Queue<byte[]> _frames = new(0);
    private long _metered;

    public bool IsEmpty => _frames.Count == 0;

    /// <summary>Number of bytes in the queue.</summary>
    public long Waiting { get; private set; }

    /// <summary>
    /// Enqueues frames. Returns false and enqueues nothing if the bound would be exceeded. An
    /// empty queue accepts one batch of any size.
    /// </summary>
    public bool TryEnqueue(IReadOnlyList<byte[]> frames)
    {
        long size = 0;
        foreach (var frame in frames) size += frame.Length;
        if (bound > 0 && !IsEmpty && Waiting + size > bound) return false;

        Waiting += size;
        foreach (var frame in frames) _frames.Enqueue(frame);
        UpdateMeter();
        return true;
    }

    /// <summary>Dequeues the next frame alone, or as many as one gathered write accepts.</summary>
    public ByteString Dequeue(bool alone)
    {
        var bytes = Gather(alone);
        UpdateMeter();
        return bytes;
    }

    public void Clear()
    {
        _frames.Clear();
        Waiting = 0;
        UpdateMeter();
    }

    private ByteString Gather(bool alone)
    {
        if (alone || _frames.Count == 1) return ByteString.FromBytes(DequeueFrame());

        var gathered = new List<ArraySegment<byte>>(Math.Min(_frames.Count, MaxGathered));
        while (gathered.Count < MaxGathered && !IsEmpty) gathered.Add(DequeueFrame());
        return ByteString.FromBytes(gathered);
    }

    private byte[] DequeueFrame()
    {
        var frame = _frames.Dequeue();
        Waiting -= frame.Length;
        if (IsEmpty) _frames.TrimExcess(0);
        return frame;
    }

    private void UpdateMeter()
    {
        var change = Waiting - _metered;
        if (change is < MeterStep and > -MeterStep && (!IsEmpty || _metered == 0)) return;
        ServerMeter.Waiting.Add(change);
        _metered = Waiting;
    }
}
