using System.Diagnostics;
using System.Globalization;

namespace LanChat.Server.Tests;

/// <summary>The computer's clock is set while a room is open.</summary>
public sealed class ClockJumpSpecs : HostSpec
{
    private readonly SetClock _clock;

    public ClockJumpSpecs()
        : this(new SetClock())
    {
    }

    private ClockJumpSpecs(SetClock clock)
        : base(clock) => _clock = clock;

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(10_000)]
    [InlineData(-10_000)]
    public async Task A_clock_jump_changes_times_and_nothing_else(int days)
    {
        using var ann = await EnterAsync("Ann");
        ann.Client.Send("before\n"u8);
        await ReadAsync(ann, until: "\"message\":\"before\"");

        _clock.Jump(TimeSpan.FromDays(days));

        var watch = Stopwatch.StartNew();
        using var ben = await EnterAsync("Ben");
        ben.Client.Send("after\n"u8);
        var day = DateTime.Now.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await ReadAsync(ann, until: $"\"message\":\"after\",\"time\":\"{day}");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"it took {watch.Elapsed}");
        ann.Client.Send("still here\n"u8);
        await ReadAsync(ben, until: "\"message\":\"still here\"");
    }

    private sealed class SetClock : TimeProvider
    {
        private long _ahead;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _ahead));

        public void Jump(TimeSpan by) => Volatile.Write(ref _ahead, by.Ticks);
    }
}
