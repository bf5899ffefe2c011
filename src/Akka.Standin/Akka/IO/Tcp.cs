using Akka.Actor;

namespace Akka.IO;

/// <summary>
/// TCP by messages. Send <see cref="Bind"/> or <see cref="Connect"/> to the <see cref="Manager"/>; whoever answers
/// <see cref="Connected"/> is the connection, and wants to be told by <see cref="Register"/> who takes what comes in.
/// </summary>
public partial class Tcp : ExtensionIdProvider<TcpExt>
{
    public static readonly Tcp Instance = new();

    public static IActorRef Manager(ActorSystem system) => Instance.Apply(system).Manager;

    public override TcpExt CreateExtension(ExtendedActorSystem system) => new(system);

    public class Message : INoSerializationVerificationNeeded
    {
    }

    public abstract class Command : Message
    {
        /// <summary>What answers this command if it cannot be carried out.</summary>
        public CommandFailed FailureMessage => new(this);
    }

    public class Event : Message
    {
    }
}
