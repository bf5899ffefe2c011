using Akka.Configuration;
using Akka.Event;

namespace Akka.Hosting;

/// <summary>Collects where the log of an actor system goes, and how much of it.</summary>
public sealed class LoggerConfigBuilder
{
    private readonly List<Type> _loggers = [typeof(DefaultLogger)];

    internal LoggerConfigBuilder(AkkaConfigurationBuilder builder) => Builder = builder;

    public LogLevel LogLevel { get; set; } = LogLevel.InfoLevel;

    internal AkkaConfigurationBuilder Builder { get; }

    /// <summary>Also the console logger that is there from the start.</summary>
    public LoggerConfigBuilder ClearLoggers()
    {
        _loggers.Clear();
        return this;
    }

    internal LoggerConfigBuilder AddLogger(Type logger)
    {
        _loggers.Add(logger);
        return this;
    }

    internal Config ToConfig() => ConfigurationFactory.ParseString($"""
        akka.loglevel = {LogLevel.StringFor()}
        akka.loggers = [{string.Join(", ", _loggers.Select(logger => $"\"{logger.AssemblyQualifiedName}\""))}]
        """);
}
