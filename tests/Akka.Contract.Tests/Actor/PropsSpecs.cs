using Akka.Actor;

namespace Akka.Contract.Tests.Actor;

public sealed class PropsSpecs : Spec
{
    private sealed class Greeter(string greeting, int times) : UntypedActor
    {
        private readonly List<string> _said = [];

        protected override void OnReceive(object message)
        {
            if (message is "fail")
                throw new InvalidOperationException();
            for (var i = 0; i < times; i++)
                _said.Add($"{greeting} {message}");
            Sender.Tell(string.Join(", ", _said));
        }
    }

    private sealed class Quiet : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell("…");
    }

    [Fact]
    public void An_expression_says_how_the_actor_is_made()
    {
        var greeting = "Hello";
        var greeter = Sys.ActorOf(Props.Create(() => new Greeter(greeting, 2)));

        greeter.Tell("Ann");

        ExpectMsg("Hello Ann, Hello Ann");
    }

    [Fact]
    public void A_restart_makes_a_new_one_with_the_same_arguments()
    {
        var greeter = Sys.ActorOf(Props.Create(() => new Greeter("Hello", 1)));

        greeter.Tell("Ann");
        greeter.Tell("fail");
        greeter.Tell("Bob");

        ExpectMsg("Hello Ann");
        ExpectMsg("Hello Bob");
    }

    [Fact]
    public void Arguments_may_be_given_in_order_instead()
    {
        var greeter = Sys.ActorOf(Props.Create<Greeter>("Hello", 1));

        greeter.Tell("Ann");

        ExpectMsg("Hello Ann");
    }

    [Fact]
    public void An_actor_without_arguments_needs_only_its_type()
    {
        Sys.ActorOf(Props.Create<Quiet>()).Tell("hello");
        ExpectMsg("…");

        Sys.ActorOf<Quiet>("quiet").Tell("hello");
        ExpectMsg("…");
    }

    [Fact]
    public void Props_make_any_number_of_actors()
    {
        var props = Props.Create(() => new Greeter("Hello", 1));
        var first = Sys.ActorOf(props);
        var second = Sys.ActorOf(props);

        first.Tell("Ann");
        second.Tell("Bob");

        Assert.Equal(["Hello Ann", "Hello Bob"], ReceiveN(2).Cast<string>().Order());
    }
}
