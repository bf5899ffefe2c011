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

/// <summary>Puts the room for browsers into the program: its page, and the WebSocket by which the page enters.</summary>
internal static class WebHosting
{
    private const string PageFolder = "LanChat.Server.Web.wwwroot";

    private static readonly WebDialect Dialect = new();

    /// <summary>
    /// Adds Kestrel with what it serves: the page, and the dialects when it is their transport. To be called before the actors are added: what
    /// is started first is stopped last, when everybody has been told goodbye.
    /// </summary>
    /// <param name="host">The program.</param>
    /// <param name="settings">What is served, and where.</param>
    /// <param name="page">For the page to be HTTPS; null: HTTP.</param>
    /// <param name="dialects">For the dialects to have TLS; null: none.</param>
    public static IHostBuilder AddKestrel(this IHostBuilder host, ServerSettings settings, X509Certificate2? page, X509Certificate2? dialects) =>
        settings.Listen.Web is null && !settings.Transport.IsKestrel() ? host : host.ConfigureWebHost(web =>
        {
            web.UseKestrelCore().UseKestrelHttpsConfiguration();
            if (settings.Listen.Web is { } port) web.AddPage(settings, port, page);
            else web.Configure(_ => { });
            if (settings.Transport.IsKestrel()) web.AddDialects(settings, dialects);
        });

    private static void AddPage(this IWebHostBuilder web, ServerSettings settings, int port, X509Certificate2? certificate) => web
        .ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.RequestHeadersTimeout = settings.Web.Patience;
            kestrel.Limits.KeepAliveTimeout = 3 * settings.Web.Patience;
            if (!UnreadBound.IsKnownToSystem) kestrel.Limits.MinResponseDataRate = UnreadBound.RateFor(settings.Web.Unread);
            kestrel.Listen(settings.Listen.Address, port, listen =>
            {
                // One connection asks one thing at a time, and costs as much as it seems to.
                listen.Protocols = HttpProtocols.Http1;
                if (certificate is null) return;
                var hosts = new OwnHosts(settings.Web.Hosts);
                listen.Use(tls => new RedirectToHttps(tls, hosts, settings.Web.Patience).OnConnectionAsync);
                listen.UseHttps(certificate, https => https.HandshakeTimeout = settings.Web.Patience);
            });
        })
        .ConfigureServices(services => services.AddRoutingCore().AddRequestPace(settings.Web).AddSingleton(settings.Flood)
            .AddSingleton(_ => new Seats(Descriptors.Now().ForRequests(), settings.Limits.ConnectionsPerAddress))
            .AddSingleton<IConnectionListenerFactory>(provider => ActivatorUtilities.CreateInstance<SeatedTransport>(
                provider, ActivatorUtilities.CreateInstance<SocketTransportFactory>(provider), settings.Web))
            .AddSingleton(new OwnHosts(settings.Web.Hosts))
            .AddSingleton(new Proxies(settings.Web.BehindProxy))
            .AddSingleton(settings.Limits)
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<UploadSharing>(provider, settings.Files))
            .AddSingleton<UploadReceiver>()
            .AddSingleton<UploadEndpoints>()
            .AddSingleton<DownloadEndpoints>()
            .AddSingleton<RoomsEndpoint>()
            .AddPrometheus()
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<StatusEndpoints>(provider, settings.Web)))
        .Configure(Serve);

    /// <summary>Where the page is served, at a port the system may have chosen; null when it is not.</summary>
    public static WebDoor? Web(this IServiceProvider services, ServerSettings settings)
    {
        // It is listened for first, the dialects after it.
        if (settings.Listen.Web is null || services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is not { } address) return null;
        var binding = BindingAddress.Parse(address);
        return new WebDoor(binding.Port, binding.Scheme == "https");
    }

    private static void Serve(IApplicationBuilder app)
    {
        var page = new EmbeddedFileProvider(typeof(WebHosting).Assembly, PageFolder);
        app.UseMiddleware<BehindProxy>();
        app.UseRateLimiter();
        app.UseMiddleware<BrowserGuard>();
        app.Use(SayWhatIsNotThereAsync);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = page });
        var compressed = new CompressedFiles(page);
        app.UseWhen(CompressedFiles.IsAccepted, accepting => accepting.UsePage(compressed, CompressedFiles.Encoding));
        app.UsePage(page, encoding: null);
        app.Use(PaceUpgradesAsync);
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(30), KeepAliveTimeout = TimeSpan.FromSeconds(60) });
        app.UseRouting();
        app.UseEndpoints(endpoints =>
        {
            endpoints.Map("/ws", EnterAsync);
            app.ApplicationServices.GetRequiredService<UploadEndpoints>().Map(endpoints);
            app.ApplicationServices.GetRequiredService<DownloadEndpoints>().Map(endpoints);
            app.ApplicationServices.GetRequiredService<StatusEndpoints>().Map(endpoints);
            app.ApplicationServices.GetRequiredService<RoomsEndpoint>().Map(endpoints);
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

    private static async Task SayWhatIsNotThereAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Response is not { HasStarted: false, ContentType: null, StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed } answer) return;
        await http.AnswerAsync(answer.StatusCode, answer.StatusCode == StatusCodes.Status404NotFound ? WebTexts.NothingHere : WebTexts.NotThatWay);
    }

    private static Task PaceUpgradesAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } upgrade)
            http.Features.Set<IHttpUpgradeFeature>(new PacedUpgrade(upgrade, http.RequestServices.GetRequiredService<FloodSettings>()));
        return next(http);
    }

    private static async Task EnterAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            await http.AnswerAsync(StatusCodes.Status400BadRequest, WebTexts.NoWebSocket);
            return;
        }

        var connections = await http.RequestServices.GetRequiredService<IRequiredActor<ConnectionManagerActor>>().WhenRegisteredAsync(http.RequestAborted);
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var passage = http.Features.GetRequiredFeature<Passage>();
        http.Features.GetRequiredFeature<Seats.Seat>().Leave();
        passage.Seat?.Leave();
        var actor = http.RequestServices.GetRequiredService<ActorSystem>().ActorOf(WebSocketActor.Props(socket, end));
        connections.Tell(new ConnectionManagerProtocol.ConnectionAccepted(actor, http.Connection.Remote(), http.Connection.Local(), Dialect) { IsPassedOn = passage.IsPassedOn });
        await end.Task;
    }
}
