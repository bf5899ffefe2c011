namespace Akka.Actor;

/// <summary>What a scheduler can do besides telling.</summary>
public interface IAdvancedScheduler : IActionScheduler;
