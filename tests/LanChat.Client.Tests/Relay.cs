using Akka.Actor;

namespace LanChat.Client.Tests;

/// <summary>
/// Replaces a child of the actor under test. Reports its start and end to the probe, forwards
/// messages to it, and forwards the probe's messages to the parent.
/// </summary>
internal sealed class Relay : UntypedActor
{
    /// <summary>The relay has started.</summary>
    public sealed record Started(IActorRef Relay);

    /// <summary>The relay has stopped.</summary>
    public sealed record Stopped(IActorRef Relay);

    /// <summary>Sends a last message and stops.</summary>
    public sealed record Finish(object LastMessage);

    private readonly IActorRef _probe;

    public Relay(IActorRef probe) => _probe = probe;

    public static Props Props(IActorRef probe) => Akka.Actor.Props.Create(() => new Relay(probe));

    protected override void PreStart() => _probe.Tell(new Started(Self));

    protected override void PostStop() => _probe.Tell(new Stopped(Self));

    protected override void OnReceive(object message)
    {
        if (message is Finish finish)
        {
            Context.Parent.Tell(finish.LastMessage);
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
