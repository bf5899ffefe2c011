using Akka.Actor;
using Akka.Event;
using Akka.TestKit;

namespace Akka.Contract.Tests;

/// <summary>
/// Timers fire when their time has come and never after they were cancelled or replaced, even when they had fired
/// already; with the test scheduler time passes only when it is told to.
/// </summary>
public sealed class TimerSpecs : Spec
{
    private const string Key = "key";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Starts and cancels timers as it is told; what they send it tells on.</summary>
    private sealed class Timing(IActorRef observer) : UntypedActor, IWithTimers
    {
        public ITimerScheduler Timers { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            if (message is not Action<ITimerScheduler> act)
            {
                observer.Tell(message);
                return;
            }
            act(Timers);
            Sender.Tell("done");
        }
    }

    private readonly IActorRef _timed;

    public TimerSpecs()
        : base("""akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit" """) =>
        _timed = Sys.ActorOf(Props.Create(() => new Timing(TestActor)));

    private TestScheduler Scheduler => (TestScheduler)Sys.Scheduler;

    private void Do(Action<ITimerScheduler> action)
    {
        _timed.Tell(action);
        ExpectMsg("done");
    }

    /// <summary>Whatever a timer had sent would have arrived before the answer.</summary>
    private void ExpectSilence() => Do(_ => { });

    [Fact]
    public void A_single_timer_fires_once_and_a_periodic_one_after_every_interval()
    {
        Do(timers => timers.StartSingleTimer("once", "once", Second / 2));
        Do(timers => timers.StartPeriodicTimer(Key, "tick", Second));

        Scheduler.Advance(Second / 2);
        ExpectMsg("once");
        Scheduler.Advance(Second / 2);
        for (var i = 0; i < 3; i++)
        {
            ExpectMsg("tick");
            ExpectSilence();
            Scheduler.Advance(Second);
        }
    }

    [Fact]
    public void A_timer_replaces_the_one_with_the_same_key()
    {
        Do(timers =>
        {
            timers.StartPeriodicTimer(Key, "old", Second);
            timers.StartSingleTimer(Key, "new", 2 * Second);
        });

        Scheduler.Advance(Second);
        ExpectSilence();
        Scheduler.Advance(Second);
        ExpectMsg("new");
        ExpectSilence();
    }

    [Fact]
    public void A_timer_cancelled_or_replaced_after_it_fired_is_not_delivered_either()
    {
        Do(timers =>
        {
            timers.StartSingleTimer("cancelled", "cancelled", Second);
            timers.StartSingleTimer("replaced", "old", Second);
        });

        Do(timers =>
        {
            Scheduler.Advance(Second);
            timers.Cancel("cancelled");
            timers.StartSingleTimer("replaced", "new", Second);
        });

        ExpectSilence();
        Scheduler.Advance(Second);
        ExpectMsg("new");
    }

    [Fact]
    public void Stopping_cancels_the_timers()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));
        Do(timers => timers.StartPeriodicTimer(Key, "tick", Second));
        Watch(_timed);
        Sys.Stop(_timed);
        ExpectTerminated(_timed);

        Scheduler.Advance(Second);

        Assert.False(HasMessages);
    }

    [Fact]
    public void What_was_due_is_told_before_Advance_returns_and_in_order()
    {
        Scheduler.ScheduleTellOnce(2 * Second, TestActor, "second", ActorRefs.NoSender);
        Scheduler.ScheduleTellOnce(Second, TestActor, "first", ActorRefs.NoSender);
        Scheduler.ScheduleTellOnce(3 * Second, TestActor, "third", ActorRefs.NoSender);

        Scheduler.Advance(2 * Second);

        ExpectMsg("first");
        ExpectMsg("second");
        Assert.False(HasMessages);
        Scheduler.Advance(Second);
        ExpectMsg("third");
    }

    [Fact]
    public void ReceiveTimeout_comes_after_that_long_without_a_message_until_it_is_taken_back()
    {
        var idle = Sys.ActorOf(Doing.Props((message, context) =>
        {
            if (message is ReceiveTimeout)
                context.SetReceiveTimeout(null);
            TestActor.Tell(message is ReceiveTimeout ? "idle" : message);
        }, context => context.SetReceiveTimeout(3 * Second)));
        idle.Tell("wake");
        ExpectMsg("wake");
        Settle(idle);

        Scheduler.Advance(3 * Second);
        ExpectMsg("idle");
        Settle(idle);
        Scheduler.Advance(3 * Second);

        Settle(idle);
        Assert.False(HasMessages);
    }
}
