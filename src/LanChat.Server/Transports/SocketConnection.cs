using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace LanChat.Server.Transports;

/// <summary>
/// An accepted socket as Kestrel's connection handlers and TLS see it. Unlike Kestrel's own it can
/// shut down its sending side alone, so that a client which still sends gets the reason for the
/// disconnect. It reads from the socket only on demand: a paused client fills only the operating
/// system's receive buffer. An idle connection holds no buffer.
/// </summary>
/// <param name="socket">The connected socket, owned by this object.</param>
/// <param name="pool">Buffers for TLS.</param>
/// <param name="sends">Runs the sends.</param>
internal sealed class SocketConnection(Socket socket, MemoryPool<byte> pool, PipeScheduler sends)
    : DefaultConnectionContext($"{Interlocked.Increment(ref _count)}"), IDuplexPipe, IMemoryPoolFeature
{
    // The size of Akka.IO's reads. For clients without line ends, one read is one message.
    private const int ReadSize = 8192;

    private static readonly StreamPipeReaderOptions Reading = new(
        bufferSize: ReadSize, minimumReadSize: ReadSize / 2, useZeroByteReads: true);

    private static long _count;

    public MemoryPool<byte> MemoryPool => pool;

    public PipeReader Input { get; } = PipeReader.Create(new NetworkStream(socket, ownsSocket: false), Reading);

    /// <summary>The output of TLS; plain connections use <see cref="OutputFor"/>.</summary>
    public PipeWriter Output => field ??= PipeWriter.Create(
        new NetworkStream(socket, ownsSocket: false), new StreamPipeWriterOptions(pool));

    /// <summary>Sets what Kestrel requires of a connection.</summary>
    public SocketConnection Open()
    {
        (LocalEndPoint, RemoteEndPoint, Transport) = (socket.LocalEndPoint, socket.RemoteEndPoint, this);
        Features.Set<IMemoryPoolFeature>(this);
        return this;
    }

    /// <summary>Makes the output of the connection's handler.</summary>
    public IConnectionOutput OutputFor(Action<Exception?> tell) => Features.Get<ISslStreamFeature>() is { } tls
        ? new TlsOutput(Transport.Output, tls.SslStream, this, tell)
        : new SharedOutput(socket, sends, tell);

    /// <summary>Shuts down the sending side; reading goes on.</summary>
    public void EndOutput() => socket.Shutdown(SocketShutdown.Send);

    /// <summary>Resets the connection.</summary>
    public override void Abort(ConnectionAbortedException abortReason)
    {
        try
        {
            socket.LingerState = new LingerOption(true, 0);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // Closed already.
        }

        // Not base.Abort: it cancels a token later, which may be disposed by then.
        socket.Dispose();
    }

    public override async ValueTask DisposeAsync()
    {
        await Input.CompleteAsync();
        socket.Dispose();
        await base.DisposeAsync();
    }
}
