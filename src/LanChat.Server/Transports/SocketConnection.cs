using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace LanChat.Server.Transports;

/// <summary>
/// An accepted socket as Kestrel's connection handlers and its TLS see it. Unlike Kestrel's own it can end its output
/// alone: the reason why somebody is closed reaches them although they still talk. It reads from the socket only when it
/// is read from, so a client that isn't heard fills nothing but the system's buffer, and it holds no buffer while nothing
/// comes.
/// </summary>
/// <param name="socket">Connected, and nobody else's from now on.</param>
/// <param name="pool">For what TLS has under way.</param>
/// <param name="sends">Where it is sent.</param>
internal sealed class SocketConnection(Socket socket, MemoryPool<byte> pool, PipeScheduler sends)
    : DefaultConnectionContext($"{Interlocked.Increment(ref _count)}"), IDuplexPipe, IMemoryPoolFeature
{
    // As much as a read of Akka.IO brings; for clients without line ends a read is a message.
    private const int ReadSize = 8192;

    private static readonly StreamPipeReaderOptions Reading = new(
        bufferSize: ReadSize, minimumReadSize: ReadSize / 2, useZeroByteReads: true);

    private static long _count;

    public MemoryPool<byte> MemoryPool => pool;

    public PipeReader Input { get; } = PipeReader.Create(new NetworkStream(socket, ownsSocket: false), Reading);

    /// <summary>What TLS writes to; without it <see cref="OutputFor"/> does.</summary>
    public PipeWriter Output => field ??= PipeWriter.Create(
        new NetworkStream(socket, ownsSocket: false), new StreamPipeWriterOptions(pool));

    /// <summary>Makes the connection ready for Kestrel.</summary>
    public SocketConnection Open()
    {
        (LocalEndPoint, RemoteEndPoint, Transport) = (socket.LocalEndPoint, socket.RemoteEndPoint, this);
        Features.Set<IMemoryPoolFeature>(this);
        return this;
    }

    /// <summary>What its handler writes to, which tells of it.</summary>
    public IConnectionOutput OutputFor(Action<Exception?> tell) => Features.Get<ISslStreamFeature>() is { } tls
        ? new TlsOutput(Transport.Output, tls.SslStream, this, tell)
        : new SharedOutput(socket, sends, tell);

    /// <summary>Ends the output; reading goes on.</summary>
    public void EndOutput() => socket.Shutdown(SocketShutdown.Send);

    /// <summary>Resets the connection, at once.</summary>
    public override void Abort(ConnectionAbortedException abortReason)
    {
        try
        {
            socket.LingerState = new LingerOption(true, 0);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // There is nobody to tell.
        }

        // The base would cancel its token later, by when it may be disposed; nothing here waits for that.
        socket.Dispose();
    }

    public override async ValueTask DisposeAsync()
    {
        await Input.CompleteAsync();
        socket.Dispose();
        await base.DisposeAsync();
    }
}
