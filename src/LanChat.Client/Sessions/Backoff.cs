using LanChat.Client.Settings;

namespace LanChat.Client.Sessions;

/// <summary>
/// Pauses that grow: each is twice the one before, up to the longest, and then a little shorter at
/// random, so that all who lost the same room do not come back in the same moment.
/// </summary>
internal sealed class Backoff(ReconnectSettings settings, Random random)
{
    private const double LeastPart = 0.8;
    private TimeSpan _next = Shorter(settings.First, settings.Longest);

    public TimeSpan Next()
    {
        var pause = _next * (LeastPart + ((1 - LeastPart) * random.NextDouble()));
        _next = Shorter(_next * 2, settings.Longest);
        return pause;
    }

    /// <summary>All is well again.</summary>
    public void Reset() => _next = Shorter(settings.First, settings.Longest);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
