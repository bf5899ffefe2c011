using System.IO.Pipelines;
using System.Text;
using Akka.Actor;
using Akka.TestKit;
using LanChat.Client.Scripting.LineTool;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Scripting.LineTool;

/// <summary>A run of the line tool with a virtual clock and a probe as its session.</summary>
public abstract class LineToolSpec : VirtualTimeSpec
{
    private readonly Pipe _input = new();
    private readonly TaskCompletionSource<int> _exit = new();
    private readonly IActorRef _relay;

    protected LineToolSpec()
    {
        Assert.True(Nick.TryCreate("Ann", out var nick, out _));
        Session = CreateTestProbe();
        var job = new LineToolJob(
            new RoomAddress(new ServerAddress("localhost", 8001)), nick, _input.Reader.AsStream(), Printed, Errors, _exit);
        Tool = Sys.ActorOf(LineToolActor.Props(With(job), 100, (_, _, _) => Relay.Props(Session.Ref)));
        _relay = Session.ExpectMsg<Relay.Started>().Relay;
    }

    protected TestProbe Session { get; }

    protected IActorRef Tool { get; }

    protected GatedWriter Printed { get; } = new();

    protected StringWriter Errors { get; } = new();

    /// <summary>Changes the parameters of the run.</summary>
    private protected virtual LineToolJob With(LineToolJob job) => job;

    protected void Feed(string text) =>
        _input.Writer.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask().GetAwaiter().GetResult();

    protected void EndInput() => _input.Writer.Complete();

    private protected void Tell(object message)
    {
        Session.Send(_relay, message);
        Settle(_relay);
    }

    private protected void Receive(RoomEvent[] events, params OutgoingRequest[] answered) =>
        Tell(new SessionProtocol.EventsReceived(events, answered));

    private protected void Join(string nickname = "Ann")
    {
        Receive([Event.WelcomeAs(nickname)]);
        Session.FishForMessage<SessionProtocol.EventsHandled>(_ => true);
    }

    private protected OutgoingRequest ExpectSent(string text)
    {
        var line = Session.ExpectMsg<SessionProtocol.Send>().Request;
        Assert.Equal(text, line.Text);
        return line;
    }

    private protected void Echo(OutgoingRequest line)
    {
        Receive([Event.By(Event.Mine, line.Text)], line);
        Session.ExpectMsg<SessionProtocol.EventsHandled>();
    }

    private protected void End(
        Refusal? refusal = null, OutgoingRequest[]? unacknowledged = null, OutgoingRequest[]? unsent = null) =>
        Session.Send(_relay, new Relay.Finish(new SessionProtocol.Ended(refusal, unacknowledged ?? [], unsent ?? [])));

    private protected void ExpectExit(int code, string errors = "")
    {
        Assert.Equal(code, _exit.Task.WaitAsync(TimeSpan.FromSeconds(20)).GetAwaiter().GetResult());
        Assert.Equal(errors, Errors.ToString().ReplaceLineEndings("\n"));
    }
}
