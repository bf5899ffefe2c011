using Akka.Actor;

namespace Akka.Event;

/// <summary>Writes log events to the console, with no actor in between: for when there is none yet or no more.</summary>
internal sealed class StandardOutLogger : InternalActorRef
{
    public static readonly StandardOutLogger Instance = new();

    private static readonly Lock Console = new();

    public override ActorPath Path { get; } = new ActorPath("akka://all-systems") / "StandardOutLogger";

    public override void Tell(object message, IActorRef sender)
    {
        var line = Describe(message);
        var color = message is LogEvent logEvent && !System.Console.IsOutputRedirected ? ColorOf(logEvent.LogLevel()) : (ConsoleColor?)null;
        lock (Console)
        {
            if (color is { } bright)
                System.Console.ForegroundColor = bright;
            System.Console.WriteLine(line);
            if (color is not null)
                System.Console.ResetColor();
        }
    }

    private static ConsoleColor ColorOf(LogLevel level) => level switch
    {
        LogLevel.DebugLevel => ConsoleColor.Gray,
        LogLevel.InfoLevel => ConsoleColor.White,
        LogLevel.WarningLevel => ConsoleColor.Yellow,
        _ => ConsoleColor.Red,
    };

    private static string? Describe(object message)
    {
        try
        {
            return message.ToString();
        }
        catch (FormatException malformed)
        {
            var wrong = ((LogEvent)message).Message as LogMessage;
            return $"[ERROR][{nameof(StandardOutLogger)}] A log message cannot be formatted: {malformed.Message} "
                + $"format=[{wrong?.Format}], args=[{wrong?.Unformatted()}]";
        }
    }
}
