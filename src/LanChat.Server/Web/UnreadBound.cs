using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LanChat.Server.Web;

/// <summary>
/// Has the system cut a connection whose other end takes nothing of what waits for it. Kestrel itself bounds the rate of a whole answer only, by which
/// whoever took the first megabytes may hold the rest for hours.
/// </summary>
internal static class UnreadBound
{
    // IPPROTO_TCP, and TCP_USER_TIMEOUT of Linux (tcp(7)): how long what was sent may not be acknowledged, or not be sent since nobody reads.
    private const int Tcp = 6;
    private const int UserTimeout = 18;

    // Elsewhere an answer has to be read as fast as that, in bytes a second.
    private const int SlowestReader = 4096;

    public static bool IsKnownToSystem => OperatingSystem.IsLinux();

    public static void Set(BaseConnectionContext connection, TimeSpan longest)
    {
        if (!IsKnownToSystem || connection.Features.Get<IConnectionSocketFeature>() is not { Socket: var socket }) return;
        try
        {
            socket.SetRawSocketOption(Tcp, UserTimeout, BitConverter.GetBytes((int)longest.TotalMilliseconds));
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // Closed already: it is cut.
        }
    }

    public static MinDataRate RateFor(TimeSpan longest) => new(SlowestReader, longest);
}
