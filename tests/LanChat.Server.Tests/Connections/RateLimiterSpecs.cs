using LanChat.Server.Connections;

namespace LanChat.Server.Tests.Connections;

public sealed class RateLimiterSpecs
{
    private readonly TestClock _clock = new();
    private readonly TokenBucket _address;

    public RateLimiterSpecs() => _address = new TokenBucket(5, 100, _clock);

    private RateLimiter Limiter(params string[] settings) => new(TestSettings.With(settings).Flood, _address, _clock);

    private static TimeSpan Milliseconds(int count) => TimeSpan.FromMilliseconds(count);

    [Fact]
    public void A_client_waits_for_its_own_tokens()
    {
        var limiter = Limiter("flood.burst=1", "flood.rate=10");

        Assert.Equal(
            [Milliseconds(0), Milliseconds(100), Milliseconds(200)],
            [limiter.Acquire(), limiter.Acquire(), limiter.Acquire()]);
    }

    [Fact]
    public void A_client_waits_for_the_tokens_of_its_address_if_they_come_later()
    {
        for (var i = 0; i < 25; i++) _address.Acquire();

        Assert.Equal(Milliseconds(210), Limiter("flood.burst=1", "flood.rate=10").Acquire());
    }

    [Fact]
    public void Tokens_released_by_one_client_are_available_to_others_of_its_address()
    {
        var gone = Limiter();
        for (var i = 0; i < 25; i++) gone.Acquire();
        for (var i = 0; i < 20; i++) gone.Release();

        Assert.Equal(Milliseconds(10), Limiter("flood.burst=1", "flood.rate=10").Acquire());
    }

    [Fact]
    public void A_client_that_waits_with_every_request_for_the_whole_patience_exceeds_the_limit()
    {
        var limiter = Limiter("flood.burst=1", "flood.rate=10", "flood.patience=60s");
        limiter.Acquire();
        for (var passed = 0; passed < 600; passed++)
        {
            limiter.Acquire();
            Assert.False(limiter.IsExceeded);
            _clock.Advance(Milliseconds(100));
        }

        limiter.Acquire();

        Assert.True(limiter.IsExceeded);
    }

    [Fact]
    public void A_pause_below_the_limit_restarts_the_patience()
    {
        var limiter = Limiter("flood.burst=1", "flood.rate=10", "flood.patience=60s");
        for (var minute = 0; minute < 10; minute++)
        {
            limiter.Acquire();
            limiter.Acquire();
            _clock.Advance(TimeSpan.FromSeconds(59));
        }

        limiter.Acquire();

        Assert.False(limiter.IsExceeded);
    }

    [Fact]
    public void Other_clients_of_the_address_do_not_make_a_client_exceed_the_limit()
    {
        var limiter = Limiter("flood.burst=20", "flood.rate=10", "flood.patience=1s");
        for (var i = 0; i < 10; i++)
        {
            for (var other = 0; other < 100; other++) _address.Acquire();
            Assert.NotEqual(TimeSpan.Zero, limiter.Acquire());
            Assert.False(limiter.IsExceeded);
            _clock.Advance(Milliseconds(500));
        }
    }
}
