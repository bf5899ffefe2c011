using Akka.Configuration;
using Akka.Event;
using Akka.Util;

namespace Akka.Actor;

/// <summary>The logging actors of one system. Before they start and after they stop, the console gets what there is to say.</summary>
internal sealed class Loggers(ActorSystemImpl system)
{
    private static readonly LogLevel[] Levels = Enum.GetValues<LogLevel>();

    private readonly List<IActorRef> _loggers = [];

    private string Source => $"{nameof(EventStream)}({system.Name})";

    public void StartStandardOut()
    {
        var level = Logging.LogLevelFor(system.Settings.StdoutLogLevel);
        system.EventStream.SetLogLevel(level);
        Subscribe(StandardOutLogger.Instance, level);
        Debug($"{nameof(StandardOutLogger)} started");
    }

    public void Start()
    {
        var level = Logging.LogLevelFor(system.Settings.LogLevel);
        system.EventStream.SetLogLevel(level);
        foreach (var name in system.Settings.Loggers)
            Start(TypeNames.Find(name) ?? throw new ConfigurationException($"Logger specified in config cannot be found: \"{name}\""), level);
        if (system.Settings.DebugUnhandledMessage)
            system.EventStream.Subscribe<UnhandledMessage>(system.SystemActorOf<UnhandledMessageForwarder>("UnhandledMessageForwarder"));
        Debug($"{nameof(StandardOutLogger)} being removed");
        system.EventStream.Unsubscribe(StandardOutLogger.Instance);
        Debug("Default Loggers started");
    }

    /// <summary>Each of them still writes what it has been told.</summary>
    public async Task Stop()
    {
        StartStandardOut();
        foreach (var logger in _loggers)
            system.EventStream.Unsubscribe(logger);
        await Task.WhenAll(_loggers.Select(logger => logger.GracefulStop(system.Settings.LoggerStartTimeout))).ConfigureAwait(false);
        Debug("All default loggers stopped");
    }

    private void Start(Type type, LogLevel level)
    {
        var logger = system.SystemActorOf(Props.Create(type), $"log{_loggers.Count + 1}-{type.Name}");
        _loggers.Add(logger);
        var answer = logger.Ask<object>(new InitializeLogger(system.EventStream), Timeout.InfiniteTimeSpan);
        if (!answer.Wait(system.Settings.LoggerStartTimeout))
        {
            system.EventStream.Publish(new Warning(
                Source, typeof(EventStream), $"Logger {type} did not respond within {system.Settings.LoggerStartTimeout} to InitializeLogger"));
        }
        else if (answer.Result is not LoggerInitialized)
        {
            throw new LoggerInitializationException($"Logger {type} did not respond with LoggerInitialized, sent instead {answer.Result}");
        }

        Subscribe(logger, level);
        Debug($"Logger {logger.Path.Name} [{type.Name}] started");
    }

    private void Subscribe(IActorRef logger, LogLevel level)
    {
        foreach (var one in Levels.Where(one => one >= level))
            system.EventStream.Subscribe(logger, one.ClassFor());
    }

    private void Debug(string message)
    {
        if (system.EventStream.LogLevel <= LogLevel.DebugLevel)
            system.EventStream.Publish(new Debug(Source, typeof(EventStream), message));
    }
}
