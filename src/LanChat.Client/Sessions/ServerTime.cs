using LanChat.Protocol;

namespace LanChat.Client.Sessions;

/// <summary>Conversion between the server's time zone and the local one.</summary>
internal static class ServerTime
{
    /// <summary>
    /// Converts a message to local time. Its time stays as it is if the server's zone is unknown.
    /// </summary>
    /// <param name="message">A message with the server's time.</param>
    /// <param name="zone">Server's offset from UTC in minutes, for messages without one.</param>
    /// <param name="localZone">The local zone; null for the system's.</param>
    public static ChatMessage ToLocal(ChatMessage message, int? zone, TimeZoneInfo? localZone = null)
    {
        if ((message.Zone ?? zone) is not { } minutes) return message;
        var time = TimeZoneInfo.ConvertTime(
            new DateTimeOffset(message.Time, TimeSpan.FromMinutes(minutes)), localZone ?? TimeZoneInfo.Local);
        return message with { Time = time.DateTime, Zone = (int)time.Offset.TotalMinutes };
    }

    /// <summary>
    /// Converts a local time to the server's zone. Within one zone the time stays as it is, also
    /// across a change to or from summer time.
    /// </summary>
    public static DateTime? FromLocal(DateTime? moment, int? zone, TimeZoneInfo? localZone = null)
    {
        var readerZone = localZone ?? TimeZoneInfo.Local;
        if (moment is not { } local || zone is not { } minutes) return moment;
        if (readerZone.BaseUtcOffset == TimeSpan.FromMinutes(minutes) || readerZone.IsInvalidTime(local)) return moment;
        return TimeZoneInfo.ConvertTimeToUtc(local, readerZone).AddMinutes(minutes);
    }
}
