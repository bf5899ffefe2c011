using Akka.Actor;
using LanChat.Client.Console;
using LanChat.Client.Discovery;
using LanChat.Client.Emoji;
using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Client.Visits;

/// <summary>
/// Owns where the user is: choosing a room, choosing a name, or in a room. Takes what was typed, and tells the view what to show.
/// </summary>
internal sealed class VisitorActor : UntypedActor
{
    private readonly TaskCompletionSource<int> _exit;
    private readonly OpenSession _open;
    private readonly Func<IActorRef, Props> _makeView;
    private readonly Func<IActorRef, Props> _makeDiscovery;
    private readonly Destination _destination;
    private IActorRef _view = null!;
    private IActorRef? _session;
    private Stay? _stay;
    private IReadOnlyList<ListedRoom> _rooms = [];
    private int? _deafTo;
    private bool _quitting;

    public VisitorActor(Visit visit, OpenSession open, Func<IActorRef, Props> makeView, Func<IActorRef, Props> makeDiscovery)
    {
        (_exit, _open, _makeView, _makeDiscovery) = (visit.Exit, open, makeView, makeDiscovery);
        _destination = new Destination(visit.Server, visit.Nick, visit.Suggested);
    }

    /// <param name="visit">What is known already.</param>
    /// <param name="open">How to enter a room.</param>
    /// <param name="makeView">The view for this actor.</param>
    /// <param name="makeDiscovery">What looks for rooms for this actor.</param>
    public static Props Props(Visit visit, OpenSession open, Func<IActorRef, Props> makeView, Func<IActorRef, Props> makeDiscovery) =>
        Akka.Actor.Props.Create(() => new VisitorActor(visit, open, makeView, makeDiscovery));

    protected override void PreStart()
    {
        _view = Context.ActorOf(_makeView(Self), "view");
        Context.ActorOf(_makeDiscovery(Self), "discovery");
        GoOn();
    }

