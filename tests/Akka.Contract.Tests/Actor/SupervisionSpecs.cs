using Akka.Actor;

namespace Akka.Contract.Tests.Actor;

public sealed class SupervisionSpecs : Spec
{
    private sealed class Failure(Directive wanted) : Exception
    {
        public Directive Wanted => wanted;
    }

    /// <summary>Supervises one <see cref="Counter"/> by a strategy, and passes everything on to it.</summary>
    private sealed class Parent(SupervisorStrategy strategy, IActorRef observer) : UntypedActor
    {
        private readonly IActorRef _child = Context.ActorOf(Props.Create(() => new Counter(observer)), "child");

        protected override SupervisorStrategy SupervisorStrategy() => strategy;

        protected override void OnReceive(object message) => _child.Forward(message);
    }

    /// <summary>Adds up what it gets; fails of an exception it is sent.</summary>
    private sealed class Counter(IActorRef observer) : UntypedActor
    {
        private int _count;

        protected override void PreStart() => observer.Tell("started");

        protected override void PostStop() => observer.Tell("stopped");

        protected override void OnReceive(object message)
        {
            if (message is Exception failure)
                throw failure;
            observer.Tell(++_count);
        }
    }

    private static SupervisorStrategy AsTheFailureWants() =>
        new OneForOneStrategy(exception => exception is Failure failure ? failure.Wanted : Directive.Stop);

    private IActorRef StartParent(SupervisorStrategy strategy)
    {
        var parent = Sys.ActorOf(Props.Create(() => new Parent(strategy, TestActor)));
        ExpectMsg("started");
        return parent;
    }

    [Fact]
    public void Resume_goes_on_with_the_next_message_and_keeps_the_fields()
    {
        var parent = StartParent(AsTheFailureWants());

        parent.Tell("count");
        parent.Tell(new Failure(Directive.Resume));
        parent.Tell("count");

        ExpectMsg(1);
        ExpectMsg(2);
    }

    [Fact]
    public void Restart_begins_anew()
    {
        var parent = StartParent(AsTheFailureWants());

        parent.Tell("count");
        parent.Tell(new Failure(Directive.Restart));
        parent.Tell("count");

        ExpectMsg(1);
        ExpectMsg("stopped");
        ExpectMsg("started");
        ExpectMsg(1);
    }

    [Fact]
    public void Stop_ends_the_child_and_nothing_more_is_handled()
    {
        var parent = StartParent(AsTheFailureWants());

        parent.Tell(new Failure(Directive.Stop));
        parent.Tell("count");

        ExpectMsg("stopped");
        Watch(parent);
        Sys.Stop(parent);
        ExpectTerminated(parent);
    }

    [Fact]
    public void Escalate_fails_the_parent_whose_restart_stops_the_child_and_creates_another()
    {
        var parent = StartParent(AsTheFailureWants());

        parent.Tell(new Failure(Directive.Escalate));

        ExpectMsg("stopped");
        ExpectMsg("started");
        parent.Tell("count");
        ExpectMsg(1);
    }

    [Fact]
    public void A_child_that_fails_more_often_than_it_may_is_stopped()
    {
        var parent = StartParent(new OneForOneStrategy(2, TimeSpan.FromMinutes(10), _ => Directive.Restart));

        for (var i = 0; i < 2; i++)
        {
            parent.Tell(new Failure(Directive.Restart));
            ExpectMsg("stopped");
            ExpectMsg("started");
        }
        parent.Tell(new Failure(Directive.Restart));

        ExpectMsg("stopped");
        parent.Tell("count");
        Watch(parent);
        Sys.Stop(parent);
        ExpectTerminated(parent);
    }

    [Fact]
    public void The_stopping_strategy_stops_whatever_fails()
    {
        var parent = StartParent(Akka.Actor.SupervisorStrategy.StoppingStrategy);

        parent.Tell(new Failure(Directive.Restart));

        ExpectMsg("stopped");
    }

    [Fact]
    public void The_decision_is_made_in_the_supervisor_with_the_exception_in_hand()
    {
        var parent = StartParent(new OneForOneStrategy(exception =>
        {
            TestActor.Tell(exception.Message);
            return Directive.Stop;
        }));

        parent.Tell(new InvalidOperationException("no luck"));

        ExpectMsg("no luck");
        Assert.Equal(parent, LastSender);
        ExpectMsg("stopped");
    }
}
