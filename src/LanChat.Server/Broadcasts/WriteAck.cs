using Akka.IO;

namespace LanChat.Server.Broadcasts;

/// <summary>Acknowledges a connection's write: the socket has taken it.</summary>
internal sealed class WriteAck : Tcp.Event
{
    public static readonly WriteAck Instance = new();

    private WriteAck()
    {
    }
}
