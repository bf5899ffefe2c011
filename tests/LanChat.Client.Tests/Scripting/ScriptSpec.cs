using Akka.Actor;
using Akka.TestKit;
using LanChat.Client.Scripting;
using LanChat.Client.Sessions;
using LanChat.Client.Tests.Scripting.LineTool;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Scripting;

/// <summary>
/// A command with a virtual clock, and a probe as its child: a session or the discovery.
/// </summary>
public abstract class ScriptSpec : VirtualTimeSpec
{
    private readonly TaskCompletionSource<int> _exit = new();
    private IActorRef _relay = ActorRefs.Nobody;
    private volatile bool _closed;

    protected ScriptSpec()
    {
        Child = CreateTestProbe();
        Job = new ScriptJob(new DataOutput(Printed, () => _closed), Errors, _exit);
    }

    protected TestProbe Child { get; }

    protected GatedWriter Printed { get; } = new();

    protected StringWriter Errors { get; } = new();

    protected IActorRef Command { get; private set; } = ActorRefs.Nobody;

    private protected ScriptJob Job { get; }

    private protected Props MakeChild(IActorRef _) => Relay.Props(Child.Ref);

    private protected void Begin(Props command)
    {
        Command = Sys.ActorOf(command);
        _relay = Child.ExpectMsg<Relay.Started>().Relay;
    }

    /// <summary>Closes the output.</summary>
    protected void CloseOutput() => _closed = true;

    private protected void Tell(object message)
    {
        Child.Send(_relay, message);
        Settle(_relay);
        Settle(Command);
    }

    private protected void Receive(params RoomEvent[] events)
    {
        Tell(new SessionProtocol.EventsReceived(events, []));
        Child.FishForMessage<SessionProtocol.EventsHandled>(_ => true);
    }

    private protected void Finish(object lastWord) => Child.Send(_relay, new Relay.Finish(lastWord));

    /// <summary>Expects the command to run on after it has handled all messages.</summary>
    private protected void ExpectRunning()
    {
        Settle(Command);
        Assert.False(_exit.Task.IsCompleted);
    }

    /// <summary>Expects the command to end with this exit code.</summary>
    private protected void ExpectExit(int code, string errors = "")
    {
        Watch(Command);
        ExpectTerminated(Command);
        Assert.Equal(code, _exit.Task.WaitAsync(TimeSpan.FromSeconds(20)).GetAwaiter().GetResult());
        Assert.Equal(errors, Errors.ToString().ReplaceLineEndings("\n"));
    }
}
