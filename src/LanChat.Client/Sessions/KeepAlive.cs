using System.Net.Sockets;
using Akka.IO;

namespace LanChat.Client.Sessions;

/// <summary>
/// Turns TCP keep-alive on, so that a dead connection is noticed although nothing is sent.
/// </summary>
internal sealed class KeepAlive : Inet.SocketOption
{
    private const int SecondsOfSilence = 60;
    private const int SecondsBetween = 10;
    private const int Attempts = 3;

    public override void AfterConnect(Socket s)
    {
        s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        s.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, SecondsOfSilence);
        s.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, SecondsBetween);
        s.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, Attempts);
    }
}
