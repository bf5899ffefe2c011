using Akka.Actor;
using Akka.Event;

namespace Akka.Contract.Tests.Actor;

public sealed class DeathPactSpecs : Spec
{
    private sealed class Partner(IActorRef other, IActorRef observer) : UntypedActor
    {
        protected override void PreStart()
        {
            Context.Watch(other);
            observer.Tell("watching");
        }

        protected override void OnReceive(object message) => Unhandled(message);
    }

    [Fact]
    public void Who_watches_and_does_not_handle_Terminated_is_stopped()
    {
        var other = Sys.ActorOf(Doing.Echo());
        var partner = Sys.ActorOf(Props.Create(() => new Partner(other, TestActor)));
        ExpectMsg("watching");
        Watch(partner);

        Sys.Stop(other);

        ExpectTerminated(partner);
    }

    private sealed class Survivor(IActorRef other, IActorRef observer) : UntypedActor
    {
        private sealed record OtherLeft;

        protected override void PreStart()
        {
            Context.WatchWith(other, new OtherLeft());
            observer.Tell("watching");
        }

        protected override void OnReceive(object message)
        {
            if (message is OtherLeft)
                observer.Tell("left");
            Unhandled(message);
        }
    }

    [Fact]
    public void A_message_of_ones_own_given_to_WatchWith_may_stay_unhandled()
    {
        var other = Sys.ActorOf(Doing.Echo());
        var survivor = Sys.ActorOf(Props.Create(() => new Survivor(other, TestActor)));
        ExpectMsg("watching");

        Sys.Stop(other);

        ExpectMsg("left");
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        survivor.Tell("still here");
        FishForMessage<UnhandledMessage>(unhandled => Equals(unhandled.Message, "still here"));
    }
}
