using Akka.Actor;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Discovery;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// Owns the rooms of one user: asks for room and nickname, executes input, and sends the list of
/// windows to the view. Each room's window belongs to a <see cref="RoomWindowActor"/>.
/// </summary>
internal sealed class ChatActor : UntypedActor
{
    private readonly TaskCompletionSource<int> _exit;
    private readonly SessionFactory _makeSession;
    private readonly Func<IActorRef, Props> _makeView;
    private readonly Func<IActorRef, Props> _makeDiscovery;
    private readonly IReadOnlyList<string> _problems;
    private readonly JoinPrompt _joinPrompt;
    private readonly RoomWindowManager _windows = new();
    private readonly ServerRooms _servers = new();
    private readonly RoomActors _rooms;
    private readonly RoomList _roomList;
    private readonly MentionNotice _mentionNotice;
    private ChatOutput _output = null!;
    private WindowNavigation _navigation = null!;
    private WindowCommands _commands = null!;
    private bool _isQuitting;

    public ChatActor(
        ChatOptions options, SessionFactory makeSession, Func<IActorRef, Props> makeView,
        Func<IActorRef, Props> makeDiscovery)
    {
        (_exit, _makeSession, _makeView, _makeDiscovery) = (options.Exit, makeSession, makeView, makeDiscovery);
        (_problems, _mentionNotice) = (options.Problems, options.MentionNotice);
        _joinPrompt = new JoinPrompt(options.Room, options.Nick, options.Suggested) { Awaited = options.Awaited };
        (_rooms, _roomList) = (new RoomActors(_windows), new RoomList(_windows, _servers));
    }

    public static Props Props(
        ChatOptions options, SessionFactory makeSession, Func<IActorRef, Props> makeView,
        Func<IActorRef, Props> makeDiscovery) =>
        Akka.Actor.Props.Create(() => new ChatActor(options, makeSession, makeView, makeDiscovery));

    protected override void PreStart()
    {
        _output = new ChatOutput(Context.ActorOf(_makeView(Self), "view"));
        _navigation = new WindowNavigation(_windows, _roomList, _joinPrompt, _output, _rooms);
        _commands = new WindowCommands(_navigation, _rooms, _output);
        Context.ActorOf(_makeDiscovery(Self), "discovery");
        _output.ShowProblem(_problems);
        if (_joinPrompt.Awaited is { Room: { } name })
            _output.ShowInJoinPrompt(new ViewProtocol.ShowRemark(JoinTexts.LookingFor(name)));
        PromptOrJoin();
    }

