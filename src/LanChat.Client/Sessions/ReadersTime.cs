using LanChat.Protocol;

namespace LanChat.Client.Sessions;

/// <summary>
/// Times as they are where this program runs: a room's are those of its server, which may be
/// elsewhere.
/// </summary>
internal static class ReadersTime
{
    /// <summary>
    /// The message with its time here, and how far that is ahead of UTC; as it is where nobody says
    /// how far its own is.
    /// </summary>
    /// <param name="message">With the server's time.</param>
    /// <param name="zone">
    /// How many minutes the server's time is ahead of UTC, where the message does not say.
    /// </param>
    /// <param name="here">Where it is read; null: here.</param>
    public static ChatMessage Of(ChatMessage message, int? zone, TimeZoneInfo? here = null)
    {
        if ((message.Zone ?? zone) is not { } minutes) return message;
        var time = TimeZoneInfo.ConvertTime(
            new DateTimeOffset(message.Time, TimeSpan.FromMinutes(minutes)), here ?? TimeZoneInfo.Local);
        return message with { Time = time.DateTime, Zone = (int)time.Offset.TotalMinutes };
    }

    /// <summary>
    /// A moment that somebody here means, as the server has it; where both are of one zone, it is
    /// the same, also in summer.
    /// </summary>
    public static DateTime? ForServer(DateTime? moment, int? zone, TimeZoneInfo? here = null)
    {
        var reader = here ?? TimeZoneInfo.Local;
        if (moment is not { } known || zone is not { } minutes || reader.BaseUtcOffset == TimeSpan.FromMinutes(minutes)
            || reader.IsInvalidTime(known)) return moment;
        return TimeZoneInfo.ConvertTimeToUtc(known, reader).AddMinutes(minutes);
    }
}
