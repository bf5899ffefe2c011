using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;
using Akka.Hosting.Logging;
using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace LanChat.Server.Cli;

/// <summary>
/// Owns the forwarding of actors' log entries to the program's logger, with the entry as the log
/// state. Akka.Hosting's logger would format it as text that repeats time, level and source.
/// </summary>
internal sealed class AkkaLog : UntypedActor, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    private readonly ILogger _log =
        Context.System.Settings.Setup.Get<LoggerFactorySetup>().Value.LoggerFactory.CreateLogger<ActorSystem>();

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case InitializeLogger: Sender.Tell(new LoggerInitialized()); break;
            case LogEvent entry: Write(entry); break;
            default: Unhandled(message); break;
        }
    }

    private void Write(LogEvent entry) =>
        _log.Log(LevelOf(entry), default, entry, entry.Cause, static (said, _) => said.Message?.ToString() ?? "");

    private static LogLevel LevelOf(LogEvent entry) => entry.LogLevel() switch
    {
        Akka.Event.LogLevel.DebugLevel => LogLevel.Debug,
        Akka.Event.LogLevel.InfoLevel => LogLevel.Information,
        Akka.Event.LogLevel.WarningLevel => LogLevel.Warning,
        _ => LogLevel.Error,
    };
}
