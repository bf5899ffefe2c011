using Akka.TestKit;

namespace Akka.Contract.Tests;

/// <summary>A spec whose scheduler's time passes only when it is told to.</summary>
public abstract class VirtualTimeSpec() : Spec("""akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit" """)
{
    protected void Advance(double seconds) => ((TestScheduler)Sys.Scheduler).Advance(TimeSpan.FromSeconds(seconds));
}
