using System.Buffers;
using System.Security.Cryptography;

namespace LanChat.Server.Files;

/// <summary>
/// An unfinished upload. The bytes received are in a file, so that the upload can be resumed, also
/// after a restart of the server. A lock allows one request at a time to write.
/// </summary>
internal sealed class Upload(string id, UploadMetadata metadata, string path, TimeProvider clock) : IDisposable
{
    private const int BufferSize = 256 * 1024;

    private IncrementalHash? _hash;
    private bool _isLocked;
    private bool _isDisposed;

    public string Id => id;

    public UploadMetadata Metadata => metadata;

    public string Path => path;

    /// <summary>When the last bytes were received.</summary>
    public DateTimeOffset Since { get; private set; } =
        File.Exists(path) ? File.GetLastWriteTimeUtc(path) : clock.GetUtcNow();

    /// <summary>Number of bytes received.</summary>
    public long Offset { get; private set; } = File.Exists(path) ? new FileInfo(path).Length : 0;

    public bool IsComplete => Offset == metadata.Size;

    /// <summary>
    /// Disk space reserved, in bytes: the full size while a request is writing, otherwise the bytes
    /// received so far. An announced but idle upload reserves nothing extra.
    /// </summary>
    public long ReservedSpace => Volatile.Read(ref _isLocked) ? metadata.Size : Offset;

    /// <summary>Acquires the lock for writing; returns false if another request holds it.</summary>
    public bool TryAcquire() => !Interlocked.Exchange(ref _isLocked, true);

    /// <summary>Releases the lock, unless the upload was removed.</summary>
    public void Release()
    {
        Since = clock.GetUtcNow();
        if (!_isDisposed) Volatile.Write(ref _isLocked, false);
    }

    /// <summary>Appends a request's body; bytes received before a failure are kept.</summary>
    /// <exception cref="InvalidDataException">The body exceeds the announced size.</exception>
    public async Task AppendAsync(Stream body, CancellationToken cancel)
    {
        _hash ??= await HashAsync(cancel);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        var filled = 0;
        await using var file = new FileStream(
            path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0, useAsync: true);
        file.Position = Offset;
        try
        {
            while (await body.ReadAsync(buffer.AsMemory(filled), cancel) is > 0 and var count)
            {
                filled += count;
                if (Offset + filled > metadata.Size) throw new InvalidDataException();
                if (filled == buffer.Length) filled = await WriteAsync(file, buffer.AsMemory());
            }
        }
        finally
        {
            if (Offset + filled <= metadata.Size) await WriteAsync(file, buffer.AsMemory(0, filled));
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Flushes the file to disk.</summary>
    /// <returns>The SHA-256 of the content in lower-case hexadecimal digits.</returns>
    public async Task<string> FinishAsync(CancellationToken cancel)
    {
        _hash ??= await HashAsync(cancel);
        using var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write);
        RandomAccess.FlushToDisk(file);
        return Convert.ToHexStringLower(_hash.GetCurrentHash());
    }

    /// <summary>Reads the first bytes, at most <paramref name="count"/>.</summary>
    public byte[] ReadBeginning(int count)
    {
        using var file = File.OpenHandle(path);
        var bytes = new byte[count];
        return bytes[..RandomAccess.Read(file, bytes, fileOffset: 0)];
    }

    public void Dispose()
    {
        _isDisposed = true;
        _hash?.Dispose();
    }

    private async Task<int> WriteAsync(FileStream file, ReadOnlyMemory<byte> piece)
    {
        await file.WriteAsync(piece, CancellationToken.None);
        _hash!.AppendData(piece.Span);
        Offset += piece.Length;
        return 0;
    }

    /// <summary>Hashes the bytes received before a restart of the server.</summary>
    private async Task<IncrementalHash> HashAsync(CancellationToken cancel)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (Offset == 0) return hash;
        var buffer = new byte[BufferSize];
        await using var file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, useAsync: true);
        while (await file.ReadAsync(buffer, cancel) is > 0 and var count) hash.AppendData(buffer, 0, count);
        return hash;
    }
}
