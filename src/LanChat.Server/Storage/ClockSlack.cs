namespace LanChat.Server.Storage;

/// <summary>
/// Clocks are set back now and then: messages that were said in time may stand that much further
/// on.
/// </summary>
internal static class ClockSlack
{
    private static readonly TimeSpan Slack = TimeSpan.FromHours(2);

    public static DateTime Later(DateTime moment) =>
        moment < DateTime.MaxValue - Slack ? moment + Slack : DateTime.MaxValue;

    public static DateTime Earlier(DateTime moment) =>
        moment > DateTime.MinValue + Slack ? moment - Slack : DateTime.MinValue;
}
