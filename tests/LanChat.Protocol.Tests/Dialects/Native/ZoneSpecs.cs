using LanChat.Protocol.Dialects.Native;
using static LanChat.Protocol.Tests.Dialects.Events;

namespace LanChat.Protocol.Tests.Dialects.Native;

/// <summary>
/// Times carry their zone to rich clients: a welcome says the usual one, a message says its own
/// where it is another.
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
    public void The_usual_one_is_told_once(string id, string moment, int usual, int? own)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        var time = TimeZoneInfo.ConvertTime(
            DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), zone);

        Assert.Equal(usual, WireTime.ZoneOf(zone));
        Assert.Equal(own, WireTime.ZoneOf(time, zone));
    }

    [Fact]
    public void A_message_carries_its_own_to_rich_clients_only()
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
    public void What_was_said_in_the_hour_that_comes_twice_is_not_mixed_up()
    {
        // Whatever zone this computer is in: of two moments with the same local time, each goes
        // into a number and back.
        var day = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var quarter = 0; quarter < 365 * 96; quarter++)
        {
            var moment = day.AddMinutes(15 * quarter);
            Assert.Equal(moment, new DateTimeOffset(moment.LocalDateTime));
        }
    }
}
