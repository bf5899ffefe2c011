using Akka.Hosting;
using Akka.Hosting.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace LanChat.Server.Cli;

/// <summary>The log, on standard error, so that the banner stays alone on standard output.</summary>
internal static class OneLineLog
{
    private static readonly string[] Starters =
        ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Hosting.Diagnostics", "Akka.Hosting.AkkaHostedService"];

    public static AkkaConfigurationBuilder AddAkkaLog(this AkkaConfigurationBuilder akka, ILoggerFactory factory, bool verbose) => akka
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
        // What it can't start, the program says itself.
        foreach (var starter in Starters) logging.AddFilter(starter, LogLevel.None);
        logging.AddConsole(console => console.FormatterName = OneLineFormatter.FormatterName);
        logging.AddConsoleFormatter<OneLineFormatter, OneLineFormatter.Options>(formatter => formatter.Verbose = verbose);
        logging.Services.Configure<ConsoleLoggerOptions>(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            // A log nobody reads must never make the room wait.
            console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite;
        });
    }
}
