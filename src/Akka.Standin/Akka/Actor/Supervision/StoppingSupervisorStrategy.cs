namespace Akka.Actor;

/// <summary>Names <see cref="SupervisorStrategy.StoppingStrategy"/> in a configuration.</summary>
public class StoppingSupervisorStrategy : SupervisorStrategyConfigurator
{
    public override SupervisorStrategy Create() => SupervisorStrategy.StoppingStrategy;
}
