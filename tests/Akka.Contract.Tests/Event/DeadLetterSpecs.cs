using Akka.Actor;
using Akka.Contract.Tests.Actor;
using Akka.Event;

namespace Akka.Contract.Tests.Event;

public sealed class DeadLetterSpecs : Spec
{
    public DeadLetterSpecs() => Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

    [Fact]
    public void A_message_to_a_terminated_actor_becomes_a_dead_letter()
    {
        var dead = Watch(Sys.ActorOf(Doing.Echo()));
        Sys.Stop(dead);
        ExpectTerminated(dead);

        dead.Tell("too late");

        var letter = ExpectMsg<DeadLetter>();
        Assert.Equal("too late", letter.Message);
        Assert.Equal(TestActor, letter.Sender);
        Assert.Equal(dead, letter.Recipient);
    }

    [Fact]
    public void What_is_left_in_the_mailbox_of_an_actor_that_stops_becomes_dead_letters()
    {
        var actor = Sys.ActorOf(Doing.Props((message, context) =>
        {
            context.Self.Tell("left behind");
            context.Stop(context.Self);
        }));

        actor.Tell("stop");

        Assert.Equal("left behind", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void Dead_letters_can_be_told_directly()
    {
        Sys.DeadLetters.Tell("nobody's");

        Assert.Equal("nobody's", ExpectMsg<DeadLetter>().Message);
    }
}
