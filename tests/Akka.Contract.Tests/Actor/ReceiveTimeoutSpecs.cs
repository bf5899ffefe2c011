using Akka.Actor;

namespace Akka.Contract.Tests.Actor;

public sealed class ReceiveTimeoutSpecs : VirtualTimeSpec
{
    private sealed class Background : INotInfluenceReceiveTimeout;

    private readonly IActorRef _idle;

    public ReceiveTimeoutSpecs()
    {
        _idle = Sys.ActorOf(Doing.Props((message, context) =>
        {
            if (message is ReceiveTimeout)
            {
                TestActor.Tell("idle");
                return;
            }
            if (message is "no timeout")
                context.SetReceiveTimeout(null);
            context.Sender.Tell("done");
        }, context => context.SetReceiveTimeout(TimeSpan.FromSeconds(3))));
        Wake();
    }

    /// <summary>The time begins when the message has been handled: a second one that does not count makes sure it has.</summary>
    private void Wake(object? message = null)
    {
        _idle.Tell(message ?? "wake");
        _idle.Tell(new Background());
        ExpectMsg("done");
        ExpectMsg("done");
    }

    [Fact]
    public void An_actor_that_got_nothing_for_that_long_is_sent_ReceiveTimeout()
    {
        Advance(2.9);
        Assert.False(HasMessages);
        Advance(0.1);
        ExpectMsg("idle");
    }

    [Fact]
    public void Every_message_starts_the_time_anew()
    {
        Advance(2);
        Wake();
        Advance(2);
        Wake();
        Advance(3);
        ExpectMsg("idle");
    }

    [Fact]
    public void A_message_that_does_not_influence_it_does_not()
    {
        Advance(2);
        Wake(new Background());
        Advance(1);
        ExpectMsg("idle");
    }

    [Fact]
    public void It_comes_again_as_long_as_it_is_set()
    {
        Advance(3);
        ExpectMsg("idle");
        AwaitAssert(() =>
        {
            Advance(3);
            ExpectMsg("idle", TimeSpan.FromMilliseconds(100));
        });
    }

    [Fact]
    public void It_can_be_taken_back()
    {
        Wake("no timeout");

        Advance(3);

        Wake();
        Assert.False(HasMessages);
    }
}
