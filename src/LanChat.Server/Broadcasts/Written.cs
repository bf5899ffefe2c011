using Akka.IO;

namespace LanChat.Server.Broadcasts;

/// <summary>The acknowledgement of a connection's write: the socket has taken it.</summary>
internal sealed class Written : Tcp.Event
{
    public static readonly Written Instance = new();

    private Written()
    {
    }
}
