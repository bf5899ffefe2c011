using System.Security.Cryptography.X509Certificates;
using Akka.Actor;
using Akka.Hosting;
using LanChat.Protocol;
using LanChat.Server.Listening;
using LanChat.Server.Metrics;
using LanChat.Server.Settings;
using LanChat.Server.Sockets;
using LanChat.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Net.Http.Headers;

namespace LanChat.Server.Web;

/// <summary>
/// Adds the web server to the program: the page, its WebSocket, files, status and metrics.
/// </summary>
internal static class WebHosting
{
    private const string PageFolder = "LanChat.Server.Web.wwwroot";

    private static readonly WebDialect Dialect = new();

    /// <summary>
    /// Adds Kestrel with the page, and with the dialects if it is their transport. Call it before
    /// the actors are added: services stop in reverse order, and the connections' farewell needs
    /// Kestrel.
    /// </summary>
    /// <param name="host">The program.</param>
    /// <param name="settings">The server's settings.</param>
    /// <param name="page">The certificate of HTTPS; null: HTTP.</param>
    /// <param name="dialects">The certificate of the dialects' TLS; null: plain TCP.</param>
    public static IHostBuilder AddKestrel(
        this IHostBuilder host, ServerSettings settings, X509Certificate2? page, X509Certificate2? dialects)
    {
        if (settings.Listen.Web is null && !settings.Transport.IsKestrel()) return host;
        return host.ConfigureWebHost(web =>
        {
            web.UseKestrelCore().UseKestrelHttpsConfiguration();
            if (settings.Listen.Web is { } port) web.AddPage(settings, port, page);
            else web.Configure(_ => { });
            if (settings.Transport.IsKestrel()) web.AddDialects(settings, dialects);
        });
    }

