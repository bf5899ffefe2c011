using System.Net.Sockets;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Settings;

namespace LanChat.Server.Control;

/// <summary>Sends commands to a running server.</summary>
internal static class ControlClient
{
    private const int Timeout = 10_000;

    /// <summary>
    /// Sends a command; returns the reply, or null if no server runs for these settings.
    /// </summary>
    /// <exception cref="UnauthorizedAccessException">The server is another user's.</exception>
    /// <exception cref="IOException">The server did not answer.</exception>
    public static RoomEvent? Send(ServerSettings settings, ControlRequest request)
    {
        if (ControlAddress.PathFor(settings) is not { } path || ControlAddress.EndPointOf(path) is not { } endPoint)
            return null;
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
        {
            ReceiveTimeout = Timeout,
            SendTimeout = Timeout,
        };
        try
        {
            socket.Connect(endPoint);
        }
        catch (SocketException denied) when (denied.SocketErrorCode == SocketError.AccessDenied)
        {
            throw new UnauthorizedAccessException(denied.Message, denied);
        }
        catch (SocketException)
        {
            return null;
        }

        using var stream = new NetworkStream(socket);
        stream.Write(request.ToLine());
        using var reply = new MemoryStream();
        stream.CopyTo(reply);
        return RichFrame.TryRead(reply.GetBuffer().AsMemory(0, (int)reply.Length), out var said)
            ? said
            : throw new IOException();
    }
}
