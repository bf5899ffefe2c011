namespace LanChat.Rooms;

/// <summary>What the clock says when a request is handled.</summary>
/// <param name="Local">
/// The server's local time. As a <see cref="DateTimeKind.Local"/> time it knows which of the two it
/// is in an hour that comes twice.
/// </param>
/// <param name="Utc">The same moment, UTC.</param>
public readonly record struct Moment(DateTime Local, DateTime Utc)
{
    /// <summary>The present moment of a clock.</summary>
    public static Moment Of(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var utc = clock.GetUtcNow();
        var zone = clock.LocalTimeZone;
        var local = zone.Equals(TimeZoneInfo.Local)
            ? utc.LocalDateTime
            : TimeZoneInfo.ConvertTime(utc, zone).DateTime;
        return new Moment(local, utc.UtcDateTime);
    }
}