    /// <summary>
    /// Exits with 0 when the actor is stopped from outside, for example by a signal.
    /// </summary>
    protected override void PostStop() => _exit.TrySetResult(0);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case ViewProtocol.IUserInput input: HandleInput(input); break;
            case RoomWindowProtocol.Joined joined: Update(window => _roomList.SetLog(window, joined.Log)); break;
            case RoomWindowProtocol.Renamed renamed: _joinPrompt.Rename(renamed.Nickname); break;
            case RoomWindowProtocol.ReadElsewhere read:
                Update(window => _servers.SetRead(window.Server, read.Places));
                break;
            case RoomWindowProtocol.RoomsListed listed:
                Update(window => _servers.SetListed(window.Server, listed.Rooms));
                break;
            case RoomWindowProtocol.RoomOpened opened: JoinOpened(opened.Name); break;
            case DiscoveryProtocol.RoomsChanged changed: SetDiscovered(changed.Rooms); break;
            case RoomWindowProtocol.Ended ended: HandleEnded(ended); break;
            case ViewProtocol.GapReached gap:
                _rooms.Find(gap.Window)?.Tell(new RoomWindowProtocol.FillGap(gap.Gap, gap.Before));
                break;
            case DiscoveryProtocol.ListenFailed failed:
                _output.ShowInJoinPrompt(new ViewProtocol.ShowProblem(JoinTexts.CannotFindRooms(failed.Port)));
                break;
            case ViewProtocol.Interrupted: Quit(); break;
            case ViewProtocol.Closed: _exit.TrySetResult(0); break;
            default: Unhandled(message); break;
        }
    }

    private void HandleInput(ViewProtocol.IUserInput input)
    {
        switch (input)
        {
            case ViewProtocol.LineEntered typed when _windows.Active is null && _joinPrompt.TakesPassword(typed.Text):
                EnterPassword(typed.Text);
                break;
            case ViewProtocol.LineEntered typed: Execute(Commands.Parse(typed), typed.Text); break;
            case ViewProtocol.SwitchTo to: _navigation.SwitchTo(to.Number); break;
            case ViewProtocol.SwitchBy by: _navigation.SwitchBy(by.Step); break;
            case ViewProtocol.Back: GoBack(); break;
        }

        _output.Tell(ViewProtocol.InputHandled.Instance);
    }

    private void Execute(UserCommand command, string typed)
    {
        switch (command)
        {
            case UserCommand.Say { Text: var text } when _rooms.Active is null: Answer(text.Trim()); break;
            case UserCommand.Join join: HandleAnswer(_joinPrompt.SelectRoom(join, _roomList)); break;
            case UserCommand.LeaveRoom: LeaveRoom(); break;
            case UserCommand.Quit: Quit(); break;
            case UserCommand.Send { Request: ClientMessage.OpenRoom }:
                _navigation.GoBack();
                _commands.Execute(command, typed);
                break;
            default: _commands.Execute(command, typed); break;
        }
    }

    private void Answer(string text)
    {
        if (text.Length > 0 || _joinPrompt.NeedsNick) HandleAnswer(_joinPrompt.Answer(text, _roomList));
    }

    /// <summary>Takes the line as it is: a password may look like a command.</summary>
    private void EnterPassword(string password)
    {
        if (password.Length > 0) _joinPrompt.SetPassword(password);
        else _joinPrompt.ClearRoom();
        HandleAnswer(null);
    }

    private void HandleAnswer(string? problem)
    {
        if (problem is not null)
        {
            _output.ShowProblem(problem);
            return;
        }

        _output.ShowInJoinPrompt(ViewProtocol.Clear.Instance);
        PromptOrJoin();
    }

    /// <summary>Asks for room or nickname, or joins if both are known.</summary>
    private void PromptOrJoin()
    {
        if (_joinPrompt is { NeedsPassword: false, Room: { } address, Nick: { } nick }) OpenRoom(address, nick);
        else _windows.SwitchTo(0);
        if (_joinPrompt.NeedsRoom) _navigation.Show(); // the rooms come before the question for one
        ShowQuestion();
        if (!_joinPrompt.NeedsRoom) _navigation.Show();
    }

    private void ShowQuestion() => _output.ShowInJoinPrompt(
        new ViewProtocol.Prompt(_joinPrompt.Question) { IsSecret = _joinPrompt.AsksPassword });

    private void OpenRoom(RoomAddress wanted, Nick nick)
    {
        _joinPrompt.ClearRoom();
        var address = _roomList.Resolve(wanted);
        if (_windows.TryActivate(address)) return;
        if (_windows.Open(address) is not { } window)
        {
            _output.ShowProblem(JoinTexts.TooManyRooms(RoomWindowManager.MaxRooms));
            return;
        }

        _navigation.Show();
        var shown = _rooms.PrivateMessagesOf(address.Server);
        var room = Context.ActorOf(RoomWindowActor.Props(
            window.Id, address, owner => _makeSession(address, nick, owner), _output.View, _mentionNotice, shown));
        _rooms.Add(room, window);
    }

    /// <summary>The sender's room has news for the list of rooms.</summary>
    private void Update(Action<RoomWindow> update)
    {
        if (_rooms.WindowOf(Sender) is { } window) update(window);
        _navigation.ShowRooms();
    }

    private void SetDiscovered(IReadOnlyList<ListedRoom> rooms)
    {
        _navigation.SetDiscovered(rooms);
        if (_joinPrompt.TrySelectAwaited(_roomList.Rooms)) PromptOrJoin();
    }

    /// <summary>Joins the room that the user has opened.</summary>
    private void JoinOpened(string name)
    {
        if (_rooms.WindowOf(Sender) is not { } window) return;
        _joinPrompt.Select(new RoomAddress(window.Server, new RoomEntry(name)));
        PromptOrJoin();
    }

    private void LeaveRoom()
    {
        _commands.Forward(RoomWindowProtocol.Leave.Instance);
        if (_windows.Active is { } window) _windows.Close(window);
        _navigation.Show();
    }

    /// <summary>Returns to the previous question, or from the join prompt to the rooms.</summary>
    private void GoBack()
    {
        if (_windows.Active is null && (_joinPrompt.NeedsNick || _joinPrompt.AsksPassword)) AskForRoom();
        else if (_rooms.Active is { } room) room.Tell(RoomWindowProtocol.CancelQuestion.Instance);
        else _navigation.GoBack();
    }

    private void AskForRoom()
    {
        _joinPrompt.ClearRoom();
        PromptOrJoin();
    }

    private void HandleEnded(RoomWindowProtocol.Ended ended)
    {
        var window = _rooms.Remove(Sender);
        _roomList.Remove(window, ended.Last);
        if (_isQuitting)
        {
            _output.ShowProblem(ended.Problems);
            if (_rooms.IsEmpty) _output.Tell(ViewProtocol.Close.Instance);
            return;
        }

        var asksAgain = window == _windows.Active && _joinPrompt.TryAskAgain(window.Address, ended.Refusal);
        _windows.Close(window);
        if (asksAgain) PromptOrJoin();
        _navigation.Show();
        _output.ShowProblem(ended.Problems);
        if (ended.Refusal is { } refusal && !(asksAgain && refusal.IsFirstPasswordQuestion(window.Address)))
            _output.ShowProblem(JoinTexts.RoomRefused($"{window.Address}", refusal.Sentence()));
    }

    /// <summary>A second quit does not wait for pending messages and transfers.</summary>
    private void Quit()
    {
        if (_isQuitting || _rooms.IsEmpty) _output.Tell(ViewProtocol.Close.Instance);
        else _rooms.TellAll(RoomWindowProtocol.Leave.Instance);
        _isQuitting = true;
    }
}
