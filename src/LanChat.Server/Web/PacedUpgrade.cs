using LanChat.Server.Connections;
using LanChat.Server.Settings;
using Microsoft.AspNetCore.Http.Features;

namespace LanChat.Server.Web;

/// <summary>
/// Upgrades to a stream that brings only so many small pieces a second: pings, and messages without content, are answered or passed over before
/// anybody counts them. A WebSocket asks for small pieces when it looks for a frame; the content of a large one goes by unhindered.
/// </summary>
internal sealed class PacedUpgrade(IHttpUpgradeFeature upgrade, FloodSettings settings) : IHttpUpgradeFeature
{
    // A line may need a read for its frame and one for its rest; a ping and a pong now and then come on top.
    private const int ReadsPerLine = 4;

    public bool IsUpgradableRequest => upgrade.IsUpgradableRequest;

    public async Task<Stream> UpgradeAsync() =>
        new Paced(await upgrade.UpgradeAsync(), new TokenBucket(settings.Burst * ReadsPerLine, settings.Rate * ReadsPerLine, TimeProvider.System));

    private sealed class Paced(Stream stream, TokenBucket pace) : Stream
    {
        // A frame's header and the content of a ping, of which a WebSocket asks for no more at once.
        private const int Small = 256;

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
            buffer.Length <= Small && pace.Acquire() is var wait && wait > TimeSpan.Zero
                ? ReadLaterAsync(buffer, wait, cancellationToken)
                : stream.ReadAsync(buffer, cancellationToken);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => stream.WriteAsync(buffer, cancellationToken);

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
