using System.Buffers;
using System.Security.Cryptography;

namespace LanChat.Server.Files;

/// <summary>
/// A file on its way: as much of it as has come is in a file of its own, and can be added to after a break, or after a restart of the server.
/// One request at a time adds to it.
/// </summary>
internal sealed class Upload(string id, UploadPlan plan, string path, TimeProvider clock) : IDisposable
{
    private const int BufferSize = 256 * 1024;

    private IncrementalHash? _hash;
    private bool _isTaken;
    private bool _isOver;

    public string Id => id;

    public UploadPlan Plan => plan;

    public string Path => path;

    /// <summary>When something of it came last.</summary>
    public DateTimeOffset Since { get; private set; } = File.Exists(path) ? File.GetLastWriteTimeUtc(path) : clock.GetUtcNow();

    /// <summary>How many of its bytes have come.</summary>
    public long Offset { get; private set; } = File.Exists(path) ? new FileInfo(path).Length : 0;

    public bool IsComplete => Offset == plan.Size;

    /// <summary>How many bytes of space it needs: all of its own while something comes, and otherwise what has come. Who only announces a file takes it from nobody.</summary>
    public long Needs => Volatile.Read(ref _isTaken) ? plan.Size : Offset;

    /// <summary>Makes whoever asks the only one who may add to it; false when somebody is.</summary>
    public bool TryTake() => !Interlocked.Exchange(ref _isTaken, true);

    /// <summary>Others may add to it again, unless it is over.</summary>
    public void GiveBack()
    {
        Since = clock.GetUtcNow();
        if (!_isOver) Volatile.Write(ref _isTaken, false);
    }

    /// <summary>Adds what comes, as far as it comes; what was added before it broke off stays.</summary>
    /// <exception cref="InvalidDataException">More comes than was announced.</exception>
    public async Task AppendAsync(Stream body, CancellationToken cancel)
    {
        _hash ??= await HashAsync(cancel);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        var filled = 0;
        await using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0, useAsync: true);
        file.Position = Offset;
        try
        {
            while (await body.ReadAsync(buffer.AsMemory(filled), cancel) is > 0 and var count)
            {
                filled += count;
                if (Offset + filled > plan.Size) throw new InvalidDataException();
                if (filled == buffer.Length) filled = await WriteAsync(file, buffer.AsMemory());
            }
        }
        finally
        {
            if (Offset + filled <= plan.Size) await WriteAsync(file, buffer.AsMemory(0, filled));
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Puts what came on the disk for good.</summary>
    /// <returns>Its SHA-256 in lower-case hexadecimal digits.</returns>
    public async Task<string> FinishAsync(CancellationToken cancel)
    {
        _hash ??= await HashAsync(cancel);
        using var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write);
        RandomAccess.FlushToDisk(file);
        return Convert.ToHexStringLower(_hash.GetCurrentHash());
    }

    /// <summary>Its first bytes, up to so many.</summary>
    public byte[] Beginning(int most)
    {
        using var file = File.OpenHandle(path);
        var read = new byte[most];
        return read[..RandomAccess.Read(file, read, fileOffset: 0)];
    }

    public void Dispose()
    {
        _isOver = true;
        _hash?.Dispose();
    }

    private async Task<int> WriteAsync(FileStream file, ReadOnlyMemory<byte> piece)
    {
        await file.WriteAsync(piece, CancellationToken.None);
        _hash!.AppendData(piece.Span);
        Offset += piece.Length;
        return 0;
    }

    /// <summary>Of what came before this server was started.</summary>
    private async Task<IncrementalHash> HashAsync(CancellationToken cancel)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (Offset == 0) return hash;
        var buffer = new byte[BufferSize];
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, useAsync: true);
        while (await file.ReadAsync(buffer, cancel) is > 0 and var count) hash.AppendData(buffer, 0, count);
        return hash;
    }
}
