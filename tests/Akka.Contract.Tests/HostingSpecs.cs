using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Akka.Contract.Tests;

/// <summary>
/// A host starts the actor system and its actors, logs for them, and ends with the system as the
/// system ends with it.
/// </summary>
public sealed class HostingSpecs : IAsyncLifetime
{
    /// <summary>A key for the actor registry.</summary>
    private sealed class Room;

    private sealed class RecordedLines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<(LogLevel Level, string Text, string? Cause)> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<T>(
            LogLevel level, EventId id, T state, Exception? exception, Func<T, Exception?, string> format) =>
            All.Enqueue((level, format(state, exception), exception?.Message));

        public void Dispose()
        {
        }
    }

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    private readonly RecordedLines _recorded = new();
    private readonly List<IHost> _hosts = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.StopAsync().WaitAsync(Timeout);
            host.Dispose();
        }
    }

    private async Task<(IHost Host, ActorSystem System)> Start(Action<AkkaConfigurationBuilder> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders().AddProvider(_recorded);
        builder.Services.AddAkka("lanchat", (akka, _) => configure(akka
            .AddHocon("akka.stdout-loglevel = OFF", HoconAddMode.Append)
            .ConfigureLoggers(loggers =>
            {
                loggers.LogLevel = Akka.Event.LogLevel.InfoLevel;
                loggers.ClearLoggers();
                loggers.AddLoggerFactory();
            })));
        var host = builder.Build();
        _hosts.Add(host);
        await host.StartAsync().WaitAsync(Timeout);
        return (host, host.Services.GetRequiredService<ActorSystem>());
    }

    [Fact]
    public async Task Actors_start_with_the_host_and_are_found_by_their_registered_type()
    {
        var (host, system) = await Start(akka => akka.WithActors((system, registry) =>
            registry.Register<Room>(system.ActorOf(ScriptedActor.Echo(), "room"))));

        var room = host.Services.GetRequiredService<IRequiredActor<Room>>().ActorRef;

        Assert.Equal("lanchat", system.Name);
        Assert.Equal("hello", await room.Ask<string>("hello", Timeout));
        Assert.Equal(room, ActorRegistry.For(system).Get<Room>());
    }

    [Fact]
    public async Task A_later_starter_finds_what_an_earlier_one_registered()
    {
        IActorRef? found = null;

        var (_, system) = await Start(akka => akka
            .WithActors((_, registry) => Assert.False(registry.TryGet<Room>(out var _)))
            .WithActors((system, registry) => registry.Register<Room>(system.ActorOf(ScriptedActor.Echo(), "room")))
            .WithActors((_, registry) => found = registry.Get<Room>()));

        Assert.Equal("room", found!.Path.Name);
        Assert.Throws<MissingActorRegistryEntryException>(() => ActorRegistry.For(system).Get<HostingSpecs>());
    }

    [Fact]
    public async Task A_starter_that_throws_keeps_the_host_from_starting() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Start(akka => akka.WithActors((_, _) => throw new InvalidOperationException("no luck"))));

    [Fact]
    public async Task A_prepended_configuration_wins_over_earlier_ones_and_the_defaults()
    {
        static Config Named(string name) =>
            ConfigurationFactory.ParseString($"lanchat {{ name = {name}, only-{name} = 1 }}");

        var (_, system) = await Start(akka => akka
            .AddHocon(Named("one"), HoconAddMode.Append)
            .AddHocon(Named("two"), HoconAddMode.Prepend));

        var config = system.Settings.Config;
        Assert.Equal("two", config.GetString("lanchat.name"));
        Assert.Equal("1", config.GetString("lanchat.only-one"));
        Assert.Equal(TimeSpan.FromSeconds(5), config.GetTimeSpan("akka.io.tcp.register-timeout"));
    }

    [Fact]
    public async Task Stopping_the_host_runs_the_coordinated_shutdown_and_terminates_the_system()
    {
        var said = new List<string>();
        var (host, system) = await Start(akka => akka.WithActors((system, _) =>
        {
            var room = system.ActorOf(ScriptedActor.Echo(), "room");
            CoordinatedShutdown.Get(system).AddTask(CoordinatedShutdown.PhaseServiceStop, "say goodbye", async () =>
            {
                said.Add(await room.Ask<string>("goodbye", Timeout));
                return Done.Instance;
            });
        }));

        await host.StopAsync().WaitAsync(Timeout);

        Assert.Equal(["goodbye"], said);
        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_system_that_terminates_stops_the_host()
    {
        var (host, system) = await Start(_ => { });
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(stopping.SetResult);

        await system.Terminate().WaitAsync(Timeout);

        await stopping.Task.WaitAsync(Timeout);
    }

    [Fact]
    public async Task Log_lines_of_actors_go_to_the_hosts_loggers_with_level_and_exception()
    {
        var (_, system) = await Start(_ => { });
        var logging = system.ActorOf(ScriptedActor.Props((_, context) =>
        {
            context.GetLogger().Debug("quiet");
            context.GetLogger().Info("{0} entered", "Ann");
            context.GetLogger().Error(new InvalidOperationException("no luck"), "it failed");
        }));

        logging.Tell("log");

        await Task.Run(() => SpinWait.SpinUntil(() => _recorded.All.Any(line => line.Cause is not null), Timeout));
        Assert.Contains(_recorded.All, line => line.Level == LogLevel.Information && line.Text.Contains("Ann entered"));
        var failure = Assert.Single(_recorded.All, line => line.Level == LogLevel.Error);
        Assert.Contains("it failed", failure.Text);
        Assert.Equal("no luck", failure.Cause);
        Assert.DoesNotContain(_recorded.All, line => line.Text.Contains("quiet"));
    }
}
