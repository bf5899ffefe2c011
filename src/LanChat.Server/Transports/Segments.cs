using System.Buffers;
using System.Net.Sockets;

namespace LanChat.Server.Transports;

/// <summary>
/// A list of buffers to send. A stream only because a <see cref="Akka.IO.ByteString"/> exposes its
/// buffers to nothing else. Keeps the buffers without a copy, so they must not change.
/// </summary>
internal sealed class Segments : Stream
{
    // A gathered send pins each buffer, which costs more than copying short ones; operating systems
    // accept at most 1024 buffers.
    private const int MinMeanSize = 2048;
    private const int MaxGathered = 512;
    private const int ChunkSize = 16 * 1024;
    private const int UsualCount = 16;

    private readonly List<ArraySegment<byte>> _all = new(0);

    /// <summary>Number of bytes.</summary>
    public int Size { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => Size;

    public override long Position
    {
        get => Size;
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        _all.Add(new ArraySegment<byte>(buffer, offset, count));
        Size += count;
    }

    /// <summary>Sends all buffers and clears the list.</summary>
    public async ValueTask SendAsync(Socket socket)
    {
        if (_all.Count == 1) await socket.SendAsync(_all[0].AsMemory());
        else if (Size / _all.Count >= MinMeanSize && _all.Count <= MaxGathered) await socket.SendAsync(_all);
        else await SendChunksAsync(socket);
        _all.Clear();
        if (_all.Capacity > UsualCount) _all.Capacity = 0;
        Size = 0;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async ValueTask SendChunksAsync(Socket socket)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        var filled = 0;
        try
        {
            foreach (var segment in _all)
            {
                for (var rest = segment; rest.Count > 0;)
                {
                    var part = rest[..Math.Min(rest.Count, chunk.Length - filled)];
                    part.CopyTo(chunk, filled);
                    filled += part.Count;
                    rest = rest[part.Count..];
                    if (filled < chunk.Length) continue;
                    await socket.SendAsync(chunk.AsMemory(0, filled));
                    filled = 0;
                }
            }

            if (filled > 0) await socket.SendAsync(chunk.AsMemory(0, filled));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }
}
