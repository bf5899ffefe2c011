using Akka.Actor;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Discovery;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// Owns where the user is: choosing a room, choosing a name, or in one of several rooms. Takes what was typed, and tells the view which
/// windows there are; what stands in the window of a room is its <see cref="VisitActor"/>'s.
/// </summary>
internal sealed partial class VisitorActor : UntypedActor
{
    private readonly TaskCompletionSource<int> _exit;
    private readonly OpenSession _open;
    private readonly Func<IActorRef, Props> _makeView;
    private readonly Func<IActorRef, Props> _makeDiscovery;
    private readonly IReadOnlyList<string> _problems;
    private readonly Destination _destination;
    private readonly Windows _windows = new();
    private readonly RoomNumbers _numbers = new();
    private readonly AtSign _atSign;
    private readonly Dictionary<IActorRef, RoomWindow> _visits = [];
    private readonly Dictionary<RoomWindow, string> _logs = [];
    private IActorRef _view = null!;
    private IReadOnlyList<ListedRoom> _heard = [];
    private IReadOnlyList<ListedRoom> _rooms = [];
    private bool _quitting;

    public VisitorActor(Visit visit, OpenSession open, Func<IActorRef, Props> makeView, Func<IActorRef, Props> makeDiscovery)
    {
        (_exit, _open, _makeView, _makeDiscovery) = (visit.Exit, open, makeView, makeDiscovery);
        (_problems, _atSign) = (visit.Problems, visit.AtSign);
        _destination = new Destination(visit.Server, visit.Nick, visit.Suggested);
    }

