namespace LanChat.Server.Storage;

/// <summary>
/// Widens a time range: after a clock was set back, message times do not grow with message ids.
/// </summary>
internal static class ClockTolerance
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromHours(2);

    public static DateTime Later(DateTime moment) =>
        moment < DateTime.MaxValue - Tolerance ? moment + Tolerance : DateTime.MaxValue;

    public static DateTime Earlier(DateTime moment) =>
        moment > DateTime.MinValue + Tolerance ? moment - Tolerance : DateTime.MinValue;
}
