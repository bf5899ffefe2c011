using Akka.Actor;

namespace Akka.Contract.Tests.Actor;

public sealed class SenderSpecs : Spec
{
    [Fact]
    public void Telling_inside_an_actor_makes_it_the_sender()
    {
        var actor = Sys.ActorOf(Doing.Props((message, _) => TestActor.Tell(message)));

        actor.Tell("hello");

        ExpectMsg("hello");
        Assert.Equal(actor, LastSender);
    }

    [Fact]
    public void A_sender_can_be_given_by_hand()
    {
        var other = CreateTestProbe();
        var echo = Sys.ActorOf(Doing.Echo());

        echo.Tell("hello", other.Ref);

        other.ExpectMsg("hello");
    }

    [Fact]
    public void Forwarding_keeps_the_first_sender()
    {
        var echo = Sys.ActorOf(Doing.Echo());
        var between = Sys.ActorOf(Doing.Props((message, _) => echo.Forward(message)));

        between.Tell("hello", TestActor);

        ExpectMsg("hello");
        Assert.Equal(echo, LastSender);
    }

    [Fact]
    public void Outside_of_any_actor_a_sender_may_be_missing()
    {
        var actor = Sys.ActorOf(Doing.Props((_, context) => TestActor.Tell(context.Sender.IsNobody())));

        actor.Tell("hello", ActorRefs.NoSender);

        ExpectMsg(true);
    }

    [Fact]
    public void Nobody_takes_everything_and_is_recognised()
    {
        Assert.True(ActorRefs.Nobody.IsNobody());
        Assert.False(TestActor.IsNobody());
        ActorRefs.Nobody.Tell("hello");
    }
}
