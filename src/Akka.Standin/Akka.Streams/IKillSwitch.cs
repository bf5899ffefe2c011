namespace Akka.Streams;

/// <summary>Ends a stream from outside.</summary>
public interface IKillSwitch
{
    /// <summary>What is below it sees the end, what is above it is cancelled.</summary>
    void Shutdown();

    /// <summary>What is below it fails, what is above it is cancelled.</summary>
    void Abort(Exception cause);
}
