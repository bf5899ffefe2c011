using LanChat.Server.Connections;

namespace LanChat.Server.Tests.Connections;

public sealed class TokenBucketSpecs
{
    private readonly TestClock _clock = new();

    private TokenBucket Bucket(int burst, int rate) => new(burst, rate, _clock);

    private static TimeSpan Milliseconds(int count) => TimeSpan.FromMilliseconds(count);

    private static IEnumerable<TimeSpan> Take(TokenBucket bucket, int count) =>
        Enumerable.Range(0, count).Select(_ => bucket.Acquire()).ToArray();

    [Fact]
    public void A_burst_passes_at_once_and_each_further_one_waits_for_its_turn()
    {
        var bucket = Bucket(burst: 3, rate: 10);

        Assert.Equal(
            [Milliseconds(0), Milliseconds(0), Milliseconds(0), Milliseconds(100), Milliseconds(200)], Take(bucket, 5));
    }

    [Fact]
    public void Who_comes_as_often_as_they_may_never_waits()
    {
        var bucket = Bucket(burst: 1, rate: 10);
        for (var i = 0; i < 1000; i++)
        {
            Assert.Equal(TimeSpan.Zero, bucket.Acquire());
            _clock.Pass(Milliseconds(100));
        }
    }

    [Fact]
    public void It_fills_with_time_and_not_beyond_its_burst()
    {
        var bucket = Bucket(burst: 2, rate: 10);
        Take(bucket, 3);
        _clock.Pass(Milliseconds(200));
        Assert.Equal([TimeSpan.Zero, Milliseconds(100)], Take(bucket, 2));

        _clock.Pass(TimeSpan.FromDays(1));

        Assert.Equal([TimeSpan.Zero, TimeSpan.Zero, Milliseconds(100)], Take(bucket, 3));
    }

    [Fact]
    public void It_is_full_again_when_as_much_may_pass_as_at_first()
    {
        var bucket = Bucket(burst: 5, rate: 10);
        Assert.True(bucket.IsFull);
        bucket.Acquire();
        _clock.Pass(Milliseconds(99));
        Assert.False(bucket.IsFull);
        _clock.Pass(Milliseconds(1));
        Assert.True(bucket.IsFull);
    }

    [Fact]
    public void A_rate_of_0_lets_everything_pass()
    {
        var bucket = Bucket(burst: 1, rate: 0);

        Assert.All(Take(bucket, 1000), wait => Assert.Equal(TimeSpan.Zero, wait));
        Assert.True(bucket.IsFull);
    }

    [Fact]
    public void The_largest_numbers_overflow_nothing()
    {
        Assert.All(Take(Bucket(burst: 1_000_000, rate: 1), 1000), wait => Assert.Equal(TimeSpan.Zero, wait));
        Assert.True(Take(Bucket(burst: 1, rate: 1_000_000), 1001).Last() == Milliseconds(1));
    }

    [Fact]
    public void Those_who_share_it_get_a_place_each_however_they_come_together()
    {
        var bucket = Bucket(burst: 1, rate: 1000);
        var waits = new TimeSpan[1000];

        Parallel.For(0, waits.Length, i => waits[i] = bucket.Acquire());

        Assert.Equal(Enumerable.Range(0, 1000).Select(Milliseconds), waits.Order());
    }
}
