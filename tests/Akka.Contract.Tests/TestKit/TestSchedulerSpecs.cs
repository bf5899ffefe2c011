using Akka.Actor;
using Akka.TestKit;

namespace Akka.Contract.Tests.TestKit;

public sealed class TestSchedulerSpecs : VirtualTimeSpec
{
    private TestScheduler Scheduler => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void Time_passes_only_by_Advance()
    {
        var before = Scheduler.Now;

        Advance(60);

        Assert.Equal(before + TimeSpan.FromMinutes(1), Scheduler.Now);
    }

    [Fact]
    public void AdvanceTo_goes_to_a_time()
    {
        Scheduler.ScheduleTellOnce(TimeSpan.FromHours(1), TestActor, "an hour later", ActorRefs.NoSender);

        Scheduler.AdvanceTo(Scheduler.Now + TimeSpan.FromHours(1));

        ExpectMsg("an hour later");
    }

    [Fact]
    public void What_was_due_is_told_before_Advance_returns_and_in_order()
    {
        Scheduler.ScheduleTellOnce(TimeSpan.FromSeconds(2), TestActor, "second", ActorRefs.NoSender);
        Scheduler.ScheduleTellOnce(TimeSpan.FromSeconds(1), TestActor, "first", ActorRefs.NoSender);
        Scheduler.ScheduleTellOnce(TimeSpan.FromSeconds(3), TestActor, "third", ActorRefs.NoSender);

        Advance(2);

        ExpectMsg("first");
        ExpectMsg("second");
        Assert.False(HasMessages);
        Advance(1);
        ExpectMsg("third");
    }

    [Fact]
    public void What_repeats_is_told_once_per_interval()
    {
        Scheduler.ScheduleTellRepeatedly(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), TestActor, "tick", ActorRefs.NoSender);

        Advance(2);
        ExpectMsg("tick");
        for (var i = 0; i < 3; i++)
        {
            Advance(1);
            ExpectMsg("tick");
            Assert.False(HasMessages);
        }
    }

    [Fact]
    public void What_was_cancelled_is_not_told()
    {
        var second = TimeSpan.FromSeconds(1);
        var once = Scheduler.ScheduleTellOnceCancelable(second, TestActor, "never", ActorRefs.NoSender);
        var ticking = Scheduler.ScheduleTellRepeatedlyCancelable(second, second, TestActor, "tick", ActorRefs.NoSender);
        once.Cancel();

        Advance(1);
        ExpectMsg("tick");
        ticking.Cancel();
        Advance(1);

        Assert.False(HasMessages);
    }

    [Fact]
    public void Actions_run_when_they_are_due()
    {
        var ran = 0;
        Scheduler.Advanced.ScheduleOnce(TimeSpan.FromSeconds(1), () => ran++);

        Advance(0.5);
        Assert.Equal(0, ran);
        Advance(0.5);
        Assert.Equal(1, ran);
        Advance(1);
        Assert.Equal(1, ran);
    }
}
