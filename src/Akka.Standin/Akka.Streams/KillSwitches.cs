using Akka.Streams.Dsl;
using Akka.Streams.Implementation;

namespace Akka.Streams;

/// <summary>Stages that let everything pass until they are told to end the stream.</summary>
public static class KillSwitches
{
    /// <summary>Each time the stream is run it gets a switch of its own.</summary>
    public static Flow<T, T, UniqueKillSwitch> Single<T>() => new(upstream =>
    {
        var killSwitch = new UniqueKillSwitch();
        return (Stages.Until(upstream, killSwitch.Pulled), killSwitch);
    });
}
