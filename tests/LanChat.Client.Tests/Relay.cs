using Akka.Actor;

namespace LanChat.Client.Tests;

/// <summary>
/// Stands in for a child of the actor that is tested: the probe is told that it began, what it is
/// told, and that it ended; what the probe tells it, it tells its parent.
/// </summary>
internal sealed class Relay : UntypedActor
{
    /// <summary>It began.</summary>
    public sealed record Began(IActorRef Relay);

    /// <summary>It ended.</summary>
    public sealed record Over(IActorRef Relay);

    /// <summary>Tells it to end by itself.</summary>
    public sealed record Finish(object LastWord);

    private readonly IActorRef _probe;

    public Relay(IActorRef probe) => _probe = probe;

    public static Props Props(IActorRef probe) => Akka.Actor.Props.Create(() => new Relay(probe));

    protected override void PreStart() => _probe.Tell(new Began(Self));

    protected override void PostStop() => _probe.Tell(new Over(Self));

    protected override void OnReceive(object message)
    {
        if (message is Finish finish)
        {
            Context.Parent.Tell(finish.LastWord);
            Context.Stop(Self);
        }
        else if (Sender.Equals(_probe))
        {
            Context.Parent.Tell(message);
        }
        else
        {
            _probe.Tell(message, Self);
        }
    }
}
