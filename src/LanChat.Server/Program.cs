using Akka.Actor;
using Akka.Hosting;
using LanChat.Cli;
using LanChat.Rooms;
using LanChat.Server.Cli;
using LanChat.Server.Connections;
using LanChat.Server.Control;
using LanChat.Server.Discovery;
using LanChat.Server.Files;
using LanChat.Server.History;
using LanChat.Server.Listening;
using LanChat.Server.Rooms;
using LanChat.Server.Settings;
using LanChat.Server.Storage;
using LanChat.Server.Transports;
using LanChat.Server.Web;
using LanChat.Settings;
using LanChat.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

Languages.Use(LanguageChoice.Of(args));

return await CommandLine.RunAsync(args, async (layers, verbose) =>
{
    using var end = new StartupSignals();
    AkkaSettings.Check(layers);
    var settings = ServerSettings.Read(layers);
    StartupChecks.Check(layers, settings);
    var findings = new List<string>();
    using var kept = Open(() => OpenedHistory.Open(settings, findings.Add));
    using var rooms = Open(() => OpenedHistory.OpenServer(settings, findings.Add));
    var past = kept?.Restored ?? RestoredState.None;
    using var pageCertificate = Certificates.FromFile(layers, WebSettings.HttpsKey);
    using var dialectCertificate = Certificates.FromFile(layers, TransportSettings.TlsKey);
    var selfSigned = Certificates.SelfSigned(settings);
    using var host = new HostBuilder()
        .ConfigureLogging(logging => logging.AddOneLineLog(verbose))
        .ConfigureServices(
            services => services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1.5)))
        .ConfigureServices(services => services.AddSingleton(new AddressLimits(settings.Flood, TimeProvider.System)))
        .ConfigureServices(
            services => services.AddUploads(settings, provider => provider.Web(settings), TimeProvider.System))
        .AddKestrel(
            settings,
            page: Certificates.IsSelfSignedForPage(settings) ? selfSigned!.Certificate : pageCertificate,
            dialects: Certificates.IsSelfSignedForDialects(settings) ? selfSigned!.Certificate : dialectCertificate)
        .ConfigureServices(services => services.AddAkka("lanchat", (akka, provider) => akka
            .AddHocon(layers.Config, HoconAddMode.Prepend)
            .AddAkkaLog(provider.GetRequiredService<ILoggerFactory>(), verbose)
            .AddHistory(kept, settings.History)
            .AddRooms(settings, past, TimeProvider.System, provider.GetRequiredService<SharedFiles>(), rooms)
            .AddConnections(
                settings, TimeProvider.System, provider.GetRequiredService<UploadTokens>(),
                provider.GetService<BoundEndpoints>(), provider.GetRequiredService<AddressLimits>())
            .AddDiscovery(settings, () => provider.Web(settings), past.Log)))
        .ConfigureServices(services => services.AddSingleton(settings).AddHostedService<ControlSocket>())
        .ConfigureServices(services => services.AddServiceManagers())
        .Build();
    end.Start();
    if (await Startup.ListenAsync(host, layers, end) is not { } endpoints) return 0;
    Console.WriteLine(Banner.For(
        settings, endpoints, host.Services.Web(settings), selfSigned, withCode: !Console.IsOutputRedirected));
    var actors = host.Services.GetRequiredService<IRequiredActor<RoomManagerActor>>();
    if (await OwnerLine.FirstAsync(actors, settings, host.Services.Web(settings)) is { } owner)
        Console.WriteLine(owner);
    findings.ForEach(
        finding => host.Services.GetRequiredService<ILoggerFactory>()
            .CreateLogger("history")
            .LogInformation("{Finding}", finding));
    await host.WaitForShutdownAsync();
    return CoordinatedShutdown.Get(host.Services.GetRequiredService<ActorSystem>()).ShutdownReason?.ExitCode ?? 0;
});

static T Open<T>(Func<T> open)
{
    try
    {
        return open();
    }
    catch (HistoryException trouble) when (trouble.IsTransient)
    {
        throw new UnavailableException(trouble.Message, trouble);
    }
    catch (HistoryException wrong)
    {
        throw new SettingsException(wrong.Message);
    }
}
