using Akka.Actor;

namespace Akka.Contract.Tests.Actor;

public sealed class GracefulStopSpecs : Spec
{
    [Fact]
    public async Task GracefulStop_completes_when_the_actor_has_terminated()
    {
        var actor = Sys.ActorOf(Doing.Props((message, _) => TestActor.Tell(message)));
        actor.Tell("before");

        Assert.True(await actor.GracefulStop(Patience));

        ExpectMsg("before");
        Watch(actor);
        ExpectTerminated(actor);
    }

    [Fact]
    public async Task GracefulStop_can_send_a_message_of_ones_own()
    {
        var actor = Sys.ActorOf(Doing.Props((message, context) =>
        {
            TestActor.Tell(message);
            context.Stop(context.Self);
        }));

        Assert.True(await actor.GracefulStop(Patience, "goodbye"));

        ExpectMsg("goodbye");
    }

    [Fact]
    public async Task GracefulStop_of_a_terminated_actor_is_done_at_once()
    {
        var actor = Sys.ActorOf(Doing.Echo());
        Assert.True(await actor.GracefulStop(Patience));

        Assert.True(await actor.GracefulStop(Patience));
    }

    [Fact]
    public async Task GracefulStop_says_false_when_the_actor_takes_too_long()
    {
        var actor = Sys.ActorOf(Doing.Echo());

        Assert.False(await actor.GracefulStop(TimeSpan.FromMilliseconds(50), "no reason to stop"));
    }
}
