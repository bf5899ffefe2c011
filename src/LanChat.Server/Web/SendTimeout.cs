using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LanChat.Server.Web;

/// <summary>
/// Has the operating system close a connection whose client reads nothing for too long. Kestrel
/// only limits the average rate of a response: after some megabytes a client may stop for hours.
/// </summary>
internal static class SendTimeout
{
    // IPPROTO_TCP and Linux's TCP_USER_TIMEOUT (tcp(7)): maximum time that data stays
    // unacknowledged, or unsent because the peer's window is closed.
    private const int Tcp = 6;
    private const int UserTimeout = 18;

    // The minimum rate of a response on other systems, in bytes per second.
    private const int MinRate = 4096;

    public static bool IsSupported => OperatingSystem.IsLinux();

    public static void Set(BaseConnectionContext connection, TimeSpan timeout)
    {
        if (!IsSupported) return;
        if (connection.Features.Get<IConnectionSocketFeature>() is not { Socket: var socket }) return;
        try
        {
            socket.SetRawSocketOption(Tcp, UserTimeout, BitConverter.GetBytes((int)timeout.TotalMilliseconds));
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // Closed already.
        }
    }

    /// <summary>The substitute where the timeout is not supported.</summary>
    public static MinDataRate RateFor(TimeSpan timeout) => new(MinRate, timeout);
}
