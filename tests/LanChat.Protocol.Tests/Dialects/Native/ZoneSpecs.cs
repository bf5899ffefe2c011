using LanChat.Protocol.Dialects.Native;
using static LanChat.Protocol.Tests.Dialects.Events;

namespace LanChat.Protocol.Tests.Dialects.Native;

/// <summary>
/// Time zones for rich clients: the welcome has the usual zone, and a message has its own if it
/// differs.
/// </summary>
public sealed class ZoneSpecs
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-10-25T00:58:00Z", 60, 120)]
    [InlineData("Europe/Berlin", "2026-10-25T01:05:00Z", 60, null)]
    [InlineData("Europe/Berlin", "2026-07-01T12:00:00Z", 60, 120)]
    [InlineData("Asia/Shanghai", "2026-07-01T12:00:00Z", 480, null)]
    [InlineData("Asia/Kolkata", "2026-07-01T12:00:00Z", 330, null)]
    [InlineData("America/St_Johns", "2026-01-01T12:00:00Z", -210, null)]
    [InlineData("America/St_Johns", "2026-07-01T12:00:00Z", -210, -150)]
    [InlineData("UTC", "2026-07-01T12:00:00Z", 0, null)]
    public void A_zone_is_stated_only_if_it_differs_from_the_usual_one(string id, string moment, int usual, int? own)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        var time = TimeZoneInfo.ConvertTime(
            DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), zone);

        Assert.Equal(usual, WireTime.ZoneOf(zone));
        Assert.Equal(own, WireTime.ZoneOf(time, zone));
    }

    [Fact]
    public void A_message_has_its_zone_for_rich_clients_only()
    {
        var said = Spoken(Hello with { Zone = 120 });

        Assert.Contains(
            "\"time\":\"2023-08-10 16:02:43\",\"zone\":120}",
            Written(JsonEncoder.Rich, said),
            StringComparison.Ordinal);
        Assert.DoesNotContain("zone", Written(JsonEncoder.Line, said), StringComparison.Ordinal);
        Assert.DoesNotContain("zone", Written(JsonEncoder.Rich, Spoken(Hello)), StringComparison.Ordinal);
    }

    [Fact]
    public void Times_in_the_repeated_hour_are_distinguished()
    {
        // In the local time zone of this computer, each of two moments with the same local time is
        // converted into a number and back.
        var day = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var quarter = 0; quarter < 365 * 96; quarter++)
        {
            var moment = day.AddMinutes(15 * quarter);
            Assert.Equal(moment, new DateTimeOffset(moment.LocalDateTime));
        }
    }
}
