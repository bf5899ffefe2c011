using System.Net.Sockets;
using Akka.IO;

namespace LanChat.Server.Sockets;

/// <summary>
/// Keeps the process's last descriptors for what it must not go without: threads, files, its database. A connection that would take one of
/// them is cut off before an actor hears of it. The system gives away the lowest number first, so the number tells how many are taken.
/// </summary>
/// <param name="first">The first number of the reserve.</param>
/// <param name="refused">Told of everybody who is cut off.</param>
internal sealed class DescriptorReserve(int first, Action refused) : Inet.SocketOption
{
    /// <summary>The first number of the reserve, which may be set anew when it is known better.</summary>
    public int First { get; set; } = first;

    public override void AfterConnect(Socket s)
    {
        if (OperatingSystem.IsWindows() || s.Handle < First) return;
        s.LingerState = new LingerOption(true, 0);
        s.Dispose();
        refused();
    }
}
