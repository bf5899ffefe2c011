using Akka.Actor;

namespace LanChat.Server.Connections;

/// <summary>What a connection waits for; sent to itself when the time is up.</summary>
internal sealed record ConnectionTimer(string Name) : INoSerializationVerificationNeeded
{
    /// <summary>The client has not entered.</summary>
    public static readonly ConnectionTimer Greeting = new(nameof(Greeting));

    /// <summary>Nothing followed an unfinished request.</summary>
    public static readonly ConnectionTimer Quiet = new(nameof(Quiet));

    /// <summary>A delayed request has its token.</summary>
    public static readonly ConnectionTimer RateLimit = new(nameof(RateLimit));

    /// <summary>The next frame arrives apart from the last.</summary>
    public static readonly ConnectionTimer Spacing = new(nameof(Spacing));

    /// <summary>The client's liveness is checked.</summary>
    public static readonly ConnectionTimer Ping = new(nameof(Ping)) { IsPeriodic = true };

    /// <summary>The client has had enough time to read why it is disconnected.</summary>
    public static readonly ConnectionTimer Farewell = new(nameof(Farewell));

    /// <summary>Whether it goes on until it is stopped.</summary>
    public bool IsPeriodic { get; private init; }
}
