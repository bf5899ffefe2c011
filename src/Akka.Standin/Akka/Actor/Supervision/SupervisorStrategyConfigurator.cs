namespace Akka.Actor;

/// <summary>Makes the strategy that a configuration names.</summary>
public abstract class SupervisorStrategyConfigurator
{
    public abstract SupervisorStrategy Create();
}
