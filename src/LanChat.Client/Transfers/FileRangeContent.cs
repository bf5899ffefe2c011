using System.Net;

namespace LanChat.Client.Transfers;

/// <summary>
/// Request body: a file from an offset to the size it had when it was hashed; read while it is
/// sent.
/// </summary>
internal sealed class FileRangeContent(LocalFile local, long from, ProgressCounter progress) : HttpContent
{
    private const int BufferSize = 256 * 1024;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken)
    {
        if (local.Content is { } content)
        {
            await stream.WriteAsync(content[(int)from..], cancellationToken);
            progress.Done = local.Size;
            return;
        }

        var buffer = new byte[BufferSize];
        await using var file = new FileStream(
            local.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, useAsync: true);
        file.Position = from;
        for (var left = local.Size - from; left > 0;)
        {
            var count = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancellationToken);
            if (count == 0) throw new EndOfStreamException();
            await stream.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            left -= count;
            progress.Done = local.Size - left;
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = local.Size - from;
        return true;
    }
}
