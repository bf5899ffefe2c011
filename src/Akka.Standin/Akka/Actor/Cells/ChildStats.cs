namespace Akka.Actor;

/// <summary>A child and how often it was restarted.</summary>
internal sealed class ChildStats(LocalActorRef child)
{
    private int _restarts;
    private long _windowStart;

    public LocalActorRef Ref { get; } = child;

    public bool IsDying { get; set; }

    /// <summary>Counts a restart and says whether it is still within what the strategy allows.</summary>
    /// <param name="maxRetries">0 allows none, less than 0 any number.</param>
    /// <param name="window">In milliseconds; 0 or less means for good.</param>
    public bool MayRestart(int maxRetries, int window)
    {
        if (maxRetries == 0)
            return false;
        if (window <= 0)
            return maxRetries < 0 || ++_restarts <= maxRetries;

        var now = Environment.TickCount64;
        if (_restarts == 0 || now - _windowStart > window)
            (_restarts, _windowStart) = (0, now);
        return ++_restarts <= Math.Max(maxRetries, 1);
    }
}
