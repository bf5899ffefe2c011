using System.Globalization;
using Akka.Event;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace LanChat.Server.Cli;

/// <summary>
/// One line an entry: time and zone, level, which actor, what. Unless it is verbose, what Akka.IO says of its sockets is left out, since the actor
/// that asked for the socket is told as well and says it in its own words, and so are the steps of the end and stack traces.
/// </summary>
internal sealed class OneLineFormatter(IOptions<OneLineFormatter.Options> options) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "one-line";

    private const string SocketActors = "/system/IO-";
    private const string Shutdown = "CoordinatedShutdown";

    private readonly bool _verbose = options.Value.Verbose;

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var (source, text) = logEntry.State is LogEvent said
            ? (ActorOf(said.LogSource), said.Message?.ToString())
            : (logEntry.Category, logEntry.Formatter(logEntry.State, null));
        if (!_verbose && IsForTheCurious(source, logEntry.LogLevel)) return;
        var exception = logEntry.Exception is { } thrown ? _verbose ? $" {thrown}" : $" {thrown.GetType().Name}: {thrown.Message}" : "";
        var time = DateTimeOffset.Now.ToString("yyyy-MM-dd HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
        textWriter.WriteLine($"{time} {NameOf(logEntry.LogLevel)} {source}: {text}{exception}".ReplaceLineEndings(" "));
    }

    private static bool IsForTheCurious(string source, LogLevel level) =>
        source.Contains(SocketActors, StringComparison.Ordinal)
        || (level < LogLevel.Warning && source.StartsWith(Shutdown, StringComparison.Ordinal));

    // "[akka://lanchat/user/listener/$a#123]" is "listener/$a" to people.
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

    /// <summary>How much it writes.</summary>
    internal sealed class Options : ConsoleFormatterOptions
    {
        public bool Verbose { get; set; }
    }
}
