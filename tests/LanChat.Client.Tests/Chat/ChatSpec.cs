using Akka.Actor;
using Akka.TestKit;
using LanChat.Client.Chat;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Discovery;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

/// <summary>A chat whose view, discovery and sessions are probes.</summary>
public abstract class ChatSpec : Spec
{
    private readonly TestProbe _discovery;
    private readonly TaskCompletionSource<int> _exit = new();
    private readonly List<IActorRef> _rooms = [];
    private IActorRef _relayOfView = ActorRefs.Nobody;
    private IActorRef _relayOfDiscovery = ActorRefs.Nobody;

    protected ChatSpec()
    {
        View = CreateTestProbe();
        Session = CreateTestProbe();
        _discovery = CreateTestProbe();
    }

    protected TestProbe View { get; }

    protected TestProbe Session { get; }

    /// <summary>Nickname and address of each session, in the order they were opened.</summary>
    protected List<string> Opened { get; } = [];

    /// <summary>What opened the room of each session.</summary>
    protected List<RoomEntry?> Entries { get; } = [];

    protected Task<int> Exit => _exit.Task;

    private protected IActorRef Chat { get; private set; } = ActorRefs.Nobody;

    private protected void StartChat(
        string? server = null, string? nick = null, string? suggested = null, MentionNotice? mentionNotice = null,
        RoomEntry? awaited = null)
    {
        ServerAddress? address = null;
        if (server is not null) Assert.True(ServerAddress.TryParse(server, out address));
        var room = address is null ? null : new RoomAddress(address);
        var options = new ChatOptions(room, NickOf(nick), NickOf(suggested), _exit)
        {
            MentionNotice = mentionNotice ?? MentionNotice.Acknowledged,
            Awaited = awaited,
        };
        Chat = Sys.ActorOf(
            ChatActor.Props(options, Open, _ => Relay.Props(View.Ref), _ => Relay.Props(_discovery.Ref)));
        _relayOfView = View.ExpectMsg<Relay.Started>().Relay;
        _relayOfDiscovery = _discovery.ExpectMsg<Relay.Started>().Relay;
    }

    private Props Open(RoomAddress room, Nick nick, IActorRef owner)
    {
        Opened.Add($"{nick} at {room}");
        Entries.Add(room.Entry);
        _rooms.Add(owner);
        return Relay.Props(Session.Ref);
    }

    private static Nick? NickOf(string? text) =>
        text is not null && Nick.TryCreate(text, out var nick, out _) ? nick : null;

    private protected void Type(string text) => Tell(View, _relayOfView, new ViewProtocol.LineEntered(text));

    /// <summary>Enters the new text of a message.</summary>
    private protected void Edit(long message, string text) =>
        Tell(View, _relayOfView, new ViewProtocol.LineEntered(text) { Edits = message });

    private protected void Interrupt() => Tell(View, _relayOfView, ViewProtocol.Interrupted.Instance);

    private protected void List(params string[] names)
    {
        var rooms = names.Select(
            (name, at) => new ListedRoom(at + 1, Event.Name(name), new PeerAddress("10.0.0.1", 8001 + at)));
        Tell(_discovery, _relayOfDiscovery, new DiscoveryProtocol.RoomsChanged([.. rooms]));
    }

    /// <summary>Lists these rooms; the first one announces that log id.</summary>
    private protected void ListWith(string log, string first, params string[] names)
    {
        ListedRoom[] rooms = [.. names.Prepend(first).Select(
            (name, at) => new ListedRoom(at + 1, Event.Name(name), new PeerAddress("10.0.0.1", 8001 + at)))];
        Tell(_discovery, _relayOfDiscovery, new DiscoveryProtocol.RoomsChanged(
            [rooms[0] with { Log = log }, .. rooms[1..]]));
    }

    private protected void FailDiscovery() =>
        Tell(_discovery, _relayOfDiscovery, new DiscoveryProtocol.ListenFailed(8000));

    private protected void SwitchTo(int number) => Tell(View, _relayOfView, new ViewProtocol.SwitchTo(number));

    private protected void SwitchBy(int step) => Tell(View, _relayOfView, new ViewProtocol.SwitchBy(step));

    private protected void Escape() => Tell(View, _relayOfView, ViewProtocol.Back.Instance);

    /// <summary>
    /// Expects the next message for the view, except for the member list, status line and window
    /// list.
    /// </summary>
    private protected T ExpectShown<T>()
    {
        var shown = Inner(View.ExpectMsg<object>());
        while (shown is ViewProtocol.ShowPresent or ViewProtocol.ShowPlace or ViewProtocol.ShowWindows
            or ViewProtocol.InputHandled or ViewProtocol.Clear)
            shown = Inner(View.ExpectMsg<object>());
        return Assert.IsType<T>(shown);
    }

    /// <summary>Waits for a message to the view, in any window.</summary>
    private protected T FishShown<T>(Predicate<T> wanted) =>
        (T)Inner(View.FishForMessage(message => Inner(message) is T shown && wanted(shown)));

    /// <summary>Waits until this window is active beside these others.</summary>
    private protected void ExpectActive(int number, params int[] numbers) =>
        FishShown<ViewProtocol.ShowWindows>(show =>
        show.Windows.SingleOrDefault(window => window.Id == show.Active).Number == number
        && show.Windows.Select(window => window.Number).SequenceEqual(numbers));

    private protected void ExpectPrompt(string text) => FishShown<ViewProtocol.Prompt>(prompt => prompt.Text == text);

    private protected void ExpectProblem(string part) =>
        FishShown<ViewProtocol.ShowProblem>(problem => problem.Text.Contains(part, StringComparison.Ordinal));

    /// <summary>
    /// Expects no message to the probe, after the chat and its rooms have handled all of theirs.
    /// </summary>
    private protected void ExpectSilence(TestProbe probe)
    {
        Settle(Chat);
        foreach (var owner in _rooms) Settle(owner);
        ExpectSilence(probe, Chat);
    }

    private static object Inner(object message) => message is ViewProtocol.In shown ? shown.Shown : message;

    private protected IActorRef ExpectSession()
    {
        var session = Session.ExpectMsg<Relay.Started>().Relay;
        Session.ExpectMsg<SessionProtocol.MeasureLatency>();
        return session;
    }

    private protected void Receive(IActorRef session, params RoomEvent[] events) =>
        Tell(Session, session, new SessionProtocol.EventsReceived(events, []));

    private protected void End(IActorRef session, Refusal? refusal = null, params string[] unsent) =>
        Session.Send(session, new Relay.Finish(
            new SessionProtocol.Ended(refusal, [], [.. unsent.Select(text => new OutgoingRequest(text))])));

    private protected void Tell(TestProbe probe, IActorRef relay, object message)
    {
        probe.Send(relay, message);
        Settle(relay);
    }

    /// <summary>Expects the view to close and the program to exit.</summary>
    private protected void ExpectExit()
    {
        View.FishForMessage<ViewProtocol.Close>(_ => true);
        View.Send(_relayOfView, ViewProtocol.Closed.Instance);
        Assert.Equal(0, Exit.WaitAsync(TimeSpan.FromSeconds(20)).GetAwaiter().GetResult());
    }
}
