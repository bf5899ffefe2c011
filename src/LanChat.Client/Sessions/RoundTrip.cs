namespace LanChat.Client.Sessions;

/// <summary>
/// How long the server takes to answer a ping: one at a time, and a pong of another number counts
/// for nothing.
/// </summary>
internal sealed class RoundTrip(TimeProvider clock)
{
    private long _number;
    private long? _since;

    /// <summary>A ping goes out now, of this number.</summary>
    public long Begin()
    {
        _since = clock.GetTimestamp();
        return ++_number;
    }

    /// <summary>A pong came; how long it took, if it answers the ping.</summary>
    public TimeSpan? End(long number)
    {
        if (number != _number || _since is not { } since) return null;
        _since = null;
        return clock.GetElapsedTime(since);
    }
}
