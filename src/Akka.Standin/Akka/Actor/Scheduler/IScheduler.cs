namespace Akka.Actor;

/// <summary>The clock of a system: everything that waits for time to pass asks it.</summary>
public interface IScheduler : ITellScheduler, ITimeProvider
{
    IAdvancedScheduler Advanced { get; }
}
