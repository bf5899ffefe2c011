using System.Net.Sockets;
using Akka.IO;

namespace LanChat.Server.Sockets;

/// <summary>
/// Reserves the process's last file descriptors for threads, files and the database: resets an
/// accepted connection that got one of them, before an actor knows of it. The system assigns the
/// lowest free number, so a descriptor's number shows how many are in use.
/// </summary>
/// <param name="first">The first reserved number.</param>
/// <param name="refused">Called for each connection reset.</param>
internal sealed class FileDescriptorReserve(int first, Action refused) : Inet.SocketOption
{
    /// <summary>The first reserved number; set again once all listeners are bound.</summary>
    public int First { get; set; } = first;

    public override void AfterConnect(Socket s)
    {
        if (OperatingSystem.IsWindows() || s.Handle < First) return;
        s.LingerState = new LingerOption(true, 0);
        s.Dispose();
        refused();
    }
}
