using System.Buffers;
using System.Net;
using System.Net.Sockets;
using Akka.IO;
using Microsoft.AspNetCore.Connections;

namespace LanChat.Server.Transports;

/// <summary>
/// Owns a dialect's listening socket. Closes connections that would use the reserved file
/// descriptors, before anything is allocated for them.
/// </summary>
internal sealed class SocketListener(
    Socket socket, IReadOnlyList<Inet.SocketOption> options, MemoryPool<byte> pool) : IConnectionListener
{
    // Without a free file descriptor each accept fails at once.
    private static readonly TimeSpan PauseWithoutDescriptors = TimeSpan.FromMilliseconds(100);

    private readonly SendQueue _sends = new();

    public EndPoint EndPoint { get; } = socket.LocalEndPoint!;

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            try
            {
                var accepted = await socket.AcceptAsync(cancellationToken);
                if (TryPrepare(accepted)) return new SocketConnection(accepted, pool, _sends).Open();
            }
            catch (Exception end) when (IsEnd(end))
            {
                return null;
            }
            catch (SocketException full) when (full.SocketErrorCode == SocketError.TooManyOpenSockets)
            {
                await Task.Delay(PauseWithoutDescriptors, cancellationToken);
            }
            catch (SocketException)
            {
                // Reset by its client before it was accepted.
            }
        }
    }

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        pool.Dispose();
        return ValueTask.CompletedTask;
    }

    private static bool IsEnd(Exception failure) =>
        failure is ObjectDisposedException or SocketException { SocketErrorCode: SocketError.OperationAborted };

    private bool TryPrepare(Socket accepted)
    {
        try
        {
            foreach (var option in options)
            {
                option.AfterConnect(accepted);
                if (accepted.SafeHandle.IsClosed) return false;
            }

            accepted.NoDelay = true;
            return true;
        }
        catch (SocketException)
        {
            accepted.Dispose();
            return false;
        }
    }
}
