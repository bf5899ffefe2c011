using LanChat.Client.Settings;

namespace LanChat.Client.Sessions;

/// <summary>
/// Growing pauses between connection attempts: each is twice the previous one, up to a maximum. Up
/// to a fifth is taken off at random, so that clients which lost the same room do not reconnect at
/// the same moment.
/// </summary>
internal sealed class Backoff(ReconnectSettings settings, Random random)
{
    private const double MinFactor = 0.8;
    private TimeSpan _next = Min(settings.First, settings.Longest);

    public TimeSpan Next()
    {
        var pause = _next * (MinFactor + ((1 - MinFactor) * random.NextDouble()));
        _next = Min(_next * 2, settings.Longest);
        return pause;
    }

    /// <summary>Starts again at the first pause, after a successful connection.</summary>
    public void Reset() => _next = Min(settings.First, settings.Longest);

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
