using Akka.Configuration;

namespace Akka.Contract.Tests;

/// <summary>
/// What LanChat relies on in Akka.NET: every class derived from this states one topic of its documentation.
/// Logs are silent and expectations patient, so that a busy machine fails nothing; nothing waits as long when all is well.
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

    protected Spec()
        : this(ConfigurationFactory.Empty)
    {
    }

    protected Spec(string hocon)
        : this(ConfigurationFactory.ParseString(hocon))
    {
    }
}
