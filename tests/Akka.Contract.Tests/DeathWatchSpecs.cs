using Akka.Actor;
using Akka.Event;

namespace Akka.Contract.Tests;

/// <summary>
/// The death of an actor is told after its last words, as Terminated or as the watcher's own
/// message; with the stopping strategy what fails dies, and does not begin anew with nothing of
/// what it knew.
/// </summary>
public sealed class DeathWatchSpecs() : Spec("""
    akka.actor.guardian-supervisor-strategy = "Akka.Actor.StoppingSupervisorStrategy"
    """)
{
    private sealed record Left(string Nick);

    /// <summary>Leaves everything unhandled.</summary>
    private sealed class Bystander(IActorRef other, object? message) : UntypedActor
    {
        protected override void PreStart()
        {
            if (message is null)
                Context.Watch(other);
            else
                Context.WatchWith(other, message);
        }

        protected override void OnReceive(object told) => Unhandled(told);
    }

    private sealed class Stopping : UntypedActor
    {
        private readonly IActorRef _child = Context.ActorOf(Failing());

        protected override SupervisorStrategy SupervisorStrategy() => Akka.Actor.SupervisorStrategy.StoppingStrategy;

        protected override void OnReceive(object message)
        {
            if (message is "child")
                Sender.Tell(_child);
            else
                Sender.Tell(message);
        }
    }

    /// <summary>Keeps everything back until it is opened.</summary>
    private sealed class Gate(IActorRef observer) : UntypedActor, IWithUnboundedStash
    {
        public IStash Stash { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case "open":
                    Become(told => observer.Tell(told is Terminated ? "Terminated" : told, Sender));
                    Stash.UnstashAll();
                    break;
                case "stashed?": Sender.Tell(Stash.Count); break;
                case IActorRef other: Context.WatchWith(other, "my own words"); break;
                default: Stash.Stash(); break;
            }
        }
    }

    private static Props Failing() => Doing.Props((_, _) => throw new InvalidOperationException("no luck"));

    private IActorRef Watching(Action<IActorContext> watch)
    {
        var watcher = Sys.ActorOf(Doing.Props((message, _) => TestActor.Tell(message), watch));
        Settle(watcher);
        return watcher;
    }

    [Fact]
    public void WatchWith_sends_the_watchers_own_message_instead_of_Terminated()
    {
        var watched = Sys.ActorOf(Doing.Echo());
        Watching(context => context.WatchWith(watched, new Left("Ann")));

        Sys.Stop(watched);

        ExpectMsg(new Left("Ann"));
    }

    [Fact]
    public void Watching_an_actor_that_has_already_terminated_tells_at_once()
    {
        var dead = Watch(Sys.ActorOf(Doing.Echo()));
        Sys.Stop(dead);
        ExpectTerminated(dead);

        Watching(context => context.WatchWith(dead, new Left("Ann")));

        ExpectMsg(new Left("Ann"));
    }

    [Fact]
    public void The_last_messages_of_the_watched_one_arrive_before_the_news_of_its_death()
    {
        var watched = Watch(Sys.ActorOf(Doing.Props((_, context) =>
        {
            for (var i = 0; i < 100; i++)
                context.Sender.Tell(i);
            context.Stop(context.Self);
        })));

        watched.Tell("go");

        for (var i = 0; i < 100; i++)
            ExpectMsg(i);
        ExpectTerminated(watched);
    }

    [Fact]
    public void Who_watches_and_does_not_handle_Terminated_dies_too()
    {
        var other = Sys.ActorOf(Doing.Echo());
        var partner = Watch(Sys.ActorOf(Props.Create(() => new Bystander(other, null))));
        Settle(partner);

        Sys.Stop(other);

        ExpectTerminated(partner);
    }

    [Fact]
    public void A_message_of_ones_own_given_to_WatchWith_may_stay_unhandled()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var other = Sys.ActorOf(Doing.Echo());
        var survivor = Sys.ActorOf(Props.Create(() => new Bystander(other, new Left("Ann"))));
        Settle(survivor);

        Sys.Stop(other);

        Assert.Equal(new Left("Ann"), ExpectMsg<UnhandledMessage>().Message);
        survivor.Tell("still here");
        Assert.Equal("still here", ExpectMsg<UnhandledMessage>().Message);
    }

    [Fact]
    public void A_child_that_fails_under_the_stopping_strategy_dies_and_its_parent_does_not()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Stopping()));
        parent.Tell("child");
        var child = Watch(ExpectMsg<IActorRef>());

        child.Tell("fail");

        ExpectTerminated(child);
        parent.Tell("still here");
        ExpectMsg("still here");
    }

    [Fact]
    public void So_does_an_actor_without_a_parent_of_ours_when_the_guardian_is_told_to()
    {
        var actor = Watch(Sys.ActorOf(Failing()));

        actor.Tell("fail");

        ExpectTerminated(actor);
    }

    [Fact]
    public async Task GracefulStop_sends_a_message_of_ones_own_and_completes_with_the_death()
    {
        var actor = Sys.ActorOf(Doing.Props((message, context) =>
        {
            TestActor.Tell(message);
            context.Stop(context.Self);
        }));

        Assert.True(await actor.GracefulStop(Patience, "goodbye"));

        ExpectMsg("goodbye");
        Assert.True(await actor.GracefulStop(Patience, "again"));
    }

    [Fact]
    public void A_message_of_ones_own_that_was_stashed_comes_back_as_Terminated()
    {
        var gate = Sys.ActorOf(Props.Create(() => new Gate(TestActor)));
        var watched = Sys.ActorOf(Doing.Echo());
        gate.Tell(watched);
        Settle(gate);

        Sys.Stop(watched);
        AwaitAssert(() =>
        {
            gate.Tell("stashed?");
            ExpectMsg(1);
        });
        gate.Tell("open");

        ExpectMsg("Terminated");
    }
}
