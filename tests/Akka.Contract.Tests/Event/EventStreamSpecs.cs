using Akka.Event;

namespace Akka.Contract.Tests.Event;

public sealed class EventStreamSpecs : Spec
{
    private interface INews;

    private record Event;

    private sealed record Joined(string Nick) : Event, INews;

    private sealed record Left(string Nick) : Event;

    [Fact]
    public void A_subscriber_gets_what_is_published_of_its_type()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Joined));

        Sys.EventStream.Publish(new Left("Bob"));
        Sys.EventStream.Publish(new Joined("Ann"));

        ExpectMsg(new Joined("Ann"));
    }

    [Fact]
    public void A_subscriber_of_a_class_gets_its_subclasses()
    {
        Sys.EventStream.Subscribe<Event>(TestActor);

        Sys.EventStream.Publish(new Joined("Ann"));
        Sys.EventStream.Publish(new Left("Ann"));

        ExpectMsg(new Joined("Ann"));
        ExpectMsg(new Left("Ann"));
    }

    [Fact]
    public void A_subscriber_of_an_interface_gets_whatever_implements_it()
    {
        Sys.EventStream.Subscribe<INews>(TestActor);

        Sys.EventStream.Publish(new Left("Bob"));
        Sys.EventStream.Publish(new Joined("Ann"));

        ExpectMsg(new Joined("Ann"));
    }

    [Fact]
    public void Every_subscriber_gets_it_once()
    {
        var other = CreateTestProbe();
        Sys.EventStream.Subscribe<Joined>(TestActor);
        Sys.EventStream.Subscribe<Event>(TestActor);
        Sys.EventStream.Subscribe<Event>(other.Ref);

        Sys.EventStream.Publish(new Joined("Ann"));
        Sys.EventStream.Publish(new Joined("Bob"));

        ExpectMsg(new Joined("Ann"));
        ExpectMsg(new Joined("Bob"));
        other.ExpectMsg(new Joined("Ann"));
        other.ExpectMsg(new Joined("Bob"));
    }

    [Fact]
    public void Who_unsubscribes_gets_no_more()
    {
        Sys.EventStream.Subscribe<Event>(TestActor);
        Sys.EventStream.Publish(new Joined("Ann"));
        ExpectMsg(new Joined("Ann"));

        Sys.EventStream.Unsubscribe(TestActor, typeof(Joined));
        Sys.EventStream.Publish(new Joined("Bob"));
        Sys.EventStream.Publish(new Left("Ann"));
        ExpectMsg(new Left("Ann"));

        Sys.EventStream.Unsubscribe(TestActor);
        Sys.EventStream.Publish(new Left("Bob"));
        TestActor.Tell("silence", TestActor);
        ExpectMsg("silence");
    }
}