    /// <summary>Stopped from outside, as when the program is told to end.</summary>
    protected override void PostStop() => _exit.TrySetResult(0);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case ViewProtocol.Typed typed: Understand(Commands.Read(typed.Text), typed.Text); break;
            case SessionProtocol.Heard heard: Hear(heard.Events); break;
            case DiscoveryProtocol.RoomsChanged changed: List(changed.Rooms); break;
            case SessionProtocol.Measured measured: Note(measured.RoundTrip); break;
            case SessionProtocol.Lost lost: Lose(lost); break;
            case SessionProtocol.Declined declined: TellRefused(declined.Line, declined.Why); break;
            case SessionProtocol.Ended ended: End(ended); break;
            case DiscoveryProtocol.Deaf deaf: _deafTo = deaf.Port; TellDeafness(); break;
            case ViewProtocol.Interrupted: Quit(); break;
            case ViewProtocol.Closed: _exit.TrySetResult(0); break;
            default: Unhandled(message); break;
        }
    }

    /// <summary>Asks for what is missing, or enters.</summary>
    private void GoOn()
    {
        _view.Tell(new ViewProtocol.ShowPresent([]));
        _view.Tell(new ViewProtocol.ShowPlace(null));
        _view.Tell(new ViewProtocol.ShowRooms(_rooms, _destination.NeedsRoom));
        if (_destination.NeedsRoom || _destination.NeedsName) _view.Tell(new ViewProtocol.Prompt(_destination.Question));
        else Enter(_destination.Server!, _destination.Nick!.Value);
    }

    private void Enter(ServerAddress server, Nick nick)
    {
        Remark($"Entering {server} …");
        _view.Tell(new ViewProtocol.Prompt("… > "));
        _stay = new Stay(server);
        _view.Tell(new ViewProtocol.ShowPlace(_stay.Place));
        _session = Context.ActorOf(_open(server, nick, Self));
        _session.Tell(SessionProtocol.Measure.Instance);
    }

    private void Understand(Intent intent, string typed)
    {
        switch (intent)
        {
            case Intent.Say { Text: var text } when _stay is null: Answer(text.Trim()); break;
            case Intent.Say { Text: var text }: Ask(LineCommands.Address(text), typed); break;
            case Intent.Ask { Wish: var wish }: Ask(wish, typed); break;
            case Intent.Help: Remark(Commands.HelpText); break;
            case Intent.LeaveRoom: LeaveRoom(); break;
            case Intent.Quit: Quit(); break;
            case Intent.Mistake mistake: Complain(mistake.Why); break;
        }
    }

    private void Answer(string text)
    {
        if (_destination.Take(text, _rooms) is { } complaint) Complain(complaint);
        else GoOn();
    }

    private void Ask(ClientMessage wish, string typed)
    {
        switch (wish)
        {
            case var _ when _stay is null: Complain("You are in no room."); break;
            case ClientMessage.Say { Text: var text } when string.IsNullOrWhiteSpace(text): break;
            case ClientMessage.Tell { Text: var text } when string.IsNullOrWhiteSpace(text):
            case ClientMessage.Bad: Complain(Commands.HowToTell); break;
            default: Send(new Line(EmojiText.In(wish), typed), _stay); break;
        }
    }

    private void Send(Line line, Stay stay)
    {
        if (!stay.IsConnected) Remark($"Kept until there is a connection: {line.Text}");
        _session?.Tell(new SessionProtocol.Ask(line));
    }

    private void TellRefused(Line line, string why)
    {
        var what = line.Wish switch
        {
            ClientMessage.Tell tell => $"Not sent to {tell.To}",
            ClientMessage.Say or ClientMessage.Act => "Not sent",
            _ => "Not done",
        };
        Complain($"{what}, because {why}: {line.Text}");
    }

    /// <summary>A session that was left is shown no more, but may still wait for its last lines to come back and need to read on.</summary>
    private void Hear(IReadOnlyList<RoomEvent> events)
    {
        if (Sender.Equals(_session))
        {
            if (events.OfType<RoomEvent.NameChanged>().LastOrDefault() is { } changed) _destination.Rename(changed.You.Nickname);
            Show(events.SelectMany(known => _stay!.Show(known)));
            _view.Tell(new ViewProtocol.ShowPlace(_stay!.Place));
            _view.Tell(new ViewProtocol.WhenShown(Sender, SessionProtocol.Continue.Instance));
        }
        else
        {
            Sender.Tell(SessionProtocol.Continue.Instance);
        }
    }

    private void Note(TimeSpan latency)
    {
        if (!Sender.Equals(_session)) return;
        _stay!.Latency = latency;
        _view.Tell(new ViewProtocol.ShowPlace(_stay.Place));
    }

    private void Lose(SessionProtocol.Lost lost)
    {
        if (Sender.Equals(_session))
        {
            Show(_stay!.Lose(lost.Why, lost.Pause));
            _view.Tell(new ViewProtocol.ShowPlace(_stay.Place));
        }

        Doubt(lost.Doubtful);
    }

    private void End(SessionProtocol.Ended ended)
    {
        Doubt(ended.Doubtful);
        foreach (var line in ended.Unsent) Complain($"Not sent: {line.Text}");
        if (!Sender.Equals(_session)) return;
        (_session, _stay) = (null, null);
        if (_quitting) _view.Tell(ViewProtocol.Close.Instance);
        else ChooseAgain(ended.Refused);
    }

    private void ChooseAgain(Refusal? refused)
    {
        if (refused is not null) Complain(refused.Text);
        if (refused?.IsAboutTheName() == true) _destination.ForgetName();
        else _destination.ForgetRoom();
        GoOn();
        TellDeafness();
    }

    private void LeaveRoom()
    {
        _session?.Tell(SessionProtocol.Leave.Instance);
        (_session, _stay) = (null, null);
        _destination.ForgetRoom();
        GoOn();
        TellDeafness();
    }

    /// <summary>Asked twice, it does not wait for what is under way.</summary>
    private void Quit()
    {
        if (_quitting || _session is null) _view.Tell(ViewProtocol.Close.Instance);
        else _session.Tell(SessionProtocol.Leave.Instance);
        _quitting = true;
    }

    private void List(IReadOnlyList<ListedRoom> rooms)
    {
        (_rooms, _deafTo) = (rooms, null);
        _view.Tell(new ViewProtocol.ShowRooms(rooms, _destination.NeedsRoom));
    }

    private void TellDeafness()
    {
        if (_destination.NeedsRoom && _deafTo is { } port)
            Complain($"UDP port {port} belongs to a program that does not share it, so rooms cannot be found. Type HOST:PORT, or wait.");
    }

    private void Doubt(IReadOnlyList<Line> lines)
    {
        foreach (var line in lines) Complain($"May not have arrived: {line.Text}");
    }

    private void Show(IEnumerable<object> messages)
    {
        foreach (var message in messages) _view.Tell(message);
    }

    private void Remark(string text) => _view.Tell(new ViewProtocol.ShowRemark(text));

    private void Complain(string text) => _view.Tell(new ViewProtocol.ShowProblem(text));
}
