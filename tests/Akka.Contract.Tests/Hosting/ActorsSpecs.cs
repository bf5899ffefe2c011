using Akka.Actor;
using Akka.Contract.Tests.Actor;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Akka.Contract.Tests.Hosting;

public sealed class ActorsSpecs : HostSpec
{
    /// <summary>Only a name for the actor in the registry.</summary>
    private sealed class Room;

    private sealed class Greeting
    {
        public string Text => "hello";
    }

    private sealed class Greeter(Greeting greeting, string nick) : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell($"{greeting.Text} {nick}");
    }

    [Fact]
    public async Task The_system_is_a_service()
    {
        var host = await Start((_, _) => { });

        Assert.Equal("lanchat", host.Services.GetRequiredService<ActorSystem>().Name);
    }

    [Fact]
    public async Task Actors_are_started_with_the_host_and_found_by_the_type_they_are_registered_for()
    {
        var host = await Start((akka, _) => akka.WithActors((system, registry, _) =>
            registry.Register<Room>(system.ActorOf(Doing.Echo(), "room"))));

        var room = host.Services.GetRequiredService<IRequiredActor<Room>>().ActorRef;

        Assert.Equal("room", room.Path.Name);
        Assert.Equal("hello", await room.Ask<string>("hello", Patience));
        Assert.Equal(room, host.Services.GetRequiredService<ActorRegistry>().Get<Room>());
        Assert.Equal(room, ActorRegistry.For(host.Services.GetRequiredService<ActorSystem>()).Get<Room>());
    }

    [Fact]
    public async Task A_later_starter_finds_what_an_earlier_one_registered()
    {
        var host = await Start((akka, _) => akka
            .WithActors((system, registry) => registry.Register<Room>(system.ActorOf(Doing.Echo(), "room")))
            .WithActors((system, registry) =>
            {
                var room = registry.Get<Room>();
                registry.Register<Greeter>(system.ActorOf(Doing.Props((message, _) => room.Forward(message))));
            }));

        var greeter = host.Services.GetRequiredService<IRequiredActor<Greeter>>().ActorRef;

        Assert.Equal("hello", await greeter.Ask<string>("hello", Patience));
    }

    [Fact]
    public async Task The_resolver_makes_actors_from_services_and_further_arguments()
    {
        var host = await Start(
            (akka, _) => akka.WithActors((system, registry, resolver) =>
                registry.Register<Greeter>(system.ActorOf(resolver.Props<Greeter>("Ann"), "greeter"))),
            builder => builder.Services.AddSingleton<Greeting>());

        var greeter = host.Services.GetRequiredService<IRequiredActor<Greeter>>().ActorRef;

        Assert.Equal("hello Ann", await greeter.Ask<string>("?", Patience));
    }

    [Fact]
    public async Task The_configuration_is_built_with_the_services_at_hand()
    {
        var found = "";

        await Start(
            (_, provider) => found = provider.GetRequiredService<Greeting>().Text,
            builder => builder.Services.AddSingleton<Greeting>());

        Assert.Equal("hello", found);
    }

    [Fact]
    public async Task An_actor_can_be_awaited_until_it_is_registered()
    {
        var host = await Start((akka, _) => akka.WithActors((system, registry) => registry.Register<Room>(system.ActorOf(Doing.Echo()))));

        var room = await host.Services.GetRequiredService<IRequiredActor<Room>>().GetAsync().WaitAsync(Patience);

        Assert.Equal("hello", await room.Ask<string>("hello", Patience));
    }

    [Fact]
    public async Task A_type_is_registered_once_and_asked_for_only_when_it_was()
    {
        var host = await Start((_, _) => { });
        var system = host.Services.GetRequiredService<ActorSystem>();
        var registry = ActorRegistry.For(system);

        Assert.Throws<MissingActorRegistryEntryException>(() => registry.Get<Room>());
        Assert.False(registry.TryGet<Room>(out _));
        registry.Register<Room>(system.ActorOf(Doing.Echo()));
        Assert.True(registry.TryGet<Room>(out _));
        Assert.Throws<DuplicateActorRegistryException>(() => registry.Register<Room>(system.ActorOf(Doing.Echo())));
    }
}
