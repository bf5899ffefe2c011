using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;

namespace LanChat.Server.Cli;

/// <summary>
/// Lets the program be a service of systemd (<c>Type=notify</c>) or of Windows; started by hand it is none the wiser. The library's own
/// <c>AddSystemd</c> would log in a format of its own, and finds out by <c>/proc</c>, which the unit hides.
/// </summary>
internal static class ServiceHosting
{
    /// <summary>To be called after the actors are added: there must be a connection manager to ask.</summary>
    public static IServiceCollection AddServiceManagers(this IServiceCollection services)
    {
        if (OperatingSystem.IsWindows()) return services.AddWindowsService(service => service.ServiceName = "LanChat");
        return services.AddSingleton<ISystemdNotifier, SystemdNotifier>().AddHostedService<ReadyNotice>();
    }
}
