using System.Net.Sockets;
using Akka.Actor;

namespace Akka.IO;

/// <summary>
/// UDP by messages. Send <see cref="Bind"/> or <see cref="SimpleSender"/> to the <see cref="Manager"/>; whoever answers
/// takes <see cref="Send"/>.
/// </summary>
public partial class Udp : ExtensionIdProvider<UdpExt>
{
    public static readonly Udp Instance = new();

    public static IActorRef Manager(ActorSystem system) => Instance.Apply(system).Manager;

    public override UdpExt CreateExtension(ExtendedActorSystem system) => new(system);

    public abstract class Message : INoSerializationVerificationNeeded
    {
    }

    public abstract class Command : Message
    {
        /// <summary>What answers this command if it cannot be carried out.</summary>
        public object FailureMessage => new CommandFailed(this);
    }

    public abstract class Event : Message
    {
    }

    public sealed class SO : Inet.SoForwarders
    {
        /// <summary>Whether the socket may send to broadcast addresses.</summary>
        public sealed class Broadcast(bool on) : Inet.SocketOption
        {
            public bool On => on;

            public override void BeforeDatagramBind(Socket s) => s.EnableBroadcast = On;
        }
    }
}
