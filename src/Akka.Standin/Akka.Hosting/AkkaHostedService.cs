using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Akka.Hosting;

/// <summary>Starts the actor system with the host and shuts it down, phase by phase, when the host stops.</summary>
internal sealed class AkkaHostedService(
    AkkaConfigurationBuilder builder,
    IServiceProvider provider,
    IHostApplicationLifetime lifetime,
    ILogger<AkkaHostedService> logger) : IHostedService
{
    private CoordinatedShutdown? _shutdown;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            var system = provider.GetRequiredService<ActorSystem>();
            _shutdown = CoordinatedShutdown.Get(system);
            await builder.StartAsync(system).ConfigureAwait(false);
            _ = system.WhenTerminated.ContinueWith(_ => lifetime.StopApplication(), TaskScheduler.Default);
        }
        catch (Exception cause)
        {
            logger.LogCritical(cause, "Unable to start the actor system");
            await StopAsync(cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        _shutdown?.Run(CoordinatedShutdown.ClrExitReason.Instance) ?? Task.CompletedTask;
}
