using LanChat.Protocol.Dialects.Native;

namespace LanChat.Client.Sessions;

/// <summary>
/// Pings of one connection: answers those of the server, and measures the latency by the client's
/// own.
/// </summary>
/// <param name="clock">Measures the latency.</param>
internal sealed class Pings(TimeProvider clock)
{
    private readonly LatencyMeter _meter = new(clock);
    private long? _pingToAnswer;
    private bool _isDue;
    private TimeSpan? _latency;

    /// <summary>Writes the pong for a ping of the server next.</summary>
    public void HandlePing(long number) => _pingToAnswer = number;

    /// <summary>Writes a ping next.</summary>
    public void SchedulePing() => _isDue = true;

    /// <summary>Ends the measurement if this pong answers the last ping.</summary>
    public void HandlePong(long number) => _latency = _meter.End(number) ?? _latency;

    /// <summary>Dequeues a pong or else a ping; null if neither is due.</summary>
    public byte[]? DequeueBytes()
    {
        if (_pingToAnswer is { } number)
        {
            _pingToAnswer = null;
            return RichRequest.Pong(number);
        }

        if (!_isDue) return null;
        _isDue = false;
        return RichRequest.Ping(_meter.Begin());
    }

    /// <summary>The measured latency; null until the next measurement.</summary>
    public TimeSpan? ConsumeLatency()
    {
        var latency = _latency;
        _latency = null;
        return latency;
    }
}
