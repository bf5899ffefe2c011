namespace Akka.Event;

/// <summary>Logging at a level given. A message that its level shuts out costs no formatting.</summary>
public static partial class LoggingExtensions
{
    public static void Log(this ILoggingAdapter log, LogLevel level, string format) => log.Log(level, null, format);

    public static void Log(this ILoggingAdapter log, LogLevel level, string format, object?[] args) =>
        log.Write(level, null, format, args);

    public static void Log(this ILoggingAdapter log, LogLevel level, Exception? cause, string format, object?[] args) =>
        log.Write(level, cause, format, args);

    private static void Write(this ILoggingAdapter log, LogLevel level, Exception? cause, string format, object?[] arguments)
    {
        if (log.IsEnabled(level))
            log.Log(level, cause, new LogMessage(log.Formatter, format, arguments));
    }
}
