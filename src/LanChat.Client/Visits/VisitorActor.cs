using Akka.Actor;
using LanChat.Client.Console;
using LanChat.Client.Discovery;
using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Visits;

/// <summary>
/// Owns where the user is: choosing a room, choosing a name, or in a room. Takes what was typed, and tells the view what to show.
/// </summary>
internal sealed class VisitorActor : UntypedActor
{
    private enum Question
    {
        None,
        Room,
        Name,
    }

    private readonly Visit _visit;
    private readonly OpenSession _open;
    private readonly Func<IActorRef, Props> _makeView;
    private readonly Func<IActorRef, Props> _makeDiscovery;
    private IActorRef _view = null!;
    private IActorRef? _session;
    private IReadOnlyList<ListedRoom> _rooms = [];
    private int? _deafTo;
    private Question _question;
    private ServerAddress? _server;
    private Nick? _nick;
    private Stay? _stay;
    private bool _quitting;

    public VisitorActor(Visit visit, OpenSession open, Func<IActorRef, Props> makeView, Func<IActorRef, Props> makeDiscovery) =>
        (_visit, _open, _makeView, _makeDiscovery, _server, _nick) = (visit, open, makeView, makeDiscovery, visit.Server, visit.Nick);

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
    protected override void PostStop() => _visit.Exit.TrySetResult(0);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case ViewProtocol.Typed typed: Understand(Commands.Read(typed.Text)); break;
            case SessionProtocol.Heard heard: Hear(heard.Events); break;
            case DiscoveryProtocol.RoomsChanged changed: List(changed.Rooms); break;
            case SessionProtocol.Lost lost: Lose(lost); break;
            case SessionProtocol.Declined declined: Complain($"Not sent, because {declined.Why}: {declined.Line.Text}"); break;
            case SessionProtocol.Ended ended: End(ended); break;
            case DiscoveryProtocol.Deaf deaf: _deafTo = deaf.Port; TellDeafness(); break;
            case ViewProtocol.Interrupted: Quit(); break;
            case ViewProtocol.Closed: _visit.Exit.TrySetResult(0); break;
            default: Unhandled(message); break;
        }
    }

    /// <summary>Asks for what is missing, or enters.</summary>
    private void GoOn()
    {
        _question = _server is null ? Question.Room : _nick is null ? Question.Name : Question.None;
        switch (_question)
        {
            case Question.Room: AskForRoom(); break;
            case Question.Name: AskForName(); break;
            default: Enter(_server!, _nick!.Value); break;
        }
    }

    private void AskForRoom()
    {
        _view.Tell(new ViewProtocol.ShowRooms(_rooms));
        _view.Tell(new ViewProtocol.Prompt("Room number, or HOST:PORT: "));
        TellDeafness();
    }

    private void AskForName()
    {
        _view.Tell(ViewProtocol.HideRooms.Instance);
        _view.Tell(new ViewProtocol.Prompt(_visit.Suggested is { } name ? $"Your nickname [{name}]: " : "Your nickname: "));
    }

    private void Enter(ServerAddress server, Nick nick)
    {
        _view.Tell(ViewProtocol.HideRooms.Instance);
        _view.Tell(new ViewProtocol.ShowRemark($"Entering {server} …"));
        _view.Tell(new ViewProtocol.Prompt("… > "));
        _stay = new Stay(server);
        _session = Context.ActorOf(_open(server, nick, Self));
    }

    private void Understand(Intent intent)
    {
        switch (intent)
        {
            case Intent.Say { Text: var text }: Answer(text); break;
            case Intent.Do { Command: Commands.Help }: Remark(Commands.HelpText); break;
            case Intent.Do { Command: Commands.Members }: ShowMembers(); break;
            case Intent.Do { Command: Commands.Rooms }: LeaveRoom(); break;
            case Intent.Do { Command: Commands.Quit }: Quit(); break;
            case Intent.Mistake mistake: Complain($"There is no command /{mistake.Command}: see /help, and begin with // to say it."); break;
        }
    }

    private void Answer(string text)
    {
        switch (_question)
        {
            case Question.Room: ChooseRoom(text.Trim()); break;
            case Question.Name: ChooseName(text.Trim()); break;
            default: Say(text); break;
        }
    }

    private void ChooseRoom(string text)
    {
        if (text.Length == 0) return;
        var room = _rooms.FirstOrDefault(room => room.Number.ToString() == text);
        if (room is not null) _server = ServerAddress.Of(room.Address);
        else if (!ServerAddress.TryParse(text, out _server)) Complain($"There is no room {text}: type a number from the list, or HOST:PORT.");
        if (_server is not null) GoOn();
    }

    private void ChooseName(string text)
    {
        if (text.Length == 0 && _visit.Suggested is { } suggested) _nick = suggested;
        else if (Nick.TryCreate(text, out var nick, out var refusal)) _nick = nick;
        else Complain(refusal.Text);
        if (_nick is not null) GoOn();
    }

    private void Say(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        if (_stay is { IsConnected: false }) Remark($"Kept until there is a connection: {text}");
        _session?.Tell(new SessionProtocol.Say(new Line(text)));
    }

    private void ShowMembers()
    {
        if (_stay is null) Complain("You are in no room.");
        else _view.Tell(_stay.Everybody);
    }

    /// <summary>A session that was left may still wait for its last lines to come back, and need to go on reading.</summary>
    private void Hear(IReadOnlyList<RoomEvent> events)
    {
        if (Sender.Equals(_session)) Show(events.SelectMany(known => _stay!.Show(known)));
        Sender.Tell(SessionProtocol.Continue.Instance);
    }

    private void Lose(SessionProtocol.Lost lost)
    {
        if (Sender.Equals(_session)) Show(_stay!.Lose(lost.Why, lost.Pause));
        Doubt(lost.Doubtful);
    }

    private void End(SessionProtocol.Ended ended)
    {
        Doubt(ended.Doubtful);
        foreach (var line in ended.Unsent) Complain($"Not sent: {line.Text}");
        if (!Sender.Equals(_session)) return;
        (_session, _stay) = (null, null);
        if (_quitting)
        {
            _view.Tell(ViewProtocol.Close.Instance);
            return;
        }

        if (ended.Refused is { } refusal) Complain(refusal.Text);
        if (ended.Refused?.Code.StartsWith("nickname-", StringComparison.Ordinal) == true) _nick = null;
        else _server = null;
        GoOn();
    }

    private void LeaveRoom()
    {
        _session?.Tell(SessionProtocol.Leave.Instance);
        (_session, _stay, _server) = (null, null, null);
        GoOn();
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
        if (_question == Question.Room) _view.Tell(new ViewProtocol.ShowRooms(rooms));
    }

    private void TellDeafness()
    {
        if (_question == Question.Room && _deafTo is { } port)
            Complain($"UDP port {port} is used by a program that does not share it: rooms cannot be found, but you can type HOST:PORT. Trying again.");
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
