using Akka.Hosting;
using Microsoft.Extensions.Hosting;

namespace Akka.Contract.Tests.Hosting;

/// <summary>Hosts that run an actor system, and are stopped at the end.</summary>
public abstract class HostSpec : IAsyncLifetime
{
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly List<IHost> _hosts = [];

    protected async Task<IHost> Start(
        Action<AkkaConfigurationBuilder, IServiceProvider> configure, Action<HostApplicationBuilder>? compose = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        compose?.Invoke(builder);
        builder.Services.AddAkka("lanchat", (akka, provider) =>
        {
            akka.AddHocon("akka.loglevel = WARNING, akka.stdout-loglevel = OFF, akka.loggers = []", HoconAddMode.Append);
            configure(akka, provider);
        });
        var host = builder.Build();
        _hosts.Add(host);
        await host.StartAsync().WaitAsync(Patience);
        return host;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.StopAsync().WaitAsync(Patience);
            host.Dispose();
        }
    }
}
