using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Sessions;

public sealed class ServerTimeSpecs
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static ChatMessage At(string time, int? zone = null) =>
        Event.Message("hi") with
        {
            Time = DateTime.Parse(
            time, System.Globalization.CultureInfo.InvariantCulture),
            Zone = zone
        };

    [Theory]
    [InlineData("2026-11-29 23:30", null, 0, "2026-11-30 00:30", 60)]
    [InlineData("2026-07-01 23:30", null, 0, "2026-07-02 01:30", 120)]
    [InlineData("2026-11-29 08:00", null, 480, "2026-11-29 01:00", 60)]
    [InlineData("2026-10-25 02:58", 120, 60, "2026-10-25 02:58", 120)]
    [InlineData("2026-10-25 02:05", null, 60, "2026-10-25 02:05", 60)]
    public void The_server_s_time_is_converted_to_local_time(string sent, int? own, int server, string shown, int zone)
    {
        var message = ServerTime.ToLocal(At(sent, own), server, Berlin);

        Assert.Equal(At(shown, zone), message);
    }

    [Fact]
    public void A_time_without_zone_is_unchanged() =>
        Assert.Equal(At("2026-11-29 23:30"), ServerTime.ToLocal(At("2026-11-29 23:30"), null, Berlin));

    [Theory]
    [InlineData("2026-11-29 12:00", 0, "2026-11-29 11:00")]
    [InlineData("2026-07-01 12:00", 60, "2026-07-01 12:00")]
    [InlineData("2026-11-29 12:00", null, "2026-11-29 12:00")]
    public void A_local_time_is_converted_to_the_server_s_time(string typed, int? zone, string asked) =>
        Assert.Equal(At(asked).Time, ServerTime.FromLocal(At(typed).Time, zone, Berlin));
}
