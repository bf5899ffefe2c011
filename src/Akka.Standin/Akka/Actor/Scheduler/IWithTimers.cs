namespace Akka.Actor;

/// <summary>An actor that wants timers; they are set before its constructor runs.</summary>
public interface IWithTimers
{
    ITimerScheduler Timers { get; set; }
}
