using Akka.Actor;
using Akka.Hosting;
using LanChat.Server.Listening;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;

namespace LanChat.Server.Cli;

/// <summary>Notifies systemd when the server listens and when it stops.</summary>
internal sealed class ReadyNotifier(
    IRequiredActor<ConnectionManagerActor> connections,
    ISystemdNotifier systemd,
    IHostApplicationLifetime life) : BackgroundService
{
    private readonly CancellationTokenRegistration _stopping =
        life.ApplicationStopping.Register(() => systemd.Notify(ServiceState.Stopping));

    public override void Dispose()
    {
        _stopping.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var manager = await connections.WhenRegisteredAsync(stoppingToken);
        var outcome = await manager.Ask<object>(ConnectionManagerProtocol.Subscribe.Instance, stoppingToken);
        if (outcome is ConnectionManagerProtocol.Listening) systemd.Notify(ServiceState.Ready);
    }
}
