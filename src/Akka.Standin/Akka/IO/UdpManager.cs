using Akka.Actor;

namespace Akka.IO;

/// <summary>Starts an actor for every datagram socket that is asked for.</summary>
internal sealed class UdpManager(UdpExt udp) : ActorBase
{
    protected override SupervisorStrategy SupervisorStrategy() => Actor.SupervisorStrategy.StoppingStrategy;

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Udp.Bind bind: Context.ActorOf(Props.CreateRunningWhereTold(typeof(UdpListener), udp, Sender, bind)); break;
            case Udp.SimpleSender sender: Context.ActorOf(Props.CreateRunningWhereTold(typeof(UdpSender), Sender, sender)); break;
            default: return false;
        }

        return true;
    }
}
