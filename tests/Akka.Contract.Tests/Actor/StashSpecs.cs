using Akka.Actor;

namespace Akka.Contract.Tests.Actor;

public sealed class StashSpecs : Spec
{
    /// <summary>Keeps everything back until it is opened.</summary>
    private sealed class Gate(IActorRef observer) : UntypedActor, IWithUnboundedStash
    {
        public IStash Stash { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case "fail":
                    throw new InvalidOperationException();
                case "one":
                    Stash.Unstash();
                    Become(Passing);
                    break;
                case "open":
                    Stash.UnstashAll();
                    Become(Passing);
                    break;
                case "clear":
                    Stash.ClearStash();
                    break;
                default:
                    Stash.Stash();
                    break;
            }
        }

        private void Passing(object message) => observer.Tell(message);
    }

    private readonly IActorRef _gate;

    public StashSpecs() => _gate = Sys.ActorOf(Props.Create(() => new Gate(TestActor)));

    [Fact]
    public void Stashed_messages_come_back_in_order_and_before_those_that_came_later()
    {
        _gate.Tell(1);
        _gate.Tell(2);
        _gate.Tell(3);
        _gate.Tell("open");
        _gate.Tell(4);

        Assert.Equal([1, 2, 3, 4], ReceiveN(4).Cast<int>());
    }

    [Fact]
    public void A_stashed_message_keeps_its_sender()
    {
        var probe = CreateTestProbe();
        var asking = Sys.ActorOf(Props.Create(() => new Answering()));

        asking.Tell("question", probe.Ref);
        asking.Tell("open", TestActor);

        probe.ExpectMsg("question");
    }

    [Fact]
    public void Unstash_brings_back_only_the_oldest()
    {
        _gate.Tell(1);
        _gate.Tell(2);
        _gate.Tell("one");
        _gate.Tell(3);

        Assert.Equal([1, 3], ReceiveN(2).Cast<int>());
    }

    [Fact]
    public void A_cleared_stash_is_forgotten()
    {
        _gate.Tell(1);
        _gate.Tell("clear");
        _gate.Tell("open");
        _gate.Tell(2);

        ExpectMsg(2);
    }

    [Fact]
    public void A_restart_puts_the_stash_back_into_the_mailbox()
    {
        _gate.Tell(1);
        _gate.Tell("fail");
        _gate.Tell(2);
        _gate.Tell("open");

        Assert.Equal([1, 2], ReceiveN(2).Cast<int>());
    }

    private sealed class Answering : UntypedActor, IWithUnboundedStash
    {
        public IStash Stash { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            if (message is not "open")
            {
                Stash.Stash();
                return;
            }
            Stash.UnstashAll();
            Become(question => Sender.Tell(question));
        }
    }
}
