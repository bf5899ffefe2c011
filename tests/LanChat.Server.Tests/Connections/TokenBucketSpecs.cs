using LanChat.Server.Connections;

namespace LanChat.Server.Tests.Connections;

public sealed class TokenBucketSpecs
{
    private readonly TestClock _clock = new();

    private TokenBucket Bucket(int burst, int rate) => new(burst, rate, _clock);

    private static TimeSpan Milliseconds(int count) => TimeSpan.FromMilliseconds(count);

    private static IEnumerable<TimeSpan> AcquireMany(TokenBucket bucket, int count) =>
        Enumerable.Range(0, count).Select(_ => bucket.Acquire()).ToArray();

    [Fact]
    public void A_burst_passes_at_once_and_later_requests_wait()
    {
        var bucket = Bucket(burst: 3, rate: 10);

        Assert.Equal(
            [Milliseconds(0), Milliseconds(0), Milliseconds(0), Milliseconds(100), Milliseconds(200)],
            AcquireMany(bucket, 5));
    }

    [Fact]
    public void Requests_at_the_rate_never_wait()
    {
        var bucket = Bucket(burst: 1, rate: 10);
        for (var i = 0; i < 1000; i++)
        {
            Assert.Equal(TimeSpan.Zero, bucket.Acquire());
            _clock.Advance(Milliseconds(100));
        }
    }

    [Fact]
    public void The_bucket_refills_with_time_up_to_its_burst()
    {
        var bucket = Bucket(burst: 2, rate: 10);
        AcquireMany(bucket, 3);
        _clock.Advance(Milliseconds(200));
        Assert.Equal([TimeSpan.Zero, Milliseconds(100)], AcquireMany(bucket, 2));

        _clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal([TimeSpan.Zero, TimeSpan.Zero, Milliseconds(100)], AcquireMany(bucket, 3));
    }

    [Fact]
    public void The_bucket_is_full_when_a_whole_burst_may_pass()
    {
        var bucket = Bucket(burst: 5, rate: 10);
        Assert.True(bucket.IsFull);
        bucket.Acquire();
        _clock.Advance(Milliseconds(99));
        Assert.False(bucket.IsFull);
        _clock.Advance(Milliseconds(1));
        Assert.True(bucket.IsFull);
    }

    [Fact]
    public void A_rate_of_0_never_waits()
    {
        var bucket = Bucket(burst: 1, rate: 0);

        Assert.All(AcquireMany(bucket, 1000), wait => Assert.Equal(TimeSpan.Zero, wait));
        Assert.True(bucket.IsFull);
    }

    [Fact]
    public void The_maximum_numbers_do_not_overflow()
    {
        Assert.All(AcquireMany(Bucket(burst: 1_000_000, rate: 1), 1000), wait => Assert.Equal(TimeSpan.Zero, wait));
        Assert.True(AcquireMany(Bucket(burst: 1, rate: 1_000_000), 1001).Last() == Milliseconds(1));
    }

    [Fact]
    public void Concurrent_requests_get_different_waits()
    {
        var bucket = Bucket(burst: 1, rate: 1000);
        var waits = new TimeSpan[1000];

        Parallel.For(0, waits.Length, i => waits[i] = bucket.Acquire());

        Assert.Equal(Enumerable.Range(0, 1000).Select(Milliseconds), waits.Order());
    }
}
