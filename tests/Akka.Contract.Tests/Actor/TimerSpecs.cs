namespace Akka.Contract.Tests.Actor;

public sealed class TimerSpecs : TimerSpec
{
    [Fact]
    public void A_single_timer_fires_once_when_its_time_has_come()
    {
        Do(timers => timers.StartSingleTimer(Key, "tick", TimeSpan.FromSeconds(2)));

        Advance(1.9);
        ExpectSilence();
        Advance(0.1);
        ExpectMsg("tick");
        Advance(2);
        ExpectSilence();
    }

    [Fact]
    public void A_periodic_timer_fires_after_every_interval()
    {
        Do(timers => timers.StartPeriodicTimer(Key, "tick", TimeSpan.FromSeconds(1)));

        ExpectSilence();
        for (var i = 0; i < 3; i++)
        {
            Advance(1);
            ExpectMsg("tick");
            ExpectSilence();
        }
    }

    [Fact]
    public void A_periodic_timer_may_begin_after_another_delay()
    {
        Do(timers => timers.StartPeriodicTimer(Key, "tick", TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1)));

        Advance(4);
        ExpectSilence();
        Advance(1);
        ExpectMsg("tick");
        Advance(1);
        ExpectMsg("tick");
    }

    [Fact]
    public void A_timer_replaces_the_one_with_the_same_key()
    {
        Do(timers =>
        {
            timers.StartPeriodicTimer(Key, "old", TimeSpan.FromSeconds(1));
            timers.StartSingleTimer(Key, "new", TimeSpan.FromSeconds(2));
        });

        Advance(1);
        ExpectSilence();
        Advance(1);
        ExpectMsg("new");
        ExpectSilence();
    }

    [Fact]
    public void Timers_with_different_keys_do_not_touch_each_other()
    {
        Do(timers =>
        {
            timers.StartSingleTimer("a", "first", TimeSpan.FromSeconds(1));
            timers.StartSingleTimer("b", "second", TimeSpan.FromSeconds(2));
        });

        Advance(1);
        ExpectMsg("first");
        Advance(1);
        ExpectMsg("second");
    }

    [Fact]
    public void A_timer_is_active_until_it_fired_or_was_cancelled()
    {
        var active = new List<bool>();
        Do(timers =>
        {
            active.Add(timers.IsTimerActive(Key));
            timers.StartSingleTimer(Key, "tick", TimeSpan.FromSeconds(1));
            active.Add(timers.IsTimerActive(Key));
        });
        Advance(1);
        ExpectMsg("tick");
        Do(timers => active.Add(timers.IsTimerActive(Key)));

        Assert.Equal([false, true, false], active);
    }
}
