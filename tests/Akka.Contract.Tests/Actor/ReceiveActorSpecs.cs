using Akka.Actor;

namespace Akka.Contract.Tests.Actor;

public sealed class ReceiveActorSpecs : Spec
{
    private sealed class Sorting : ReceiveActor
    {
        public Sorting()
        {
            Receive<int>(number => number < 0, number => Sender.Tell($"negative {number}"));
            Receive<int>(number => Sender.Tell($"number {number}"));
            Receive<Exception>(exception => Sender.Tell($"exception {exception.Message}"));
            ReceiveAny(message => Sender.Tell($"other {message}"));
        }
    }

    [Fact]
    public void The_first_handler_that_fits_handles_the_message()
    {
        var sorting = Sys.ActorOf(Props.Create(() => new Sorting()));

        sorting.Tell(-1);
        sorting.Tell(1);
        sorting.Tell("text");

        ExpectMsg("negative -1");
        ExpectMsg("number 1");
        ExpectMsg("other text");
    }

    [Fact]
    public void A_handler_takes_subclasses_of_its_type()
    {
        var sorting = Sys.ActorOf(Props.Create(() => new Sorting()));

        sorting.Tell(new InvalidOperationException("no luck"));

        ExpectMsg("exception no luck");
    }

    private sealed class Door : ReceiveActor
    {
        public Door() => Closed();

        private void Closed()
        {
            Receive<string>(message => message == "open", _ => Become(Open));
            ReceiveAny(_ => Sender.Tell("closed"));
        }

        private void Open()
        {
            Receive<string>(message => message == "close", _ => Become(Closed));
            ReceiveAny(_ => Sender.Tell("open"));
        }
    }

    [Fact]
    public void Become_replaces_all_handlers()
    {
        var door = Sys.ActorOf(Props.Create(() => new Door()));

        door.Tell("knock");
        ExpectMsg("closed");
        door.Tell("open");
        door.Tell("knock");
        ExpectMsg("open");
        door.Tell("close");
        door.Tell("knock");
        ExpectMsg("closed");
    }
}
