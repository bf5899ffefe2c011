using Akka.Actor;
using Akka.Configuration;
using Akka.DependencyInjection;
using Akka.Util;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Akka.Hosting;

/// <summary>Collects how an actor system is to be configured and what is to be started in it.</summary>
public sealed class AkkaConfigurationBuilder(IServiceCollection serviceCollection, string actorSystemName)
{
    private readonly List<ActorStarter> _starters = [];
    private readonly List<StartupTask> _startups = [];

    public Option<Config> Configuration { get; private set; }

    internal ILoggerFactory? LoggerFactory { get; set; }

    internal IServiceCollection Services => serviceCollection;

    public AkkaConfigurationBuilder StartActors(ActorStarter starter)
    {
        _starters.Add(starter);
        return this;
    }

    public AkkaConfigurationBuilder StartActors(ActorStarterWithResolver starter) =>
        StartActors((system, registry) => starter(system, registry, DependencyResolver.For(system).Resolver));

    public AkkaConfigurationBuilder StartActors(Action<ActorSystem, IActorRegistry> starter) => StartActors((system, registry) =>
    {
        starter(system, registry);
        return Task.CompletedTask;
    });

    public AkkaConfigurationBuilder StartActors(Action<ActorSystem, IActorRegistry, IDependencyResolver> starter) =>
        StartActors((system, registry) => starter(system, registry, DependencyResolver.For(system).Resolver));

    public AkkaConfigurationBuilder AddStartup(StartupTask startupTask)
    {
        _startups.Add(startupTask);
        return this;
    }

    public AkkaConfigurationBuilder AddStartup(Action<ActorSystem, IActorRegistry> startupTask) => AddStartup((system, registry) =>
    {
        startupTask(system, registry);
        return Task.CompletedTask;
    });

    internal AkkaConfigurationBuilder AddHocon(Config hocon, HoconAddMode addMode)
    {
        ArgumentNullException.ThrowIfNull(hocon);
        var before = Configuration.GetOrElse(Config.Empty);
        Configuration = addMode == HoconAddMode.Append ? before.WithFallback(hocon) : hocon.WithFallback(before);
        return this;
    }

    internal ActorSystem CreateSystem(IServiceProvider provider)
    {
        var system = new ActorSystemImpl(actorSystemName, Configuration.GetOrElse(Config.Empty));
        system.RegisterExtension(new DependencyResolverId(provider));
        system.RegisterExtension(new Logging.LoggerFactoryId(LoggerFactory ?? provider.GetService<ILoggerFactory>()));
        system.Start();
        return system;
    }

    internal async Task StartAsync(ActorSystem system)
    {
        var registry = ActorRegistry.For(system);
        foreach (var starter in _starters)
            await starter(system, registry).ConfigureAwait(false);
        foreach (var startup in _startups)
            await startup(system, registry).ConfigureAwait(false);
    }
}
