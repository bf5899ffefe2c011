using Akka.Configuration;
using Akka.Hosting;
using LanChat.Settings;

namespace LanChat.Client.Cli;

/// <summary>
/// Configures logging: off, or to standard error. Nothing else may write to the terminal.
/// </summary>
internal static class DiagnosticsExtensions
{
    private const string Quiet = "akka { loglevel = OFF, stdout-loglevel = OFF, loggers = [] }";
    private const string Verbose = "akka { loglevel = DEBUG, stdout-loglevel = OFF, loggers = [] }";

    public static AkkaConfigurationBuilder AddDiagnostics(
        this AkkaConfigurationBuilder builder, LayeredSettings settings, bool verbose, TextWriter errors)
    {
        var akka = ConfigurationFactory.ParseString(verbose ? Verbose : Quiet).WithFallback(settings.Config);
        builder.AddHocon(akka, HoconAddMode.Prepend);
        return verbose
            ? builder.WithActors((system, _) => system.ActorOf(DiagnosticsActor.Props(errors), "diagnostics"))
            : builder;
    }
}
