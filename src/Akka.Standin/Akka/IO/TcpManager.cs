using Akka.Actor;

namespace Akka.IO;

/// <summary>Starts an actor for every socket that is asked for.</summary>
internal sealed class TcpManager(TcpExt tcp) : ActorBase
{
    protected override SupervisorStrategy SupervisorStrategy() => Actor.SupervisorStrategy.StoppingStrategy;

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Tcp.Bind bind: Context.ActorOf(Props.Create(typeof(TcpListener), tcp, Sender, bind)); break;
            case Tcp.Connect connect: Context.ActorOf(Props.CreateRunningWhereTold(typeof(TcpOutgoingConnection), tcp, Sender, connect)); break;
            default: return false;
        }

        return true;
    }
}
