using Akka.Configuration;
using Akka.TestKit;

namespace LanChat.TestKit;

/// <summary>A spec whose scheduler's time is advanced by hand.</summary>
public abstract class VirtualTimeSpec(string hocon = "") : Spec(ConfigurationFactory.ParseString(
    $"akka.scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\"\n{hocon}"))
{
    protected void Advance(TimeSpan time) => ((TestScheduler)Sys.Scheduler).Advance(time);

    protected void Advance(int milliseconds) => Advance(TimeSpan.FromMilliseconds(milliseconds));
}
