using Akka.Actor;
using Akka.Contract.Tests.Actor;

namespace Akka.Contract.Tests.TestKit;

public sealed class TestActorSpecs : Spec
{
    [Fact]
    public void What_a_test_tells_comes_from_its_TestActor()
    {
        Sys.ActorOf(Doing.Echo()).Tell("hello");

        ExpectMsg("hello");
    }

    [Fact]
    public async Task It_still_does_after_an_await()
    {
        await Task.Yield();
        Sys.ActorOf(Doing.Echo()).Tell("hello");
        ExpectMsg("hello");

        await Task.Run(() => { });
        Sys.ActorOf(Doing.Echo()).Tell("world");
        await ExpectMsgAsync("world");
    }

    [Fact]
    public void It_still_does_after_a_probe_was_made()
    {
        CreateTestProbe();

        Sys.ActorOf(Doing.Echo()).Tell("hello");

        ExpectMsg("hello");
    }

    [Fact]
    public void Actors_are_made_by_the_kit_as_by_the_system()
    {
        var named = ActorOf(Doing.Echo(), "named");

        Assert.Equal("/user/named", named.Path.ToStringWithoutAddress());
        Watch(ActorOf(Doing.Echo())).Tell("hello");
        ExpectMsg("hello");
    }
}
