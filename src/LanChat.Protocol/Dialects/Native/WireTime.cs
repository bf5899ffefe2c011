using System.Globalization;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>Times on the wire: local time of the server, to the second.</summary>
public static class WireTime
{
    private const string Format = "yyyy-MM-dd HH:mm:ss";

    /// <summary>
    /// How many minutes times of a zone are ahead of UTC, but for those at which its clocks are set
    /// otherwise.
    /// </summary>
    public static int ZoneOf(TimeZoneInfo zone) => (int)zone.BaseUtcOffset.TotalMinutes;

    /// <summary>
    /// How many minutes a time is ahead of UTC, where that is not
    /// <see cref="ZoneOf(TimeZoneInfo)"/>.
    /// </summary>
    public static int? ZoneOf(DateTimeOffset time, TimeZoneInfo zone) =>
        time.Offset == zone.BaseUtcOffset ? null : (int)time.Offset.TotalMinutes;

    /// <summary>
    /// The same of a time of this computer; null where it is not known to be one.
    /// </summary>
    public static int? ZoneOf(DateTime time) =>
        time.Kind == DateTimeKind.Local ? ZoneOf(new DateTimeOffset(time), TimeZoneInfo.Local) : null;

    internal static string Write(DateTime time) => time.ToString(Format, CultureInfo.InvariantCulture);

    internal static bool TryRead(string? text, out DateTime time) =>
        DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
