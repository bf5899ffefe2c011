using Akka.Actor;

namespace Akka.Contract.Tests.Actor;

public sealed class NameSpecs : Spec
{
    [Fact]
    public void A_name_is_unique_among_siblings()
    {
        Sys.ActorOf(Doing.Echo(), "room");

        Assert.Throws<InvalidActorNameException>(() => Sys.ActorOf(Doing.Echo(), "room"));
    }

    [Fact]
    public void A_name_is_free_again_soon_after_its_bearer_has_terminated()
    {
        var first = Watch(Sys.ActorOf(Doing.Echo(), "room"));
        Sys.Stop(first);
        ExpectTerminated(first);

        // The parent gives the name back, and may hear of the end later than others do.
        IActorRef second = ActorRefs.Nobody;
        AwaitAssert(() => second = Sys.ActorOf(Doing.Echo(), "room"));

        Assert.Equal(first.Path, second.Path);
        Assert.NotEqual(first, second);
    }

    [Theory]
    [InlineData("")]
    [InlineData("$reserved")]
    [InlineData("a/b")]
    [InlineData("a b")]
    public void A_name_that_is_no_path_element_is_refused(string name) =>
        Assert.Throws<InvalidActorNameException>(() => Sys.ActorOf(Doing.Echo(), name));

    [Fact]
    public void Actors_without_a_name_are_given_different_ones() =>
        Assert.NotEqual(Sys.ActorOf(Doing.Echo()).Path, Sys.ActorOf(Doing.Echo()).Path);

    [Fact]
    public void A_path_names_the_way_from_the_user_guardian()
    {
        var parent = Sys.ActorOf(
            Doing.Props((_, context) => context.Sender.Tell(context.ActorOf(Doing.Echo(), "members"))), "room");

        parent.Tell("create");

        var child = ExpectMsg<IActorRef>();
        Assert.Equal("members", child.Path.Name);
        Assert.Equal("/user/room/members", child.Path.ToStringWithoutAddress());
        Assert.Equal(parent.Path, child.Path.Parent);
    }

    [Fact]
    public void A_parent_finds_its_children_by_name()
    {
        var parent = Sys.ActorOf(Doing.Props((_, context) =>
        {
            var child = context.ActorOf(Doing.Echo(), "members");
            context.Sender.Tell(context.Child("members").Equals(child));
            context.Sender.Tell(context.Child("nobody").IsNobody());
            context.Sender.Tell(context.GetChildren().Single().Equals(child));
        }));

        parent.Tell("create");

        Assert.Equal([true, true, true], ReceiveN(3).Cast<bool>());
    }

    [Fact]
    public void A_child_knows_its_parent_and_its_system()
    {
        var parent = Sys.ActorOf(Doing.Props((_, context) =>
            context.ActorOf(Doing.Props((_, child) => child.Sender.Tell((child.Parent, child.System)))).Forward("who")));

        parent.Tell("ask");

        ExpectMsg((parent, Sys));
    }
}
