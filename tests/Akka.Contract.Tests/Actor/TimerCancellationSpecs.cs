using Akka.Actor;
using Akka.Event;

namespace Akka.Contract.Tests.Actor;

public sealed class TimerCancellationSpecs : TimerSpec
{
    [Fact]
    public void A_cancelled_timer_does_not_fire()
    {
        Do(timers => timers.StartSingleTimer(Key, "tick", TimeSpan.FromSeconds(1)));
        Do(timers => timers.Cancel(Key));

        Advance(1);

        ExpectSilence();
    }

    [Fact]
    public void A_timer_cancelled_after_it_fired_is_not_delivered_either()
    {
        Do(timers => timers.StartSingleTimer(Key, "tick", TimeSpan.FromSeconds(1)));

        Do(timers =>
        {
            Advance(1);
            timers.Cancel(Key);
        });

        ExpectSilence();
    }

    [Fact]
    public void A_timer_replaced_after_it_fired_is_not_delivered_either()
    {
        Do(timers => timers.StartSingleTimer(Key, "old", TimeSpan.FromSeconds(1)));

        Do(timers =>
        {
            Advance(1);
            timers.StartSingleTimer(Key, "new", TimeSpan.FromSeconds(1));
        });

        ExpectSilence();
        Advance(1);
        ExpectMsg("new");
    }

    [Fact]
    public void All_timers_can_be_cancelled_at_once()
    {
        Do(timers =>
        {
            timers.StartSingleTimer("a", "first", TimeSpan.FromSeconds(1));
            timers.StartPeriodicTimer("b", "second", TimeSpan.FromSeconds(1));
            timers.CancelAll();
        });

        Advance(1);

        ExpectSilence();
    }

    [Fact]
    public void A_restart_cancels_the_timers()
    {
        Do(timers => timers.StartPeriodicTimer(Key, "tick", TimeSpan.FromSeconds(1)));
        Timed.Tell("fail");
        ExpectSilence();

        Advance(1);

        ExpectSilence();
    }

    [Fact]
    public void Stopping_cancels_the_timers()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));
        Do(timers => timers.StartPeriodicTimer(Key, "tick", TimeSpan.FromSeconds(1)));
        Watch(Timed);
        Sys.Stop(Timed);
        ExpectTerminated(Timed);

        Advance(1);

        Assert.False(HasMessages);
    }
}
