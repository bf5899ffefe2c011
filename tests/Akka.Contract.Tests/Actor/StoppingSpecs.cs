using Akka.Actor;

namespace Akka.Contract.Tests.Actor;

public sealed class StoppingSpecs : Spec
{
    /// <summary>Has a child of its own below it, and tells of its end.</summary>
    private sealed class Node(int depth, IActorRef observer) : UntypedActor
    {
        protected override void PreStart()
        {
            if (depth > 1)
                Context.ActorOf(Props.Create(() => new Node(depth - 1, observer)));
            else
                observer.Tell("complete");
        }

        protected override void PostStop() => observer.Tell(depth);

        protected override void OnReceive(object message) => observer.Tell(message);
    }

    [Fact]
    public void A_poison_pill_is_handled_after_what_was_sent_before_it()
    {
        var actor = Watch(Sys.ActorOf(Doing.Echo()));

        actor.Tell("first");
        actor.Tell("second");
        actor.Tell(PoisonPill.Instance);

        ExpectMsg("first");
        ExpectMsg("second");
        ExpectTerminated(actor);
    }

    [Fact]
    public void Stop_lets_the_current_message_finish_and_handles_no_other()
    {
        var actor = Watch(Sys.ActorOf(Doing.Props((message, context) =>
        {
            context.Self.Tell("another");
            context.Stop(context.Self);
            TestActor.Tell(message);
        })));

        actor.Tell("current");

        ExpectMsg("current");
        ExpectTerminated(actor);
        Assert.False(HasMessages);
    }

    [Fact]
    public void Children_have_stopped_before_their_parent_ends()
    {
        var root = Watch(Sys.ActorOf(Props.Create(() => new Node(3, TestActor))));
        ExpectMsg("complete");

        Sys.Stop(root);

        ExpectMsg(1);
        ExpectMsg(2);
        ExpectMsg(3);
        ExpectTerminated(root);
    }

    [Fact]
    public void A_parent_stops_a_child_and_learns_of_it_by_watching()
    {
        var parent = Sys.ActorOf(Doing.Props((message, context) =>
        {
            if (message is "start")
                context.WatchWith(context.ActorOf(Doing.Echo(), "child"), "child stopped");
            else if (message is "stop")
                context.Stop(context.Child("child"));
            else
                TestActor.Tell(message);
        }));

        parent.Tell("start");
        parent.Tell("stop");

        ExpectMsg("child stopped");
    }

    [Fact]
    public void Stopping_an_actor_twice_does_no_harm()
    {
        var actor = Watch(Sys.ActorOf(Doing.Echo()));

        Sys.Stop(actor);
        Sys.Stop(actor);

        ExpectTerminated(actor);
    }

    [Fact]
    public async Task Terminating_the_system_stops_every_actor()
    {
        var system = ActorSystem.Create("another");
        var observer = TestActor;
        system.ActorOf(Props.Create(() => new Node(3, observer)));
        ExpectMsg("complete");

        await system.Terminate().WaitAsync(Patience);

        Assert.Equal([1, 2, 3], ReceiveN(3).Cast<int>());
        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
    }
}
