using Akka.Actor;

namespace Akka.Event;

/// <summary>Where loggers come from, and the names of levels.</summary>
public static class Logging
{
    // Above every level: nothing gets through.
    private const LogLevel Off = (LogLevel)int.MaxValue;

    public static ILoggingAdapter GetLogger(this IActorContext context, ILogMessageFormatter? logMessageFormatter = null) =>
        New(context.System.EventStream, context.Self.Path.ToString(), context.Props.Type, logMessageFormatter);

    /// <param name="system">Where the events are published.</param>
    /// <param name="logSourceObj">A context, a reference, a string, a type, or an object whose type is meant.</param>
    /// <param name="logMessageFormatter">Fills the holes; by default those of the form <c>{0}</c>.</param>
    public static ILoggingAdapter GetLogger(
        ActorSystem system, object logSourceObj, ILogMessageFormatter? logMessageFormatter = null) => logSourceObj switch
        {
            IActorContext context => context.GetLogger(logMessageFormatter),
            IActorRef actor => New(system.EventStream, actor.Path.ToString(), actor.GetType(), logMessageFormatter),
            string name => New(system.EventStream, $"{name} ({system})", typeof(DummyClassForStringSources), logMessageFormatter),
            Type type => New(system.EventStream, $"{type.Name} ({system})", type, logMessageFormatter),
            _ => GetLogger(system, logSourceObj.GetType(), logMessageFormatter),
        };

    public static ILoggingAdapter GetLogger(
        LoggingBus loggingBus, object logSourceObj, ILogMessageFormatter? logMessageFormatter = null) => logSourceObj switch
        {
            IActorContext context => New(loggingBus, context.Self.Path.ToString(), context.Props.Type, logMessageFormatter),
            IActorRef actor => New(loggingBus, actor.Path.ToString(), actor.GetType(), logMessageFormatter),
            string name => New(loggingBus, name, typeof(DummyClassForStringSources), logMessageFormatter),
            Type type => New(loggingBus, type.Name, type, logMessageFormatter),
            _ => GetLogger(loggingBus, logSourceObj.GetType(), logMessageFormatter),
        };

    public static LogLevel LogLevelFor(string logLevel) => logLevel?.ToUpperInvariant() switch
    {
        "DEBUG" => LogLevel.DebugLevel,
        "INFO" => LogLevel.InfoLevel,
        "WARNING" => LogLevel.WarningLevel,
        "ERROR" => LogLevel.ErrorLevel,
        "OFF" => Off,
        _ => throw new ArgumentException($"Unknown LogLevel: \"{logLevel}\"", nameof(logLevel)),
    };

    public static string StringFor(this LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => "DEBUG",
        LogLevel.InfoLevel => "INFO",
        LogLevel.WarningLevel => "WARNING",
        LogLevel.ErrorLevel => "ERROR",
        Off => "OFF",
        _ => throw new ArgumentException($"Unknown LogLevel {logLevel}", nameof(logLevel)),
    };

    public static Type ClassFor(this LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => typeof(Debug),
        LogLevel.InfoLevel => typeof(Info),
        LogLevel.WarningLevel => typeof(Warning),
        LogLevel.ErrorLevel => typeof(Error),
        _ => throw new ArgumentException($"Unknown LogLevel {logLevel}", nameof(logLevel)),
    };

    private static BusLogging New(LoggingBus bus, string source, Type type, ILogMessageFormatter? formatter) =>
        new(bus, source, type, formatter ?? DefaultLogMessageFormatter.Instance);
}
