using LanChat.Protocol.Dialects.Native;

namespace LanChat.Client.Sessions;

/// <summary>
/// The pings and pongs of one connection: answers the server's pings, and measures the latency by
/// our own.
/// </summary>
/// <param name="clock">Measures how long pongs take.</param>
internal sealed class Pings(TimeProvider clock)
{
    private readonly RoundTrip _roundTrip = new(clock);
    private long? _received;
    private bool _isDue;
    private TimeSpan? _latency;

    /// <summary>The server sent a ping of this number: the answer to it is written next.</summary>
    public void Receive(long number) => _received = number;

    /// <summary>A ping is written next.</summary>
    public void Measure() => _isDue = true;

    /// <summary>The server sent a pong of this number.</summary>
    public void End(long number) => _latency = _roundTrip.End(number) ?? _latency;

    /// <summary>The pong, then the ping, to be written now; null when neither is due.</summary>
    public byte[]? TakeForWriting()
    {
        if (_received is { } number)
        {
            _received = null;
            return RichRequest.Pong(number);
        }

        if (!_isDue) return null;
        _isDue = false;
        return RichRequest.Ping(_roundTrip.Begin());
    }

    /// <summary>How long the answer to a ping took, once.</summary>
    public TimeSpan? TakeLatency()
    {
        var latency = _latency;
        _latency = null;
        return latency;
    }
}
