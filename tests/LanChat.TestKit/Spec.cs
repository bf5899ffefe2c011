using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit;

namespace LanChat.TestKit;

/// <summary>
/// An actor system without a log and with long timeouts, so that a busy machine fails no test.
/// </summary>
public abstract class Spec(Config config) : Akka.TestKit.Xunit2.TestKit(config.WithFallback(Quiet))
{
    private static readonly Config Quiet = ConfigurationFactory.ParseString("""
        akka.loggers = []
        akka.loglevel = WARNING
        akka.stdout-loglevel = OFF
        akka.test.single-expect-default = 20s
        akka.test.default-timeout = 20s
        """);

    protected Spec()
        : this(ConfigurationFactory.Empty)
    {
    }

    /// <summary>Waits until the actor has handled all earlier messages.</summary>
    protected void Settle(IActorRef actor)
    {
        var asker = CreateTestProbe();
        asker.Send(actor, new Identify(null));
        asker.ExpectMsg<ActorIdentity>();
    }

    /// <summary>
    /// Asserts that the actor, once it has handled all earlier messages, has sent the probe nothing
    /// but what was expected before.
    /// </summary>
    protected void ExpectSilence(TestProbe probe, IActorRef actor)
    {
        Settle(actor);
        probe.Ref.Tell(End.Instance, ActorRefs.NoSender);
        probe.ExpectMsg<End>();
    }

    private sealed record End
    {
        public static readonly End Instance = new();
    }
}
