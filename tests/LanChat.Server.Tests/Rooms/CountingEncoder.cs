using LanChat.Protocol;
using LanChat.Protocol.Dialects;

namespace LanChat.Server.Tests.Rooms;

/// <summary>Encodes each event as one byte, and counts its calls.</summary>
internal sealed class CountingEncoder(bool alone = false) : IEncoder
{
    private int _count;

    public int Count => _count;

    public bool FramesArriveAlone => alone;

    public IReadOnlyList<byte[]> Encode(IReadOnlyList<RoomEvent> events)
    {
        Interlocked.Increment(ref _count);
        return [.. events.Select(_ => new byte[1])];
    }
}
