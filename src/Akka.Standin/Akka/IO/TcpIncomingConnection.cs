using System.Net.Sockets;

namespace Akka.IO;

/// <summary>A connection that a listener accepted.</summary>
internal sealed class TcpIncomingConnection(TcpExt tcp, Socket socket, Tcp.Bind bind) : TcpConnection(tcp, socket, bind.PullMode)
{
    protected override void PreStart()
    {
        Context.Watch(bind.Handler);
        Opened(bind.Handler, bind.Options);
    }
}
