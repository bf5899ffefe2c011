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
    private readonly RoomList _roomList;
    private readonly MentionNotice _mentionNotice;
    private readonly Dictionary<IActorRef, RoomWindow> _rooms = [];
    private ChatOutput _output = null!;
    private WindowNavigation _navigation = null!;
    private bool _isQuitting;

    public ChatActor(
        ChatOptions options, SessionFactory makeSession, Func<IActorRef, Props> makeView,
        Func<IActorRef, Props> makeDiscovery)
    {
        (_exit, _makeSession, _makeView, _makeDiscovery) = (options.Exit, makeSession, makeView, makeDiscovery);
        (_problems, _mentionNotice) = (options.Problems, options.MentionNotice);
        _joinPrompt = new JoinPrompt(options.Server, options.Nick, options.Suggested);
        _roomList = new RoomList(_windows);
    }

    /// <summary>Actor of the active room; null at the join prompt.</summary>
    private IActorRef? ActiveRoom => _rooms.FirstOrDefault(room => room.Value == _windows.Active).Key;

    public static Props Props(
        ChatOptions options, SessionFactory makeSession, Func<IActorRef, Props> makeView,
        Func<IActorRef, Props> makeDiscovery) =>
        Akka.Actor.Props.Create(() => new ChatActor(options, makeSession, makeView, makeDiscovery));

    protected override void PreStart()
    {
        _output = new ChatOutput(Context.ActorOf(_makeView(Self), "view"));
        _navigation = new WindowNavigation(_windows, _roomList, _joinPrompt, _output);
        Context.ActorOf(_makeDiscovery(Self), "discovery");
        _output.ShowProblem(_problems);
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
            case RoomWindowProtocol.Joined joined: SetLog(joined.Log); break;
            case RoomWindowProtocol.Renamed renamed: _joinPrompt.Rename(renamed.Nickname); break;
            case DiscoveryProtocol.RoomsChanged changed: _navigation.SetDiscovered(changed.Rooms); break;
            case RoomWindowProtocol.Ended ended: HandleEnded(ended); break;
            case ViewProtocol.GapReached gap:
                FindRoom(gap.Window)?.Tell(new RoomWindowProtocol.FillGap(gap.Gap, gap.Before));
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
            case ViewProtocol.LineEntered typed: Execute(Commands.Parse(typed.Text), typed.Text); break;
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
            case UserCommand.Say { Text: var text } when ActiveRoom is null: Answer(text.Trim()); break;
            case UserCommand.Say { Text: var text }: Forward(new RoomWindowProtocol.Say(text, typed)); break;
            case UserCommand.Send { Request: var request }: Forward(new RoomWindowProtocol.Send(request, typed)); break;
            case UserCommand.ShareFile file:
                Forward(new RoomWindowProtocol.ShareFile(file.Path, file.To, typed));
                break;
            case UserCommand.SaveFile { Name: var name }: Forward(new RoomWindowProtocol.SaveFile(name, typed)); break;
            case UserCommand.CancelFiles: Forward(RoomWindowProtocol.CancelFiles.Instance); break;
            case UserCommand.Join join: HandleAnswer(_joinPrompt.SelectRoom(join.Room, _roomList.Rooms)); break;
            case UserCommand.LeaveRoom: LeaveRoom(); break;
            case UserCommand.GoTo { Number: { } number }: _navigation.GoTo(number); break;
            case UserCommand.GoTo: _navigation.SwitchBy(1); break;
            case UserCommand.Fold { What: var part }: _output.Tell(new ViewProtocol.Fold(part)); break;
            case UserCommand.ShowRooms: _navigation.SwitchTo(0); break;
            case UserCommand.ShowNotice: Forward(RoomWindowProtocol.ShowNotice.Instance); break;
            case UserCommand.SearchTranscript { Text: var text }: Search(text); break;
            case UserCommand.SearchHistory { Query: var query }: Search(query, typed); break;
            case UserCommand.ContinueSearch: Forward(new RoomWindowProtocol.ContinueSearch(typed)); break;
            case UserCommand.ShowResult show: Forward(new RoomWindowProtocol.ShowResult(show.Number, typed)); break;
            case UserCommand.Scroll { Pages: var pages }: _output.Tell(new ViewProtocol.Scroll(pages)); break;
            case UserCommand.Help { Text: var text }: _output.ShowHelp(text); break;
            case UserCommand.Quit: Quit(); break;
            case UserCommand.Invalid invalid: _output.ShowProblem(invalid.Reason); break;
        }
    }

    private void Answer(string text)
    {
        if (text.Length > 0 || _joinPrompt.NeedsNick) HandleAnswer(_joinPrompt.Answer(text, _roomList.Rooms));
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
        if (_joinPrompt is { Server: { } server, Nick: { } nick }) OpenRoom(server, nick);
        else _windows.SwitchTo(0);
        _navigation.Show();
        _output.ShowInJoinPrompt(new ViewProtocol.Prompt(_joinPrompt.Question));
    }

    private void OpenRoom(ServerAddress server, Nick nick)
    {
        _joinPrompt.ClearRoom();
        if (_windows.TryActivate(_roomList.Resolve(server))) return;
        if (_windows.Open(server) is not { } window)
        {
            _output.ShowProblem(JoinTexts.TooManyRooms(RoomWindowManager.MaxRooms));
            return;
        }

        _navigation.Show();
        var room = Context.ActorOf(RoomWindowActor.Props(
            window.Id, server, owner => _makeSession(server, nick, owner), _output.View, _mentionNotice));
        _rooms.Add(room, window);
    }

    /// <summary>Stores the log id of the sender's room.</summary>
    private void SetLog(string log)
    {
        if (!_rooms.TryGetValue(Sender, out var window)) return;
        _roomList.SetLog(window, log);
        _navigation.ShowRooms();
    }

    private void Forward(object message)
    {
        if (ActiveRoom is { } room) room.Tell(message);
        else _output.ShowProblem(JoinTexts.InNoRoom);
    }

    private void LeaveRoom()
    {
        Forward(RoomWindowProtocol.Leave.Instance);
        if (_windows.Active is { } window) _windows.Close(window);
        _navigation.Show();
    }

    /// <summary>Returns to the previous question, or from the join prompt to the rooms.</summary>
    private void GoBack()
    {
        if (_windows.Active is null && _joinPrompt.NeedsNick) AskForRoom();
        else if (ActiveRoom is { } room) room.Tell(RoomWindowProtocol.CancelQuestion.Instance);
        else _navigation.GoBack();
    }

    private void AskForRoom()
    {
        _joinPrompt.ClearRoom();
        PromptOrJoin();
    }

    private void HandleEnded(RoomWindowProtocol.Ended ended)
    {
        _rooms.Remove(Sender, out var window);
        _roomList.Remove(window!);
        if (_isQuitting)
        {
            _output.ShowProblem(ended.Problems);
            if (_rooms.Count == 0) _output.Tell(ViewProtocol.Close.Instance);
            return;
        }

        var asksForNick = ended.Refusal?.IsAboutNickname() == true && window == _windows.Active;
        _windows.Close(window!);
        if (asksForNick)
        {
            _joinPrompt.RequireNick(window!.Server);
            PromptOrJoin();
        }

        _navigation.Show();
        _output.ShowProblem(ended.Problems);
        if (ended.Refusal is { } refusal)
            _output.ShowProblem(JoinTexts.RoomRefused($"{window!.Server}", refusal.Sentence()));
    }

    /// <summary>A second quit does not wait for pending messages and transfers.</summary>
    private void Quit()
    {
        if (_isQuitting || _rooms.Count == 0) _output.Tell(ViewProtocol.Close.Instance);
        else foreach (var room in _rooms.Keys) room.Tell(RoomWindowProtocol.Leave.Instance);
        _isQuitting = true;
    }

    private IActorRef? FindRoom(int window) => _rooms.FirstOrDefault(room => room.Value.Id == window).Key;

    /// <summary>Searches the transcript, and the history as well if the room can.</summary>
    private void Search(string? text)
    {
        _output.Tell(new ViewProtocol.Search(text));
        if (text is not null) ActiveRoom?.Tell(new RoomWindowProtocol.Search(new SearchQuery(text), ""));
    }

    private void Search(SearchQuery query, string typed)
    {
        if (query.In is { } room && !_navigation.TryGoTo(room)) _output.ShowProblem(SearchTexts.NotInThatRoom(room));
        else Forward(new RoomWindowProtocol.Search(query, typed));
    }
}
