using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace LanChat.Server.Connections.Transports;

/// <summary>
/// An accepted socket as Kestrel's connection handlers and its TLS see it. Unlike Kestrel's own it can end its output alone:
/// the reason why somebody is closed reaches them although they still talk. It reads from the socket only when it is read from, so a
/// client that isn't heard fills nothing but the system's buffer.
/// </summary>
internal sealed class SocketConnection : DefaultConnectionContext, IDuplexPipe, IMemoryPoolFeature
{
    // As much as a read of Akka.IO brings; for clients without line ends a read is a message.
    private const int ReadSize = 8192;

    // More than that waits in the connection's own queue, where it is bounded and counted.
    private const int MostBuffered = 64 * 1024;

    private static readonly StreamPipeReaderOptions Reading = new(bufferSize: ReadSize, minimumReadSize: ReadSize / 2, useZeroByteReads: true);

    private static long _count;

    private readonly Socket _socket;
    private readonly Pipe _output;
    private readonly List<ArraySegment<byte>> _segments = new(0);

    public SocketConnection(Socket socket, MemoryPool<byte> pool, PipeScheduler sends)
        : base($"{Interlocked.Increment(ref _count)}")
    {
        (_socket, MemoryPool) = (socket, pool);
        (LocalEndPoint, RemoteEndPoint) = (socket.LocalEndPoint, socket.RemoteEndPoint);
        Features.Set<IMemoryPoolFeature>(this);
        _output = new Pipe(new PipeOptions(pool, sends, PipeScheduler.ThreadPool, MostBuffered, MostBuffered / 2, useSynchronizationContext: false));
        Input = PipeReader.Create(new NetworkStream(socket, ownsSocket: false), Reading);
        Transport = this;
        Sent = SendAsync();
    }

    public MemoryPool<byte> MemoryPool { get; }

    public PipeReader Input { get; }

    public PipeWriter Output => _output.Writer;

    /// <summary>Ends with the output: null once everything was sent, the end included, and otherwise why not.</summary>
    public Task<Exception?> Sent { get; }

    /// <summary>Ends the output once all of it is sent; reading goes on.</summary>
    public void EndOutput() => Output.Complete();

    /// <summary>Resets the connection, at once.</summary>
    public override void Abort(ConnectionAbortedException abortReason)
    {
        try
        {
            _socket.LingerState = new LingerOption(true, 0);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // There is nobody to tell.
        }

        // The token of the base is not cancelled: that is done later, by when it may be disposed, and nothing here waits for it.
        _socket.Dispose();
    }

    public override async ValueTask DisposeAsync()
    {
        await Output.CompleteAsync();
        await Sent;
        await Input.CompleteAsync();
        _socket.Dispose();
        await base.DisposeAsync();
    }

    private async Task<Exception?> SendAsync()
    {
        Exception? failure = null;
        try
        {
            while (true)
            {
                var read = await _output.Reader.ReadAsync();
                if (!read.Buffer.IsEmpty) await SendAsync(read.Buffer);
                _output.Reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted) break;
            }

            _socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException)
        {
            failure = broken;
        }

        await _output.Reader.CompleteAsync(failure);
        return failure;
    }

    private async ValueTask SendAsync(ReadOnlySequence<byte> buffer)
    {
        if (buffer.IsSingleSegment)
        {
            await _socket.SendAsync(buffer.First);
            return;
        }

        foreach (var part in buffer)
        {
            if (MemoryMarshal.TryGetArray(part, out var segment)) _segments.Add(segment);
        }

        await _socket.SendAsync(_segments);
        _segments.Clear();
    }
}
