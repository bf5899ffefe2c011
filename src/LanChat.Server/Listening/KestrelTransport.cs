using System.Net;
using System.Security.Cryptography.X509Certificates;
using LanChat.Server.Settings;
using LanChat.Server.Sockets;
using LanChat.Server.Transports;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LanChat.Server.Listening;

/// <summary>Has Kestrel serve the dialects' ports.</summary>
internal static class KestrelTransport
{
    /// <param name="web">The web host to configure.</param>
    /// <param name="settings">Has the dialects and their ports.</param>
    /// <param name="certificate">The certificate for TLS; null: plain TCP.</param>
    public static IWebHostBuilder AddDialects(
        this IWebHostBuilder web, ServerSettings settings, X509Certificate2? certificate) => web
        .ConfigureServices(services => services
            .AddSingleton<BoundEndpoints>()
            .AddSingleton<KestrelConnectionHandler>()
            .AddSingleton(provider => SocketsOf(settings, provider.GetRequiredService<ILoggerFactory>()))
            .AddSingleton<IConnectionListenerFactory, SocketListenerFactory>())
        .ConfigureKestrel(kestrel =>
        {
            foreach (var (dialect, port) in settings.Listen.Ports)
            {
                var endpoint = new DialectEndpoint(dialect, new IPEndPoint(settings.Listen.Address, port));
                kestrel.Listen(new KestrelEndPoint(endpoint), listen =>
                {
                    if (certificate is not null)
                        listen.UseHttps(certificate, tls => tls.HandshakeTimeout = settings.Limits.Greeting);
                    var handler = listen.ApplicationServices.GetRequiredService<KestrelConnectionHandler>();
                    listen.Run(connection => handler.ReceiveAsync(connection, dialect));
                });
            }
        });

    private static ListenSockets SocketsOf(ServerSettings settings, ILoggerFactory logs)
    {
        var log = logs.CreateLogger("transport");
        return ListenSockets.Of(
            settings,
            FileDescriptorBudget.ForDialects(settings.Listen),
            TimeProvider.System,
            warning => log.LogWarning("{Warning}", warning));
    }
}
