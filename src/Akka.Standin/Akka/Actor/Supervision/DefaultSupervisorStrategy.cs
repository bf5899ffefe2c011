namespace Akka.Actor;

/// <summary>Names <see cref="SupervisorStrategy.DefaultStrategy"/> in a configuration.</summary>
public class DefaultSupervisorStrategy : SupervisorStrategyConfigurator
{
    public override SupervisorStrategy Create() => SupervisorStrategy.DefaultStrategy;
}
