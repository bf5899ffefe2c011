using Akka.Actor;
using Akka.Configuration;

namespace Akka.Contract.Tests.TestKit;

public sealed class SystemSpecs() : Spec("lanchat.server.room.name = Ours")
{
    [Fact]
    public void The_system_has_the_configuration_it_was_given()
    {
        Assert.Equal("Ours", Sys.Settings.Config.GetString("lanchat.server.room.name"));
        Assert.Equal(TimeSpan.FromSeconds(5), Sys.Settings.Config.GetTimeSpan("akka.io.tcp.register-timeout"));
    }

    [Fact]
    public void The_system_ends_with_the_test()
    {
        var test = new Inner();
        var system = test.Sys;
        Assert.False(system.WhenTerminated.IsCompleted);

        test.Dispose();

        Assert.True(system.WhenTerminated.IsCompleted);
        Assert.Equal("after all", test.Said);
    }

    [Fact]
    public void A_test_can_use_a_system_that_is_there_already()
    {
        var system = ActorSystem.Create("another", ConfigurationFactory.ParseString("akka.loglevel = OFF"));

        using var test = new Inner(system);

        Assert.Same(system, test.Sys);
        Assert.Equal("another", test.Sys.Name);
    }

    private sealed class Inner : global::Akka.TestKit.Xunit2.TestKit
    {
        public Inner()
            : base("akka.loglevel = OFF")
        {
        }

        public Inner(ActorSystem system)
            : base(system)
        {
        }

        public string? Said { get; private set; }

        protected override void AfterAll() => Said = "after all";
    }
}
