using LanChat.Server.Connections;

namespace LanChat.Server.Tests.Connections;

public sealed class FloodGateSpecs
{
    private readonly TestClock _clock = new();
    private readonly TokenBucket _address;

    public FloodGateSpecs() => _address = new TokenBucket(5, 100, _clock);

    private FloodGate Gate(params string[] settings) => new(TestSettings.With(settings).Flood, _address, _clock);

    private static TimeSpan Milliseconds(int count) => TimeSpan.FromMilliseconds(count);

    [Fact]
    public void A_client_waits_for_its_own_turn()
    {
        var gate = Gate("flood.burst=1", "flood.rate=10");

        Assert.Equal([Milliseconds(0), Milliseconds(100), Milliseconds(200)], [gate.Take(), gate.Take(), gate.Take()]);
    }

    [Fact]
    public void Or_for_that_of_its_address_if_it_comes_later()
    {
        for (var i = 0; i < 25; i++) _address.Take();

        Assert.Equal(Milliseconds(210), Gate("flood.burst=1", "flood.rate=10").Take());
    }

    [Fact]
    public void Nobody_waits_for_what_others_of_their_address_did_not_live_to_say()
    {
        var gone = Gate();
        for (var i = 0; i < 25; i++) gone.Take();
        for (var i = 0; i < 20; i++) gone.GiveBack();

        Assert.Equal(Milliseconds(10), Gate("flood.burst=1", "flood.rate=10").Take());
    }

    [Fact]
    public void Who_had_to_wait_with_every_word_for_as_long_as_that_may_be_floods()
    {
        var gate = Gate("flood.burst=1", "flood.rate=10", "flood.patience=60s");
        gate.Take();
        for (var passed = 0; passed < 600; passed++)
        {
            gate.Take();
            Assert.False(gate.IsFlooded);
            _clock.Pass(Milliseconds(100));
        }

        gate.Take();

        Assert.True(gate.IsFlooded);
    }

    [Fact]
    public void Who_is_below_the_bound_once_may_begin_again()
    {
        var gate = Gate("flood.burst=1", "flood.rate=10", "flood.patience=60s");
        for (var minute = 0; minute < 10; minute++)
        {
            gate.Take();
            gate.Take();
            _clock.Pass(TimeSpan.FromSeconds(59));
        }

        gate.Take();

        Assert.False(gate.IsFlooded);
    }

    [Fact]
    public void Others_of_the_address_make_nobody_a_flooder()
    {
        var gate = Gate("flood.burst=20", "flood.rate=10", "flood.patience=1s");
        for (var i = 0; i < 10; i++)
        {
            for (var other = 0; other < 100; other++) _address.Take();
            Assert.NotEqual(TimeSpan.Zero, gate.Take());
            Assert.False(gate.IsFlooded);
            _clock.Pass(Milliseconds(500));
        }
    }
}
