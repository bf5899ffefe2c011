using LanChat.Client.Sessions;
using LanChat.Client.Settings;

namespace LanChat.Client.Tests.Sessions;

public sealed class BackoffSpecs
{
    /// <summary>Returns the same number on every draw.</summary>
    private sealed class FixedRandom(double number) : Random
    {
        public override double NextDouble() => number;
    }

    private static Backoff Pauses(double first, double longest, double drawn = 1) =>
        new(new ReconnectSettings(TimeSpan.FromSeconds(first), TimeSpan.FromSeconds(longest)), new FixedRandom(drawn));

    private static IEnumerable<double> NextPauses(Backoff pauses, int count) =>
        Enumerable.Range(0, count).Select(_ => pauses.Next().TotalSeconds);

    [Fact]
    public void Each_pause_doubles_up_to_the_longest() =>
        Assert.Equal([1, 2, 4, 8, 16, 30, 30], NextPauses(Pauses(1, 30), 7));

    [Fact]
    public void A_reset_starts_with_the_first_pause()
    {
        var pauses = Pauses(1, 30);
        pauses.Next();
        pauses.Next();

        pauses.Reset();

        Assert.Equal([1, 2], NextPauses(pauses, 2));
    }

    [Fact]
    public void Jitter_shortens_a_pause_by_up_to_a_fifth() =>
        Assert.Equal([0.8, 1.6], NextPauses(Pauses(1, 30, drawn: 0), 2));

    [Fact]
    public void No_pause_exceeds_the_longest()
    {
        var pauses = Pauses(5, 2);

        Assert.Equal([2, 2], NextPauses(pauses, 2));
        pauses.Reset();
        Assert.Equal([2], NextPauses(pauses, 1));
    }
}
