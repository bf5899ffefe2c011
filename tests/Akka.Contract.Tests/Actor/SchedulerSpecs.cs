using Akka.Actor;

namespace Akka.Contract.Tests.Actor;

public sealed class SchedulerSpecs : Spec
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20);

    [Fact]
    public void A_message_can_be_told_once_after_a_delay()
    {
        var before = TimeProvider.System.GetTimestamp();

        Sys.Scheduler.ScheduleTellOnce(Soon, TestActor, "now", ActorRefs.NoSender);

        ExpectMsg("now");
        Assert.True(TimeProvider.System.GetElapsedTime(before) >= Soon);
    }

    [Fact]
    public void A_message_can_be_told_again_and_again_until_cancelled()
    {
        var ticking = Sys.Scheduler.ScheduleTellRepeatedlyCancelable(TimeSpan.Zero, Soon, TestActor, "tick", TestActor);

        for (var i = 0; i < 3; i++)
            ExpectMsg("tick");
        Assert.Equal(TestActor, LastSender);
        ticking.Cancel();

        Assert.True(ticking.IsCancellationRequested);
    }

    [Fact]
    public void What_is_cancelled_in_time_is_never_told()
    {
        var cancelled = Sys.Scheduler.ScheduleTellOnceCancelable(Soon, TestActor, "cancelled", ActorRefs.NoSender);
        cancelled.Cancel();

        Sys.Scheduler.ScheduleTellOnce(2 * Soon, TestActor, "later", ActorRefs.NoSender);

        ExpectMsg("later");
    }

    [Fact]
    public void Shorter_delays_come_first()
    {
        Sys.Scheduler.ScheduleTellOnce(10 * Soon, TestActor, "second", ActorRefs.NoSender);
        Sys.Scheduler.ScheduleTellOnce(Soon, TestActor, "first", ActorRefs.NoSender);

        ExpectMsg("first");
        ExpectMsg("second");
    }

    [Fact]
    public void An_action_can_be_run_once_after_a_delay()
    {
        var observer = TestActor;

        Sys.Scheduler.Advanced.ScheduleOnce(Soon, () => observer.Tell("ran"));

        ExpectMsg("ran");
    }

    [Fact]
    public void Timers_run_on_it_in_real_time()
    {
        var actor = Sys.ActorOf(Doing.Props(
            (message, _) => TestActor.Tell(message is ReceiveTimeout ? "idle" : message),
            context => context.SetReceiveTimeout(Soon)));

        ExpectMsg("idle");
        Assert.Equal(actor, LastSender);
    }

    [Fact]
    public void The_time_it_keeps_only_moves_forward()
    {
        var before = Sys.Scheduler.MonotonicClock;
        Sys.Scheduler.ScheduleTellOnce(Soon, TestActor, "now", ActorRefs.NoSender);
        ExpectMsg("now");

        Assert.True(Sys.Scheduler.MonotonicClock > before);
    }
}
