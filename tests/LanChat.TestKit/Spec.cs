using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit;

namespace LanChat.TestKit;

/// <summary>
/// An actor system without a log, whose expectations are patient, so that a busy machine fails
/// nothing; nothing waits as long when all is well.
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

    /// <summary>Returns when the actor has taken in all it was told before.</summary>
    protected void Settle(IActorRef actor)
    {
        var asker = CreateTestProbe();
        asker.Send(actor, new Identify(null));
        asker.ExpectMsg<ActorIdentity>();
    }

    /// <summary>
    /// The actor, which has taken in all it was told before, has told the probe nothing that was
    /// not expected yet.
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
