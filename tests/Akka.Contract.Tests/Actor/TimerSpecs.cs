using Akka.Actor;

namespace Akka.Contract.Tests.Actor;

public sealed class TimerSpecs : VirtualTimeSpec
{
    private const string Key = "key";

    /// <summary>Starts and cancels timers as it is told; what they send it tells on.</summary>
    private sealed class Timed(IActorRef observer) : UntypedActor, IWithTimers
    {
        public ITimerScheduler Timers { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Action<ITimerScheduler> act:
                    act(Timers);
                    Sender.Tell("done");
                    break;
                case "fail":
                    throw new InvalidOperationException();
                default:
                    observer.Tell(message);
                    break;
            }
        }
    }

    private readonly IActorRef _timed;

    public TimerSpecs() => _timed = Sys.ActorOf(Props.Create(() => new Timed(TestActor)));

    private void Do(Action<ITimerScheduler> action)
    {
        _timed.Tell(action);
        ExpectMsg("done");
    }

    /// <summary>Whatever a timer had sent would have arrived before the answer.</summary>
    private void ExpectSilence() => Do(_ => { });

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

    [Fact]
    public void A_restart_cancels_the_timers()
    {
        Do(timers => timers.StartPeriodicTimer(Key, "tick", TimeSpan.FromSeconds(1)));
        _timed.Tell("fail");
        ExpectSilence();

        Advance(1);

        ExpectSilence();
    }

    [Fact]
    public void Stopping_cancels_the_timers()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Akka.Event.AllDeadLetters));
        Do(timers => timers.StartPeriodicTimer(Key, "tick", TimeSpan.FromSeconds(1)));
        Watch(_timed);
        Sys.Stop(_timed);
        ExpectTerminated(_timed);

        Advance(1);

        Assert.False(HasMessages);
    }
}
