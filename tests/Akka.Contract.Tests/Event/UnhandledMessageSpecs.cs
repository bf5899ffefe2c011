using Akka.Actor;
using Akka.Event;

namespace Akka.Contract.Tests.Event;

public sealed class UnhandledMessageSpecs : Spec
{
    private sealed class Picky : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is "hello")
                Sender.Tell("hello");
            else
                Unhandled(message);
        }
    }

    private sealed class PickyReceiver : ReceiveActor
    {
        public PickyReceiver() => Receive<string>(text => Sender.Tell(text));
    }

    [Fact]
    public void What_an_actor_calls_unhandled_is_published_on_the_event_stream()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var picky = Sys.ActorOf(Props.Create(() => new Picky()));

        picky.Tell(42);

        var unhandled = ExpectMsg<UnhandledMessage>();
        Assert.Equal(42, unhandled.Message);
        Assert.Equal(TestActor, unhandled.Sender);
        Assert.Equal(picky, unhandled.Recipient);
    }

    [Fact]
    public void What_a_receive_actor_has_no_handler_for_is_unhandled()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var picky = Sys.ActorOf(Props.Create(() => new PickyReceiver()));

        picky.Tell(42);
        picky.Tell("hello");

        Assert.Equal(42, ExpectMsg<UnhandledMessage>().Message);
        ExpectMsg("hello");
    }
}
