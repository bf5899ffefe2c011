using Akka.Actor;

namespace Akka.Contract.Tests.Actor;

public sealed class RestartSpecs : Spec
{
    /// <summary>Counts what it gets, tells of its life, fails when told to.</summary>
    private sealed class Counter(IActorRef observer) : UntypedActor
    {
        private int _count;

        protected override void PreStart() => observer.Tell("started");

        protected override void PreRestart(Exception reason, object message)
        {
            observer.Tell($"failed by {message} with {reason.Message}");
            base.PreRestart(reason, message);
        }

        protected override void PostRestart(Exception reason)
        {
            observer.Tell($"restarted for {reason.Message}");
            base.PostRestart(reason);
        }

        protected override void PostStop() => observer.Tell("stopped");

        protected override void OnReceive(object message)
        {
            if (message is "fail")
                throw new InvalidOperationException("no luck");
            observer.Tell(++_count);
        }
    }

    private IActorRef StartCounter()
    {
        var counter = Sys.ActorOf(Props.Create(() => new Counter(TestActor)));
        ExpectMsg("started");
        return counter;
    }

    [Fact]
    public void An_actor_that_throws_is_restarted_and_loses_its_fields()
    {
        var counter = StartCounter();

        counter.Tell("count");
        counter.Tell("count");
        counter.Tell("fail");
        counter.Tell("count");

        Assert.Equal([1, 2], ReceiveN(2).Cast<int>());
        ReceiveUntilRestarted();
        ExpectMsg(1);
    }

    [Fact]
    public void A_restart_keeps_the_mailbox_and_the_reference()
    {
        var counter = StartCounter();

        counter.Tell("fail");
        for (var i = 0; i < 100; i++)
            counter.Tell("count");

        ReceiveUntilRestarted();
        for (var i = 1; i <= 100; i++)
        {
            ExpectMsg(i);
            Assert.Equal(counter, LastSender);
        }
    }

    [Fact]
    public void The_message_that_failed_is_not_handled_again()
    {
        var counter = StartCounter();

        counter.Tell("fail");
        counter.Tell("count");

        ReceiveUntilRestarted();
        ExpectMsg(1);
        Sys.Stop(counter);
        ExpectMsg("stopped");
    }

    [Fact]
    public void A_restart_calls_PreRestart_and_PostStop_on_the_old_instance_and_PostRestart_and_PreStart_on_the_new_one()
    {
        var counter = StartCounter();

        counter.Tell("fail");

        ExpectMsg("failed by fail with no luck");
        ExpectMsg("stopped");
        ExpectMsg("restarted for no luck");
        ExpectMsg("started");
    }

    [Fact]
    public void A_restart_stops_the_children()
    {
        var parent = Sys.ActorOf(Doing.Props(
            (_, _) => throw new InvalidOperationException("no luck"),
            context => TestActor.Tell(context.ActorOf(Doing.Echo()))));
        var child = Watch(ExpectMsg<IActorRef>());

        parent.Tell("fail");

        ExpectTerminated(child);
        Assert.NotEqual(child, ExpectMsg<IActorRef>());
    }

    private void ReceiveUntilRestarted() => FishForMessage(message => message is "started");
}
