using Akka.Actor;

namespace Akka.IO;

/// <summary>The UDP of one actor system.</summary>
public class UdpExt : IOExtension
{
    public UdpExt(ExtendedActorSystem system)
    {
        BufferSize = system.Settings.Config.GetInt("akka.io.udp.disabled-buffer-pool.buffer-size", 512);
        Manager = system.SystemActorOf(Props.Create(() => new UdpManager(this)), "IO-UDP-FF");
    }

    public override IActorRef Manager { get; }

    internal int BufferSize { get; }
}
