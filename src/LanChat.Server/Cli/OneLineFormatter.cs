using System.Globalization;
using Akka.Event;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace LanChat.Server.Cli;

/// <summary>
/// Formats a log entry as one line: time with zone, level, source, text. Unless verbose, omits
/// stack traces, the steps of the shutdown, and the log of Akka.IO's socket actors, whose failures
/// their owners log.
/// </summary>
internal sealed class OneLineFormatter(IOptions<OneLineFormatter.Options> options) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "one-line";

    private const string SocketActors = "/system/IO-";
    private const string Shutdown = "CoordinatedShutdown";

    private readonly bool _verbose = options.Value.Verbose;

    public override void Write<TState>(
        in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var (source, text) = logEntry.State is LogEvent said
            ? (ActorOf(said.LogSource), said.Message?.ToString())
            : (logEntry.Category, logEntry.Formatter(logEntry.State, null));
        if (!_verbose && IsVerboseOnly(source, logEntry.LogLevel)) return;
        var exception = logEntry.Exception switch
        {
            null => "",
            var thrown when _verbose => $" {thrown}",
            var thrown => $" {thrown.GetType().Name}: {thrown.Message}",
        };
        var time = DateTimeOffset.Now.ToString("yyyy-MM-dd HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
        textWriter.WriteLine($"{time} {NameOf(logEntry.LogLevel)} {source}: {text}{exception}".ReplaceLineEndings(" "));
    }

    private static bool IsVerboseOnly(string source, LogLevel level) =>
        source.Contains(SocketActors, StringComparison.Ordinal)
        || (level < LogLevel.Warning && source.StartsWith(Shutdown, StringComparison.Ordinal));

    // Shortens "[akka://lanchat/user/listener/$a#123]" to "listener/$a".
    private static string ActorOf(string source)
    {
        const string user = "/user/";
        var at = source.IndexOf(user, StringComparison.Ordinal);
        return (at < 0 ? source : source[(at + user.Length)..]).Split('#')[0].TrimEnd(']');
    }

    private static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Critical or LogLevel.Error => "error",
        LogLevel.Warning => "warn ",
        LogLevel.Information => "info ",
        _ => "debug",
    };

    /// <summary>The options of the formatter.</summary>
    internal sealed class Options : ConsoleFormatterOptions
    {
        public bool Verbose { get; set; }
    }
}
