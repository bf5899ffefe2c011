using Akka.Actor;
using Akka.Contract.Tests.Actor;

namespace Akka.Contract.Tests.TestKit;

public sealed class ProbeSpecs : Spec
{
    [Fact]
    public void A_probe_is_an_actor_that_keeps_what_it_gets()
    {
        var probe = CreateTestProbe("listener");

        probe.Ref.Tell("hello");

        probe.ExpectMsg("hello");
        Assert.Equal("listener", probe.Ref.Path.Name);
    }

    [Fact]
    public void Send_makes_the_probe_the_sender()
    {
        var probe = CreateTestProbe();

        probe.Send(Sys.ActorOf(Doing.Echo()), "hello");

        probe.ExpectMsg("hello");
    }

    [Fact]
    public void Reply_goes_to_the_sender_of_the_last_message()
    {
        var asking = CreateTestProbe();
        var answering = CreateTestProbe();
        asking.Send(answering.Ref, "question");
        answering.ExpectMsg("question");
        Assert.Equal(asking.Ref, answering.LastSender);
        Assert.Equal(asking.Ref, answering.Sender);

        answering.Reply("answer");

        asking.ExpectMsg("answer");
        Assert.Equal(answering.Ref, asking.LastSender);
    }

    [Fact]
    public void Forward_keeps_the_sender_of_the_last_message()
    {
        var between = CreateTestProbe();
        between.Ref.Tell("hello", TestActor);
        between.ExpectMsg("hello");

        between.Forward(Sys.ActorOf(Doing.Echo()));

        ExpectMsg("hello");
    }

    [Fact]
    public void A_probe_watches()
    {
        var probe = CreateTestProbe();
        var actor = Sys.ActorOf(Doing.Echo());
        probe.Watch(actor);

        Sys.Stop(actor);

        Assert.Equal(actor, probe.ExpectTerminated(actor).ActorRef);
    }

    [Fact]
    public void Who_no_longer_watches_is_not_told()
    {
        var probe = CreateTestProbe();
        var actor = Sys.ActorOf(Doing.Echo());
        probe.Watch(actor);
        probe.Unwatch(actor);
        Watch(actor);

        Sys.Stop(actor);

        ExpectTerminated(actor);
        probe.Ref.Tell("silence");
        probe.ExpectMsg("silence");
    }

    [Fact]
    public void A_probe_can_be_watched()
    {
        var probe = CreateTestProbe();
        Watch(probe.Ref);

        Sys.Stop(probe.Ref);

        ExpectTerminated(probe.Ref);
    }

    [Fact]
    public void Probes_do_not_share_what_they_get()
    {
        var one = CreateTestProbe();
        var other = CreateTestProbe();

        one.Ref.Tell("one");
        other.Ref.Tell("other");

        other.ExpectMsg("other");
        one.ExpectMsg("one");
        Assert.False(HasMessages);
    }

    [Fact]
    public void Ignored_messages_are_not_kept()
    {
        var probe = CreateTestProbe();
        probe.IgnoreMessages(message => message is int);

        probe.Ref.Tell(1);
        probe.Ref.Tell("kept");
        probe.ExpectMsg("kept");

        probe.IgnoreNoMessages();
        probe.Ref.Tell(2);
        probe.ExpectMsg(2);
    }

    [Fact]
    public void A_child_of_a_probe_can_be_made()
    {
        var probe = CreateTestProbe();

        var child = probe.ChildActorOf(Doing.Props((_, context) => context.Parent.Tell("from your child")), "child");
        child.Tell("speak");

        probe.ExpectMsg("from your child");
        Assert.Equal(probe.Ref.Path, child.Path.Parent);
    }
}