    private static void AddPage(
        this IWebHostBuilder web, ServerSettings settings, int port, X509Certificate2? certificate) => web
        .ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.RequestHeadersTimeout = settings.Web.Patience;
            kestrel.Limits.KeepAliveTimeout = 3 * settings.Web.Patience;
            if (!SendTimeout.IsSupported)
                kestrel.Limits.MinResponseDataRate = SendTimeout.RateFor(settings.Web.Unread);
            kestrel.Listen(settings.Listen.Address, port, listen =>
            {
                // One request per connection at a time: the connection limit covers requests.
                listen.Protocols = HttpProtocols.Http1;
                if (certificate is null) return;
                var hosts = new AllowedHosts(settings.Web.Hosts);
                listen.Use(tls => new RedirectToHttps(tls, hosts, settings.Web.Patience).OnConnectionAsync);
                listen.UseHttps(certificate, https => https.HandshakeTimeout = settings.Web.Patience);
            });
        })
        .ConfigureServices(services => services
            .AddRoutingCore()
            .AddRequestRateLimit(settings.Web)
            .AddSingleton(settings.Flood)
            .AddSingleton(_ => new ConnectionLimit(
                FileDescriptorBudget.Now().MaxRequests(), settings.Limits.ConnectionsPerAddress))
            .AddSingleton<IConnectionListenerFactory>(provider => ActivatorUtilities.CreateInstance<LimitedTransport>(
                provider, ActivatorUtilities.CreateInstance<SocketTransportFactory>(provider), settings.Web))
            .AddSingleton(new AllowedHosts(settings.Web.Hosts))
            .AddSingleton(new TrustedProxies(settings.Web.BehindProxy))
            .AddSingleton(settings.Limits)
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<UploadSharing>(provider, settings.Files))
            .AddSingleton<UploadReceiver>()
            .AddSingleton<UploadEndpoints>()
            .AddSingleton<DownloadEndpoints>()
            .AddSingleton<RoomsEndpoint>()
            .AddPrometheus()
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<StatusEndpoints>(provider, settings.Web)))
        .Configure(Configure);

    /// <summary>
    /// The endpoint of the page, with the port the system may have chosen; null: none.
    /// </summary>
    public static WebEndpoint? Web(this IServiceProvider services, ServerSettings settings)
    {
        // Kestrel binds the page first, the dialects after it.
        if (settings.Listen.Web is null) return null;
        var addresses = services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses;
        if (addresses?.FirstOrDefault() is not { } address) return null;
        var binding = BindingAddress.Parse(address);
        return new WebEndpoint(binding.Port, binding.Scheme == "https");
    }

    private static void Configure(IApplicationBuilder app)
    {
        var page = new EmbeddedFileProvider(typeof(WebHosting).Assembly, PageFolder);
        app.UseMiddleware<TrustedProxyMiddleware>();
        app.UseRateLimiter();
        app.UseMiddleware<BrowserSecurity>();
        app.Use(ExplainNotFoundAsync);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = page });
        var compressed = new CompressedFiles(page);
        app.UseWhen(CompressedFiles.IsAccepted, accepting => accepting.UsePage(compressed, CompressedFiles.Encoding));
        app.UsePage(page, encoding: null);
        app.Use(ThrottleUpgradesAsync);
        app.UseWebSockets(new WebSocketOptions
        {
            KeepAliveInterval = TimeSpan.FromSeconds(30),
            KeepAliveTimeout = TimeSpan.FromSeconds(60),
        });
        app.UseRouting();
        app.UseEndpoints(endpoints =>
        {
            endpoints.Map("/ws", AcceptWebSocketAsync);
            app.ApplicationServices.GetRequiredService<UploadEndpoints>().Map(endpoints);
            app.ApplicationServices.GetRequiredService<DownloadEndpoints>().Map(endpoints);
            app.ApplicationServices.GetRequiredService<StatusEndpoints>().Map(endpoints);
            app.ApplicationServices.GetRequiredService<RoomsEndpoint>().Map(endpoints);
            QrCodeEndpoint.Map(endpoints);
        });
    }

    private static void UsePage(this IApplicationBuilder app, IFileProvider files, string? encoding) =>
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            OnPrepareResponse = sent =>
            {
                var headers = sent.Context.Response.Headers;
                headers.CacheControl = "no-cache";
                headers.Vary = HeaderNames.AcceptEncoding;
                headers.ContentEncoding = encoding;
            },
        });

    private static async Task ExplainNotFoundAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Response is not { HasStarted: false, ContentType: null } response) return;
        var sentence = response.StatusCode switch
        {
            StatusCodes.Status404NotFound => WebTexts.NothingHere,
            StatusCodes.Status405MethodNotAllowed => WebTexts.NotThatWay,
            _ => null,
        };
        if (sentence is not null) await http.ReplyAsync(response.StatusCode, sentence);
    }

    private static Task ThrottleUpgradesAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } upgrade)
        {
            var settings = http.RequestServices.GetRequiredService<FloodSettings>();
            http.Features.Set<IHttpUpgradeFeature>(new ThrottledUpgrade(upgrade, settings));
        }

        return next(http);
    }

    private static async Task AcceptWebSocketAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            await http.ReplyAsync(StatusCodes.Status400BadRequest, WebTexts.NoWebSocket);
            return;
        }

        var manager = http.RequestServices.GetRequiredService<IRequiredActor<ConnectionManagerActor>>();
        var connections = await manager.WhenRegisteredAsync(http.RequestAborted);
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var origin = http.Features.GetRequiredFeature<RequestOrigin>();
        http.Features.GetRequiredFeature<ConnectionLimit.Lease>().Release();
        origin.Lease?.Release();
        var actor = http.RequestServices.GetRequiredService<ActorSystem>().ActorOf(WebSocketActor.Props(socket, end));
        connections.Tell(new ConnectionManagerProtocol.ConnectionAccepted(
            actor, http.Connection.Remote(), http.Connection.Local(), Dialect)
        {
            IsForwarded = origin.IsForwarded,
        });
        await end.Task;
    }
}
