using System.Net.Sockets;
using Akka.IO;
using LanChat.Server.Settings;

namespace LanChat.Server.Sockets;

/// <summary>Sets TCP keep-alive on accepted connections.</summary>
internal sealed class KeepAlive(LivenessSettings settings) : Inet.SocketOption
{
    public override void AfterConnect(Socket s)
    {
        s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        s.SetSocketOption(
            SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, (int)settings.KeepAlive.TotalSeconds);
        s.SetSocketOption(
            SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, (int)settings.KeepAliveInterval.TotalSeconds);
        s.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, settings.KeepAliveCount);
    }
}
