namespace Akka.Streams;

/// <summary>The switch of one running stream.</summary>
public sealed class UniqueKillSwitch : IKillSwitch
{
    private readonly TaskCompletionSource _pulled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal UniqueKillSwitch()
    {
    }

    internal Task Pulled => _pulled.Task;

    public void Shutdown() => _pulled.TrySetResult();

    public void Abort(Exception cause) => _pulled.TrySetException(cause);
}
