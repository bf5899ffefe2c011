using Akka.Actor;

namespace Akka.IO;

public static class TcpExtensions
{
    public static IActorRef Tcp(this ActorSystem system) => IO.Tcp.Manager(system);
}
