using Akka.Actor;

namespace Akka.Contract.Tests.Actor;

public sealed class DefaultSupervisionSpecs : Spec
{
    private sealed class CannotBegin : UntypedActor
    {
        public CannotBegin() => throw new InvalidOperationException("no luck");

        protected override void OnReceive(object message)
        {
        }
    }

    [Fact]
    public void An_actor_whose_constructor_throws_is_stopped()
    {
        var actor = Sys.ActorOf(Props.Create(() => new CannotBegin()));

        Watch(actor);

        ExpectTerminated(actor);
    }

    [Fact]
    public void An_actor_whose_PreStart_throws_is_stopped()
    {
        var actor = Sys.ActorOf(Doing.Props((_, _) => { }, _ => throw new InvalidOperationException("no luck")));

        Watch(actor);

        ExpectTerminated(actor);
    }

    [Fact]
    public void A_killed_actor_is_stopped()
    {
        var actor = Watch(Sys.ActorOf(Doing.Echo()));

        actor.Tell(Kill.Instance);

        ExpectTerminated(actor);
    }

    [Fact]
    public void Any_other_exception_restarts_the_actor()
    {
        var actor = Sys.ActorOf(Doing.Props(
            (message, _) => throw (Exception)message,
            _ => TestActor.Tell("started")));
        ExpectMsg("started");

        actor.Tell(new InvalidOperationException());
        ExpectMsg("started");
        actor.Tell(new OperationCanceledException());
        ExpectMsg("started");
    }

    [Fact]
    public void All_for_one_restarts_the_siblings_too()
    {
        var parent = Sys.ActorOf(Props.Create(() => new Family(TestActor)));
        Assert.Equal(["older started", "younger started"], ReceiveN(2).Cast<string>().Order());

        parent.Tell("fail");

        Assert.Equal(["older started", "younger started"], ReceiveN(2).Cast<string>().Order());
    }

    private sealed class Family(IActorRef observer) : UntypedActor
    {
        private readonly IActorRef _older = Child("older", observer);
        private readonly IActorRef _younger = Child("younger", observer);

        private static IActorRef Child(string name, IActorRef observer) => Context.ActorOf(
            Doing.Props((_, _) => throw new InvalidOperationException(), _ => observer.Tell(name + " started")), name);

        protected override SupervisorStrategy SupervisorStrategy() => new AllForOneStrategy(_ => Directive.Restart);

        protected override void OnReceive(object message) => (message is "fail" ? _older : _younger).Tell(message);
    }
}
