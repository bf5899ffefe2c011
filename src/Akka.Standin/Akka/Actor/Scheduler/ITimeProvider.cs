namespace Akka.Actor;

/// <summary>What time it is.</summary>
public interface ITimeProvider
{
    DateTimeOffset Now { get; }

    /// <summary>Since some moment in the past; never goes back.</summary>
    TimeSpan MonotonicClock { get; }

    TimeSpan HighResMonotonicClock { get; }
}
