using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Akka.Hosting.Logging;

/// <summary>Passes what the actor system logs to the host's loggers. The category is the type of who logged it.</summary>
internal sealed class LoggerFactoryLogger : ActorBase
{
    private readonly ILoggerFactory _factory = Context.System.GetExtension<LoggerFactoryId.Extension>()?.Factory
        ?? throw new ConfigurationException("There is no ILoggerFactory to log to");

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger: Sender.Tell(new LoggerInitialized(), Self); break;
            case LogEvent logEvent: Log(logEvent); break;
            default: return false;
        }

        return true;
    }

    private void Log(LogEvent logEvent) => _factory.CreateLogger(logEvent.LogClass).Log(
        LevelOf(logEvent), default, logEvent, logEvent.Cause, (logged, _) => $"{logged.Message}");

    private static LogLevel LevelOf(LogEvent logEvent) => logEvent.LogLevel() switch
    {
        Event.LogLevel.DebugLevel => LogLevel.Debug,
        Event.LogLevel.InfoLevel => LogLevel.Information,
        Event.LogLevel.WarningLevel => LogLevel.Warning,
        _ => LogLevel.Error,
    };
}
