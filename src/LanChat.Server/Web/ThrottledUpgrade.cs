using LanChat.Server.Connections;
using LanChat.Server.Settings;
using Microsoft.AspNetCore.Http.Features;

namespace LanChat.Server.Web;

/// <summary>
/// Rate-limits small reads of a WebSocket: the framework handles pings and empty messages before
/// our rate limiter sees them. A WebSocket reads frame headers in small pieces; the content of
/// large frames is not limited.
/// </summary>
internal sealed class ThrottledUpgrade(IHttpUpgradeFeature upgrade, FloodSettings settings) : IHttpUpgradeFeature
{
    // A line takes a read for its header and one for its content; pings and pongs come on top.
    private const int ReadsPerLine = 4;

    public bool IsUpgradableRequest => upgrade.IsUpgradableRequest;

    public async Task<Stream> UpgradeAsync() =>
        new ThrottledStream(
            await upgrade.UpgradeAsync(),
            new TokenBucket(settings.Burst * ReadsPerLine, settings.Rate * ReadsPerLine, TimeProvider.System));

    private sealed class ThrottledStream(Stream stream, TokenBucket bucket) : Stream
    {
        // Covers the reads of a frame's header and of a ping's content.
        private const int SmallRead = 256;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            buffer.Length <= SmallRead && bucket.Acquire() is var wait && wait > TimeSpan.Zero
                ? ReadLaterAsync(buffer, wait, cancellationToken)
                : stream.ReadAsync(buffer, cancellationToken);

        public override ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            stream.WriteAsync(buffer, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => stream.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override ValueTask DisposeAsync() => stream.DisposeAsync();

        protected override void Dispose(bool disposing)
        {
            if (disposing) stream.Dispose();
        }

        private async ValueTask<int> ReadLaterAsync(Memory<byte> buffer, TimeSpan wait, CancellationToken cancel)
        {
            await Task.Delay(wait, cancel);
            return await stream.ReadAsync(buffer, cancel);
        }
    }
}
