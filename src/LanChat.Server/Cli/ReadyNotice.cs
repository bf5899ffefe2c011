using Akka.Actor;
using Akka.Hosting;
using LanChat.Server.Listening;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;

namespace LanChat.Server.Cli;

/// <summary>Tells systemd that the room is open once it listens, not when the program has started, and that it closes.</summary>
internal sealed class ReadyNotice(IRequiredActor<ConnectionManagerActor> connections, ISystemdNotifier systemd, IHostApplicationLifetime life) : BackgroundService
{
    private readonly CancellationTokenRegistration _stopping = life.ApplicationStopping.Register(() => systemd.Notify(ServiceState.Stopping));

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
