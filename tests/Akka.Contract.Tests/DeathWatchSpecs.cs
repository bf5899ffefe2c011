using Akka.Actor;
using Akka.Event;

namespace Akka.Contract.Tests;

/// <summary>
/// Terminated, or the watcher's own message, arrives after the last messages of the dead actor.
/// Under the stopping strategy a failing actor is stopped, not restarted without its state.
/// </summary>
public sealed class DeathWatchSpecs() : Spec("""
    akka.actor.guardian-supervisor-strategy = "Akka.Actor.StoppingSupervisorStrategy"
    """)
{
    private sealed record Left(string Nick);

    /// <summary>Handles no message.</summary>
    private sealed class Bystander(IActorRef other, object? message) : UntypedActor
    {
        protected override void PreStart()
        {
            if (message is null)
                Context.Watch(other);
            else
                Context.WatchWith(other, message);
        }

        protected override void OnReceive(object message) => Unhandled(message);
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

    /// <summary>Stashes everything until it is opened.</summary>
    private sealed class Gate(IActorRef observer) : UntypedActor, IWithUnboundedStash
    {
        public IStash Stash { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case "open":
                    Become(message => observer.Tell(message is Terminated ? "Terminated" : message, Sender));
                    Stash.UnstashAll();
                    break;
                case "stashed?": Sender.Tell(Stash.Count); break;
                case IActorRef other: Context.WatchWith(other, "my own words"); break;
                default: Stash.Stash(); break;
            }
        }
    }

    private static Props Failing() => ScriptedActor.Props((_, _) => throw new InvalidOperationException("no luck"));

    private IActorRef Watching(Action<IActorContext> watch)
    {
        var watcher = Sys.ActorOf(ScriptedActor.Props((message, _) => TestActor.Tell(message), watch));
        Settle(watcher);
        return watcher;
    }

    [Fact]
    public void WatchWith_sends_the_watchers_message_instead_of_Terminated()
    {
        var watched = Sys.ActorOf(ScriptedActor.Echo());
        Watching(context => context.WatchWith(watched, new Left("Ann")));

        Sys.Stop(watched);

        ExpectMsg(new Left("Ann"));
    }

    [Fact]
    public void Watching_a_terminated_actor_is_answered_at_once()
    {
        var dead = Watch(Sys.ActorOf(ScriptedActor.Echo()));
        Sys.Stop(dead);
        ExpectTerminated(dead);

        Watching(context => context.WatchWith(dead, new Left("Ann")));

        ExpectMsg(new Left("Ann"));
    }

    [Fact]
    public void Messages_of_an_actor_arrive_before_its_Terminated()
    {
        var watched = Watch(Sys.ActorOf(ScriptedActor.Props((_, context) =>
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
    public void A_watcher_that_does_not_handle_Terminated_dies_too()
    {
        var other = Sys.ActorOf(ScriptedActor.Echo());
        var partner = Watch(Sys.ActorOf(Props.Create(() => new Bystander(other, null))));
        Settle(partner);

        Sys.Stop(other);

        ExpectTerminated(partner);
    }

    [Fact]
    public void A_message_of_WatchWith_may_stay_unhandled()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var other = Sys.ActorOf(ScriptedActor.Echo());
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
    public void A_failing_top_level_actor_is_stopped_by_a_stopping_guardian()
    {
        var actor = Watch(Sys.ActorOf(Failing()));

        actor.Tell("fail");

        ExpectTerminated(actor);
    }

    [Fact]
    public async Task GracefulStop_sends_a_custom_message_and_completes_with_the_termination()
    {
        var actor = Sys.ActorOf(ScriptedActor.Props((message, context) =>
        {
            TestActor.Tell(message);
            context.Stop(context.Self);
        }));

        Assert.True(await actor.GracefulStop(Timeout, "goodbye"));

        ExpectMsg("goodbye");
        Assert.True(await actor.GracefulStop(Timeout, "again"));
    }

    [Fact]
    public void A_stashed_message_of_WatchWith_is_unstashed_as_Terminated()
    {
        var gate = Sys.ActorOf(Props.Create(() => new Gate(TestActor)));
        var watched = Sys.ActorOf(ScriptedActor.Echo());
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
