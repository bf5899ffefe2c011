using Akka.Hosting;
using Akka.Hosting.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace LanChat.Server.Cli;

/// <summary>
/// Configures the log. It goes to standard error; standard output has the banner.
/// </summary>
internal static class OneLineLog
{
    private static readonly string[] Starters =
    [
        "Microsoft.Extensions.Hosting.Internal.Host",
        "Microsoft.AspNetCore.Hosting.Diagnostics",
        "Akka.Hosting.AkkaHostedService",
    ];

    public static AkkaConfigurationBuilder AddAkkaLog(
        this AkkaConfigurationBuilder akka, ILoggerFactory factory, bool verbose) => akka
        .AddSetup(new LoggerFactorySetup(factory))
        .ConfigureLoggers(loggers =>
        {
            loggers.LogLevel = verbose ? Akka.Event.LogLevel.DebugLevel : Akka.Event.LogLevel.InfoLevel;
            loggers.ClearLoggers();
            loggers.AddLogger<AkkaLog>();
        });

    public static void AddOneLineLog(this ILoggingBuilder logging, bool verbose)
    {
        logging.SetMinimumLevel(verbose ? LogLevel.Debug : LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        // The program prints start failures itself.
        foreach (var starter in Starters) logging.AddFilter(starter, LogLevel.None);
        logging.AddConsole(console => console.FormatterName = OneLineFormatter.FormatterName);
        logging.AddConsoleFormatter<OneLineFormatter, OneLineFormatter.Options>(
            formatter => formatter.Verbose = verbose);
        logging.Services.Configure<ConsoleLoggerOptions>(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            // A blocked reader of standard error must not block the room.
            console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite;
        });
    }
}
