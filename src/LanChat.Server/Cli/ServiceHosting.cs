using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;

namespace LanChat.Server.Cli;

/// <summary>
/// Supports systemd (<c>Type=notify</c>) and Windows services. Does not use <c>AddSystemd</c>: that
/// changes the log format, and detects systemd by <c>/proc</c>, which our unit hides.
/// </summary>
internal static class ServiceHosting
{
    /// <summary>Call after the actors are added: it needs the connection manager.</summary>
    public static IServiceCollection AddServiceManagers(this IServiceCollection services)
    {
        if (OperatingSystem.IsWindows()) return services.AddWindowsService(service => service.ServiceName = "LanChat");
        return services.AddSingleton<ISystemdNotifier, SystemdNotifier>().AddHostedService<ReadyNotifier>();
    }
}
