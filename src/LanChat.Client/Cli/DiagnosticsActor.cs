using Akka.Actor;
using Akka.Event;
using LanChat.Client.Display;

namespace LanChat.Client.Cli;

/// <summary>Owns the log: prints each log event of the actor system as one line.</summary>
internal sealed class DiagnosticsActor : UntypedActor
{
    private readonly TextWriter _errors;

    public DiagnosticsActor(TextWriter errors) => _errors = errors;

    public static Props Props(TextWriter errors) => Akka.Actor.Props.Create(() => new DiagnosticsActor(errors));

    protected override void PreStart() => Context.System.EventStream.Subscribe(Self, typeof(LogEvent));

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case LogEvent logged: _errors.WriteLine(TerminalText.OneLine(logged.ToString()!)); break;
            default: Unhandled(message); break;
        }
    }
}
