using System.Globalization;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>Times on the wire: local time of the server, to the second.</summary>
public static class WireTime
{
    private const string Format = "yyyy-MM-dd HH:mm:ss";

    /// <summary>
    /// Returns the standard UTC offset of a zone in minutes, without daylight saving.
    /// </summary>
    public static int ZoneOf(TimeZoneInfo zone) => (int)zone.BaseUtcOffset.TotalMinutes;

    /// <summary>
    /// Returns the UTC offset of a time in minutes; null if it is
    /// <see cref="ZoneOf(TimeZoneInfo)"/>.
    /// </summary>
    public static int? ZoneOf(DateTimeOffset time, TimeZoneInfo zone) =>
        time.Offset == zone.BaseUtcOffset ? null : (int)time.Offset.TotalMinutes;

    /// <summary>
    /// Returns the same for a local time of this computer; null for times of any other kind.
    /// </summary>
    public static int? ZoneOf(DateTime time) =>
        time.Kind == DateTimeKind.Local ? ZoneOf(new DateTimeOffset(time), TimeZoneInfo.Local) : null;

    internal static string Write(DateTime time) => time.ToString(Format, CultureInfo.InvariantCulture);

    internal static bool TryRead(string? text, out DateTime time) =>
        DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
