using Akka.Configuration;
using Akka.Hosting;
using LanChat.Settings;

namespace LanChat.Client.Cli;

/// <summary>Configures the actor system, and its log: off, or to standard error. Nothing else may write to the screen.</summary>
internal static class DiagnosticsExtensions
{
    private const string Quiet = "akka { loglevel = OFF, stdout-loglevel = OFF, loggers = [] }";
    private const string Verbose = "akka { loglevel = DEBUG, stdout-loglevel = OFF, loggers = [] }";

    public static AkkaConfigurationBuilder AddDiagnostics(
        this AkkaConfigurationBuilder builder, LayeredSettings settings, bool verbose, TextWriter errors)
    {
        builder.AddHocon(ConfigurationFactory.ParseString(verbose ? Verbose : Quiet).WithFallback(settings.Config), HoconAddMode.Prepend);
        return verbose ? builder.WithActors((system, _) => system.ActorOf(DiagnosticsActor.Props(errors), "diagnostics")) : builder;
    }
}
