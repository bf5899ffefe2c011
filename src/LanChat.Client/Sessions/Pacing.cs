using LanChat.Protocol;

namespace LanChat.Client.Sessions;

/// <summary>
/// Keeps what one connection says below what it may say: a room closes who is at the limit for
/// long. Half of what may be said at once, and four fifths of what may be said a second; the rest
/// is for names, pongs and a network that is late.
/// </summary>
/// <param name="pace">What may be said; null: there is no bound.</param>
internal sealed class Pacing(Pace? pace)
{
    /// <summary>
    /// How often <see cref="Tick"/> is to be called while <see cref="NeedsTicks"/>.
    /// </summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly double _most = MostOf(pace);
    private readonly double _perTick = pace is null ? 0 : pace.Rate * 0.8 * Interval.TotalSeconds;
    private double _left = MostOf(pace);

    public bool NeedsTicks => _left < _most;

    /// <summary>Whether one more may be said now.</summary>
    public bool TryTake()
    {
        if (_left < 1) return false;
        _left--;
        return true;
    }

    public void Tick() => _left = Math.Min(_most, _left + _perTick);

    private static double MostOf(Pace? pace) => pace is null ? double.PositiveInfinity : Math.Max(1, pace.Burst * 0.5);
}
