using Akka.Actor;
using Akka.Configuration;

namespace Akka.Contract.Tests;

/// <summary>
/// What LanChat relies on in Akka.NET: every class derived from this states one topic of its
/// documentation. Logs are silent and expectations patient, so that a busy machine fails nothing;
/// nothing waits as long when all is well.
/// </summary>
public abstract class Spec(Config config) : global::Akka.TestKit.Xunit2.TestKit(config.WithFallback(Quiet))
{
    private static readonly Config Quiet = ConfigurationFactory.ParseString("""
        akka.loglevel = OFF
        akka.stdout-loglevel = OFF
        akka.test.single-expect-default = 20s
        akka.test.default-timeout = 20s
        """);

    /// <summary>How long anything may take before it has failed.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>How long a test listens before it says that nothing is told.</summary>
    protected static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    protected Spec()
        : this(ConfigurationFactory.Empty)
    {
    }

    protected Spec(string hocon)
        : this(ConfigurationFactory.ParseString(hocon))
    {
    }

    /// <summary>Returns when the actor has taken in all it was told before.</summary>
    protected void Settle(IActorRef actor)
    {
        var asker = CreateTestProbe();
        asker.Send(actor, new Identify(null));
        asker.ExpectMsg<ActorIdentity>();
    }

    /// <summary>Whatever was told to the probe before was expected.</summary>
    protected static void ExpectSilence(global::Akka.TestKit.TestProbe probe)
    {
        probe.Ref.Tell("silence", ActorRefs.NoSender);
        probe.ExpectMsg("silence");
    }
}
