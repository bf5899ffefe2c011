namespace LanChat.TestKit;

/// <summary>A clock at 2023-08-10 16:02:43 in Shanghai that is advanced by hand.</summary>
public class TestClock : TimeProvider
{
    public static readonly DateTime Local = new(2023, 8, 10, 16, 2, 43);

    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone(
        "Shanghai", TimeSpan.FromHours(8), null, null);

    private TimeSpan _passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(Local.AddHours(-8), TimeSpan.Zero) + _passed;

    public override long GetTimestamp() => _passed.Ticks;

    public void Advance(TimeSpan time) => _passed += time;
}
