namespace LanChat.Rooms;

/// <summary>The time at which a request is handled.</summary>
/// <param name="Local">
/// The server's local time. A <see cref="DateTimeKind.Local"/> time is unambiguous even in the hour
/// that repeats when the clocks are set back.
/// </param>
/// <param name="Utc">The same time, UTC.</param>
public readonly record struct Timestamp(DateTime Local, DateTime Utc)
{
    /// <summary>The current time of a clock.</summary>
    public static Timestamp Now(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var utc = clock.GetUtcNow();
        var zone = clock.LocalTimeZone;
        var local = zone.Equals(TimeZoneInfo.Local)
            ? utc.LocalDateTime
            : TimeZoneInfo.ConvertTime(utc, zone).DateTime;
        return new Timestamp(local, utc.UtcDateTime);
    }
}
