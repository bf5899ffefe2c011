using Akka.Actor;
using Akka.TestKit;
using LanChat.Client.Chat;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

/// <summary>A visitor whose view, discovery and sessions are probes.</summary>
public abstract class VisitorSpec : Spec
{
    private readonly TestProbe _discovery;
    private readonly TaskCompletionSource<int> _exit = new();
    private readonly List<IActorRef> _visits = [];
    private IActorRef _relayOfView = ActorRefs.Nobody;
    private IActorRef _relayOfDiscovery = ActorRefs.Nobody;

    protected VisitorSpec()
    {
        View = CreateTestProbe();
        Session = CreateTestProbe();
        _discovery = CreateTestProbe();
    }

    protected TestProbe View { get; }

    protected TestProbe Session { get; }

    /// <summary>Where each session was opened, and by which name.</summary>
    protected List<string> Opened { get; } = [];

    protected Task<int> Exit => _exit.Task;

    private protected IActorRef Visitor { get; private set; } = ActorRefs.Nobody;

    private protected void Visit(
        string? server = null, string? nick = null, string? suggested = null, AtSign? atSign = null)
    {
        ServerAddress? address = null;
        if (server is not null) Assert.True(ServerAddress.TryParse(server, out address));
        var visit = new Visit(address, NickOf(nick), NickOf(suggested), _exit) { AtSign = atSign ?? AtSign.Known };
        Visitor = Sys.ActorOf(
            VisitorActor.Props(visit, Open, _ => Relay.Props(View.Ref), _ => Relay.Props(_discovery.Ref)));
        _relayOfView = View.ExpectMsg<Relay.Began>().Relay;
        _relayOfDiscovery = _discovery.ExpectMsg<Relay.Began>().Relay;
    }

    private Props Open(ServerAddress room, Nick nick, IActorRef owner)
    {
        Opened.Add($"{nick} at {room}");
        _visits.Add(owner);
        return Relay.Props(Session.Ref);
    }

    private static Nick? NickOf(string? text) =>
        text is not null && Nick.TryCreate(text, out var nick, out _) ? nick : null;

    private protected void Type(string text) => Tell(View, _relayOfView, new ViewProtocol.LineEntered(text));

    private protected void Interrupt() => Tell(View, _relayOfView, ViewProtocol.Interrupted.Instance);

    private protected void List(params string[] names)
    {
        var rooms = names.Select(
            (name, at) => new ListedRoom(at + 1, Event.Name(name), new PeerAddress("10.0.0.1", 8001 + at)));
        Tell(_discovery, _relayOfDiscovery, new DiscoveryProtocol.RoomsChanged([.. rooms]));
    }

    /// <summary>Among them, the first has that history.</summary>
    private protected void ListWith(string log, string first, params string[] names)
    {
        ListedRoom[] rooms = [.. names.Prepend(first).Select(
            (name, at) => new ListedRoom(at + 1, Event.Name(name), new PeerAddress("10.0.0.1", 8001 + at)))];
        Tell(_discovery, _relayOfDiscovery, new DiscoveryProtocol.RoomsChanged(
            [rooms[0] with { Log = log }, .. rooms[1..]]));
    }

    private protected void BeDeaf() => Tell(_discovery, _relayOfDiscovery, new DiscoveryProtocol.ListenFailed(8000));

    private protected void SwitchTo(int number) => Tell(View, _relayOfView, new ViewProtocol.SwitchTo(number));

    private protected void SwitchBy(int step) => Tell(View, _relayOfView, new ViewProtocol.SwitchBy(step));

    private protected void Escape() => Tell(View, _relayOfView, ViewProtocol.Back.Instance);

    /// <summary>
    /// The next thing the view is told to show in any window, passing over who is present, where
    /// the user is and which windows there are.
    /// </summary>
    private protected T ExpectShown<T>()
    {
        var shown = Inner(View.ExpectMsg<object>());
        while (shown is ViewProtocol.ShowPresent or ViewProtocol.ShowPlace or ViewProtocol.ShowWindows
            or ViewProtocol.InputHandled or ViewProtocol.Clear)
            shown = Inner(View.ExpectMsg<object>());
        return Assert.IsType<T>(shown);
    }

    /// <summary>Among other things, this is told, in any window.</summary>
    private protected T FishShown<T>(Predicate<T> wanted) =>
        (T)Inner(View.FishForMessage(message => Inner(message) is T shown && wanted(shown)));

    /// <summary>Among other things, this window is in sight at last, beside the others.</summary>
    private protected void ExpectInSight(int number, params int[] numbers) =>
        FishShown<ViewProtocol.ShowWindows>(show =>
        show.Windows.SingleOrDefault(window => window.Id == show.Active).Number == number
        && show.Windows.Select(window => window.Number).SequenceEqual(numbers));

    private protected void ExpectPrompt(string text) => FishShown<ViewProtocol.Prompt>(prompt => prompt.Text == text);

    private protected void ExpectProblem(string part) =>
        FishShown<ViewProtocol.ShowProblem>(problem => problem.Text.Contains(part, StringComparison.Ordinal));

    /// <summary>
    /// The probe is told nothing that was not expected yet, when the visitor and the visits have
    /// taken in all they were told.
    /// </summary>
    private protected void ExpectSilence(TestProbe probe)
    {
        Settle(Visitor);
        foreach (var visit in _visits) Settle(visit);
        ExpectSilence(probe, Visitor);
    }

    private static object Inner(object message) => message is ViewProtocol.In shown ? shown.Shown : message;

    private protected IActorRef ExpectSession()
    {
        var session = Session.ExpectMsg<Relay.Began>().Relay;
        Session.ExpectMsg<SessionProtocol.MeasureLatency>();
        return session;
    }

    private protected void Hear(IActorRef session, params RoomEvent[] events) =>
        Tell(Session, session, new SessionProtocol.EventsReceived(events, []));

    private protected void End(IActorRef session, Refusal? refused = null, params string[] unsent) =>
        Session.Send(session, new Relay.Finish(
            new SessionProtocol.Ended(refused, [], [.. unsent.Select(text => new OutgoingRequest(text))])));

    private protected void Tell(TestProbe probe, IActorRef relay, object message)
    {
        probe.Send(relay, message);
        Settle(relay);
    }

    /// <summary>The view is closed, and the program exits.</summary>
    private protected void ExpectExit()
    {
        View.FishForMessage<ViewProtocol.Close>(_ => true);
        View.Send(_relayOfView, ViewProtocol.Closed.Instance);
        Assert.Equal(0, Exit.WaitAsync(TimeSpan.FromSeconds(20)).GetAwaiter().GetResult());
    }
}
