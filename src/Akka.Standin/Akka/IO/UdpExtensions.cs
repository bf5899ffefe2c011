using Akka.Actor;

namespace Akka.IO;

public static class UdpExtensions
{
    public static IActorRef Udp(this ActorSystem system) => IO.Udp.Manager(system);
}
