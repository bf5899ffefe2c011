namespace LanChat.Server.Tests;

/// <summary>A clock that stands still at 2023-08-10 16:02:43 in Shanghai.</summary>
internal class TestClock : TimeProvider
{
    public static readonly DateTime Local = new(2023, 8, 10, 16, 2, 43);

    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("Shanghai", TimeSpan.FromHours(8), null, null);

    public override DateTimeOffset GetUtcNow() => new(Local.AddHours(-8), TimeSpan.Zero);
}
