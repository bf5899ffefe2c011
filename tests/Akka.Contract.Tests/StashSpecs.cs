using Akka.Actor;

namespace Akka.Contract.Tests;

/// <summary>
/// Stashed messages come back in order with their senders before all that waits; the news of a death comes back as
/// Terminated, whatever it was to be told as.
/// </summary>
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

        probe.Send(_gate, "question");
        _gate.Tell("open");

        ExpectMsg("question");
        Assert.Equal(probe.Ref, LastSender);
    }

    [Fact]
    public void The_message_of_WatchWith_comes_back_as_Terminated()
    {
        var watched = Sys.ActorOf(Doing.Echo());
        _gate.Tell(watched);
        Settle(_gate);

        Sys.Stop(watched);
        AwaitAssert(() =>
        {
            _gate.Tell("stashed?");
            ExpectMsg(1);
        });
        _gate.Tell("open");

        ExpectMsg("Terminated");
    }
}
