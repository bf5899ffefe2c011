using Akka.Actor;
using Akka.Configuration;

namespace Akka.Contract.Tests;

/// <summary>
/// What LanChat relies on in Akka.NET: each derived class covers one topic. Logs are off and
/// timeouts long, so that a busy machine fails no test.
/// </summary>
public abstract class Spec(Config config) : global::Akka.TestKit.Xunit2.TestKit(config.WithFallback(Quiet))
{
    private static readonly Config Quiet = ConfigurationFactory.ParseString("""
        akka.loglevel = OFF
        akka.stdout-loglevel = OFF
        akka.test.single-expect-default = 20s
        akka.test.default-timeout = 20s
        """);

    /// <summary>The timeout of every wait.</summary>
    protected static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    /// <summary>How long a test waits before it concludes that no message comes.</summary>
    protected static readonly TimeSpan ShortWait = TimeSpan.FromMilliseconds(100);

    protected Spec()
        : this(ConfigurationFactory.Empty)
    {
    }

    protected Spec(string hocon)
        : this(ConfigurationFactory.ParseString(hocon))
    {
    }

    /// <summary>Waits until the actor has handled all earlier messages.</summary>
    protected void Settle(IActorRef actor)
    {
        var asker = CreateTestProbe();
        asker.Send(actor, new Identify(null));
        asker.ExpectMsg<ActorIdentity>();
    }

    /// <summary>Asserts that the probe has received nothing but what was expected before.</summary>
    protected static void ExpectSilence(global::Akka.TestKit.TestProbe probe)
    {
        probe.Ref.Tell("silence", ActorRefs.NoSender);
        probe.ExpectMsg("silence");
    }
}
