using Akka.Actor;

namespace LanChat.Server.Connections;

/// <summary>A timeout of one connection, which the connection sends itself.</summary>
internal sealed record ConnectionTimer(string Name) : INoSerializationVerificationNeeded
{
    /// <summary>The client did not join in time.</summary>
    public static readonly ConnectionTimer Greeting = new(nameof(Greeting));

    /// <summary>No more bytes followed an incomplete request: it may be complete.</summary>
    public static readonly ConnectionTimer Quiet = new(nameof(Quiet));

    /// <summary>The token of a rate-limited request is available.</summary>
    public static readonly ConnectionTimer RateLimit = new(nameof(RateLimit));

    /// <summary>The pause between frames that must arrive separately is over.</summary>
    public static readonly ConnectionTimer Spacing = new(nameof(Spacing));

    /// <summary>Time to check the client's liveness.</summary>
    public static readonly ConnectionTimer Ping = new(nameof(Ping)) { IsPeriodic = true };

    /// <summary>The client did not close its side in time.</summary>
    public static readonly ConnectionTimer Farewell = new(nameof(Farewell));

    /// <summary>Whether the timer repeats until it is cancelled.</summary>
    public bool IsPeriodic { get; private init; }

    /// <summary>Starts the timer, or cancels it if the time is null.</summary>
    public void Set(ITimerScheduler timers, TimeSpan? after)
    {
        if (after is not { } time) timers.Cancel(Name);
        else if (IsPeriodic) timers.StartPeriodicTimer(Name, this, time);
        else timers.StartSingleTimer(Name, this, time);
    }
}