    /// <summary>The visit in sight; null where a room is chosen.</summary>
    private IActorRef? InSight => _visits.FirstOrDefault(visit => visit.Value == _windows.InSight).Key;

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
        Complain(_problems);
        GoOn();
    }

    /// <summary>Stopped from outside, as when the program is told to end.</summary>
    protected override void PostStop() => _exit.TrySetResult(0);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case ViewProtocol.IWish wish: Grant(wish); break;
            case VisitProtocol.Entered entered: Note(entered.Log); break;
            case VisitProtocol.Renamed renamed: _destination.Rename(renamed.Nickname); break;
            case DiscoveryProtocol.RoomsChanged changed: List(changed.Rooms); break;
            case VisitProtocol.Ended ended: End(ended); break;
            case ViewProtocol.LookedAt hole: VisitIn(hole.Window)?.Tell(new VisitProtocol.FillHole(hole.Hole, hole.Before)); break;
            case DiscoveryProtocol.Deaf deaf: TellDeafness(deaf.Port); break;
            case ViewProtocol.Interrupted: Quit(); break;
            case ViewProtocol.Closed: _exit.TrySetResult(0); break;
            default: Unhandled(message); break;
        }
    }

    private void Grant(ViewProtocol.IWish wish)
    {
        switch (wish)
        {
            case ViewProtocol.Typed typed: Understand(Commands.Read(typed.Text), typed.Text); break;
            case ViewProtocol.SwitchTo to: _windows.SwitchTo(to.Number); ShowWindows(); break;
            case ViewProtocol.SwitchBy by: _windows.SwitchBy(by.Step); ShowWindows(); break;
            case ViewProtocol.Back: GoBack(); break;
        }

        _view.Tell(ViewProtocol.Granted.Instance);
    }

    private void Understand(Intent intent, string typed)
    {
        switch (intent)
        {
            case Intent.Say { Text: var text } when InSight is null: Answer(text.Trim()); break;
            case Intent.Say { Text: var text }: Tell(new VisitProtocol.Say(text, typed)); break;
            case Intent.Ask { Wish: var wish }: Ask(wish, typed); break;
            case Intent.ShareFile share: Tell(new VisitProtocol.ShareFile(share.Path, share.To, typed)); break;
            case Intent.SaveFile { Name: var name }: Tell(new VisitProtocol.SaveFile(name, typed)); break;
            case Intent.CancelFiles: Tell(VisitProtocol.CancelFiles.Instance); break;
            case Intent.Join { Room: var room }: Take(_destination.TakeRoom(room, _rooms)); break;
            case Intent.LeaveRoom: LeaveRoom(); break;
            case Intent.GoTo { Number: { } number }: GoTo(number); break;
            case Intent.GoTo: _windows.SwitchBy(1); ShowWindows(); break;
            case Intent.Fold { What: var what }: _view.Tell(new ViewProtocol.Fold(what)); break;
            case Intent.ShowRooms: _windows.SwitchTo(0); ShowWindows(); break;
            case Intent.ShowNotice: Tell(VisitProtocol.ShowNotice.Instance); break;
            case Intent.Search { Text: var text }: Search(text); break;
            case Intent.SearchHistory { Words: var words }: Search(words, typed); break;
            case Intent.SearchOn: Tell(new VisitProtocol.SearchOn(typed)); break;
            case Intent.ShowFound { Number: var number }: Tell(new VisitProtocol.ShowFound(number, typed)); break;
            case Intent.Scroll { Pages: var pages }: _view.Tell(new ViewProtocol.Scroll(pages)); break;
            case Intent.Help { About: var about }: _view.Tell(about == Help.Text ? new ViewProtocol.ShowHelp(about) : new ViewProtocol.ShowRemark(about)); break;
            case Intent.Quit: Quit(); break;
            case Intent.Mistake mistake: Complain(mistake.Why); break;
        }
    }

    private void Answer(string text)
    {
        if (text.Length > 0 || _destination.NeedsName) Take(_destination.Take(text, _rooms));
    }

    private void Take(string? complaint)
    {
        if (complaint is not null)
        {
            Complain(complaint);
            return;
        }

        _view.Tell(InChoice(ViewProtocol.Clear.Instance));
        GoOn();
    }

    /// <summary>Asks for what is missing, or enters.</summary>
    private void GoOn()
    {
        if (_destination is { Server: { } server, Nick: { } nick }) Enter(server, nick);
        else _windows.SwitchTo(0);
        ShowWindows();
        _view.Tell(InChoice(new ViewProtocol.Prompt(_destination.Question)));
    }

    private void Enter(ServerAddress server, Nick nick)
    {
        _destination.ForgetRoom();
        var listed = _rooms.FirstOrDefault(room => $"{room.Address}" == $"{server}");
        if (_windows.Return(listed is not null && WindowOf(listed) is { } there ? there.Server : server)) return;
        if (_windows.Open(server) is not { } window)
        {
            Complain(VisitTexts.TooManyRooms(Windows.Most));
            return;
        }

        ShowWindows();
        _visits.Add(Context.ActorOf(VisitActor.Props(window.Id, server, owner => _open(server, nick, owner), _view, _atSign)), window);
    }

    /// <summary>The room the visit leads to has this history.</summary>
    private void Note(string log)
    {
        if (!_visits.TryGetValue(Sender, out var window)) return;
        _logs[window] = log;
        ShowRooms();
    }

    /// <summary>The window of a room, whichever of its addresses that was entered at; null where the user is not in it.</summary>
    private RoomWindow? WindowOf(ListedRoom room) => _windows.Rooms.FirstOrDefault(window =>
        $"{window.Server}" == $"{room.Address}" || (room.Log is not null && _logs.GetValueOrDefault(window) == room.Log));

    private void Ask(ClientMessage wish, string typed) => Tell(new VisitProtocol.Ask(wish, typed));

    private void Tell(object told)
    {
        if (InSight is { } visit) visit.Tell(told);
        else Complain(VisitTexts.InNoRoom);
    }

    private void GoTo(int number)
    {
        if (_windows.Has(number)) _windows.SwitchTo(number);
        else Complain(VisitTexts.NoRoomOfNumber(number));
        ShowWindows();
    }

    private void LeaveRoom()
    {
        Tell(VisitProtocol.Leave.Instance);
        if (_windows.InSight is { } room) _windows.Close(room);
        ShowWindows();
    }

    /// <summary>From a question to the one before, and from where a room is chosen to the rooms.</summary>
    private void GoBack()
    {
        if (_windows.InSight is null && _destination.NeedsName)
        {
            _destination.ForgetRoom();
            GoOn();
        }
        else if (InSight is { } visit)
        {
            visit.Tell(VisitProtocol.TakeBack.Instance);
        }
        else
        {
            _windows.GoBack();
            ShowWindows();
        }
    }

    private void End(VisitProtocol.Ended ended)
    {
        _visits.Remove(Sender, out var window);
        _logs.Remove(window!);
        if (_quitting)
        {
            Complain(ended.Complaints);
            if (_visits.Count == 0) _view.Tell(ViewProtocol.Close.Instance);
            return;
        }

        var asksForName = ended.Refused?.IsAboutTheName() == true && window == _windows.InSight;
        _windows.Close(window!);
        if (asksForName) AskForNameAt(window!.Server);
        ShowWindows();
        Complain(ended.Complaints);
        if (ended.Refused is { } refused) Complain(VisitTexts.RoomRefused($"{window!.Server}", refused.Sentence()));
    }

    private void AskForNameAt(ServerAddress server)
    {
        _destination.AskForName(server);
        GoOn();
    }

    /// <summary>Asked twice, it does not wait for what is under way.</summary>
    private void Quit()
    {
        if (_quitting || _visits.Count == 0) _view.Tell(ViewProtocol.Close.Instance);
        else foreach (var visit in _visits.Keys) visit.Tell(VisitProtocol.Leave.Instance);
        _quitting = true;
    }

    private void List(IReadOnlyList<ListedRoom> rooms)
    {
        _heard = rooms;
        ShowRooms();
    }

    private void TellDeafness(int port) => _view.Tell(InChoice(new ViewProtocol.ShowProblem(VisitTexts.CannotFindRooms(port))));

    private void ShowWindows()
    {
        _view.Tell(new ViewProtocol.ShowWindows([.. _windows.Rooms.Select(room => (room.Id, room.Number))], _windows.InSight?.Id ?? ViewProtocol.Choice));
        ShowRooms();
    }

    private void ShowRooms()
    {
        _rooms = _numbers.Of(_heard, _windows.Rooms, WindowOf);
        _view.Tell(new ViewProtocol.ShowRooms(_rooms, _windows.InSight is null && _destination.NeedsRoom));
    }

    private static ViewProtocol.In InChoice(object shown) => new(ViewProtocol.Choice, shown);

    private void Complain(IReadOnlyList<string> complaints)
    {
        foreach (var complaint in complaints) Complain(complaint);
    }

    private void Complain(string text) => _view.Tell(new ViewProtocol.ShowProblem(text));
}
