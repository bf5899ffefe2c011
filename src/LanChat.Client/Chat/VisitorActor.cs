using Akka.Actor;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Discovery;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// Owns where the user is: choosing a room, choosing a name, or in one of several rooms. Takes what
/// was typed, and tells the view which windows there are; what stands in the window of a room is
/// its <see cref="VisitActor"/>'s.
/// </summary>
internal sealed class VisitorActor : UntypedActor
{
    private readonly TaskCompletionSource<int> _exit;
    private readonly SessionFactory _open;
    private readonly Func<IActorRef, Props> _makeView;
    private readonly Func<IActorRef, Props> _makeDiscovery;
    private readonly IReadOnlyList<string> _problems;
    private readonly Destination _destination;
    private readonly Windows _windows = new();
    private readonly RoomDirectory _directory;
    private readonly AtSign _atSign;
    private readonly Dictionary<IActorRef, RoomWindow> _visits = [];
    private ChatOutput _output = null!;
    private WindowNavigation _navigation = null!;
    private bool _quitting;

    public VisitorActor(
        Visit visit, SessionFactory open, Func<IActorRef, Props> makeView, Func<IActorRef, Props> makeDiscovery)
    {
        (_exit, _open, _makeView, _makeDiscovery) = (visit.Exit, open, makeView, makeDiscovery);
        (_problems, _atSign) = (visit.Problems, visit.AtSign);
        (_destination, _directory) =
            (new Destination(visit.Server, visit.Nick, visit.Suggested), new RoomDirectory(_windows));
    }

    /// <summary>The visit in sight; null where a room is chosen.</summary>
    private IActorRef? InSight => _visits.FirstOrDefault(visit => visit.Value == _windows.InSight).Key;

    public static Props Props(
        Visit visit, SessionFactory open, Func<IActorRef, Props> makeView, Func<IActorRef, Props> makeDiscovery) =>
        Akka.Actor.Props.Create(() => new VisitorActor(visit, open, makeView, makeDiscovery));

    protected override void PreStart()
    {
        _output = new ChatOutput(Context.ActorOf(_makeView(Self), "view"));
        _navigation = new WindowNavigation(_windows, _directory, _destination, _output);
        Context.ActorOf(_makeDiscovery(Self), "discovery");
        _output.Complain(_problems);
        GoOn();
    }

    /// <summary>Stopped from outside, as when the program is told to end.</summary>
    protected override void PostStop() => _exit.TrySetResult(0);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case ViewProtocol.IUserInput wish: Grant(wish); break;
            case VisitProtocol.Entered entered: Note(entered.Log); break;
            case VisitProtocol.Renamed renamed: _destination.Rename(renamed.Nickname); break;
            case DiscoveryProtocol.RoomsChanged changed: _directory.Hear(changed.Rooms); _navigation.ShowRooms(); break;
            case VisitProtocol.Ended ended: End(ended); break;
            case ViewProtocol.GapReached gap:
                VisitIn(gap.Window)?.Tell(new VisitProtocol.FillHole(gap.Gap, gap.Before));
                break;
            case DiscoveryProtocol.ListenFailed deaf:
                _output.ShowInChoice(new ViewProtocol.ShowProblem(VisitTexts.CannotFindRooms(deaf.Port)));
                break;
            case ViewProtocol.Interrupted: Quit(); break;
            case ViewProtocol.Closed: _exit.TrySetResult(0); break;
            default: Unhandled(message); break;
        }
    }

    private void Grant(ViewProtocol.IUserInput wish)
    {
        switch (wish)
        {
            case ViewProtocol.LineEntered typed: Understand(Commands.Read(typed.Text), typed.Text); break;
            case ViewProtocol.SwitchTo to: _navigation.SwitchTo(to.Number); break;
            case ViewProtocol.SwitchBy by: _navigation.SwitchBy(by.Step); break;
            case ViewProtocol.Back: GoBack(); break;
        }

        _output.Tell(ViewProtocol.InputHandled.Instance);
    }

    private void Understand(Intent intent, string typed)
    {
        switch (intent)
        {
            case Intent.Say { Text: var text } when InSight is null: Answer(text.Trim()); break;
            case Intent.Say { Text: var text }: Tell(new VisitProtocol.Say(text, typed)); break;
            case Intent.Ask { Wish: var wish }: Tell(new VisitProtocol.Ask(wish, typed)); break;
            case Intent.ShareFile share: Tell(new VisitProtocol.ShareFile(share.Path, share.To, typed)); break;
            case Intent.SaveFile { Name: var name }: Tell(new VisitProtocol.SaveFile(name, typed)); break;
            case Intent.CancelFiles: Tell(VisitProtocol.CancelFiles.Instance); break;
            case Intent.Join { Room: var room }: Take(_destination.TakeRoom(room, _directory.Rooms)); break;
            case Intent.LeaveRoom: LeaveRoom(); break;
            case Intent.GoTo { Number: { } number }: _navigation.GoTo(number); break;
            case Intent.GoTo: _navigation.SwitchBy(1); break;
            case Intent.Fold { What: var what }: _output.Tell(new ViewProtocol.Fold(what)); break;
            case Intent.ShowRooms: _navigation.SwitchTo(0); break;
            case Intent.ShowNotice: Tell(VisitProtocol.ShowNotice.Instance); break;
            case Intent.Search { Text: var text }: Search(text); break;
            case Intent.SearchHistory { Words: var words }: Search(words, typed); break;
            case Intent.SearchOn: Tell(new VisitProtocol.SearchOn(typed)); break;
            case Intent.ShowFound { Number: var number }: Tell(new VisitProtocol.ShowFound(number, typed)); break;
            case Intent.Scroll { Pages: var pages }: _output.Tell(new ViewProtocol.Scroll(pages)); break;
            case Intent.Help { About: var about }:
                _output.Tell(
                    about == Help.Text ? new ViewProtocol.ShowHelp(about) : new ViewProtocol.ShowRemark(about));
                break;
            case Intent.Quit: Quit(); break;
            case Intent.Mistake mistake: _output.Complain(mistake.Why); break;
        }
    }

    private void Answer(string text)
    {
        if (text.Length > 0 || _destination.NeedsName) Take(_destination.Take(text, _directory.Rooms));
    }

    private void Take(string? complaint)
    {
        if (complaint is not null)
        {
            _output.Complain(complaint);
            return;
        }

        _output.ShowInChoice(ViewProtocol.Clear.Instance);
        GoOn();
    }

    /// <summary>Asks for what is missing, or enters.</summary>
    private void GoOn()
    {
        if (_destination is { Server: { } server, Nick: { } nick }) Enter(server, nick);
        else _windows.SwitchTo(0);
        _navigation.Show();
        _output.ShowInChoice(new ViewProtocol.Prompt(_destination.Question));
    }

    private void Enter(ServerAddress server, Nick nick)
    {
        _destination.ForgetRoom();
        if (_windows.Return(_directory.Known(server))) return;
        if (_windows.Open(server) is not { } window)
        {
            _output.Complain(VisitTexts.TooManyRooms(Windows.Most));
            return;
        }

        _navigation.Show();
        _visits.Add(Context.ActorOf(
            VisitActor.Props(window.Id, server, owner => _open(server, nick, owner), _output.View, _atSign)), window);
    }

    /// <summary>The room the visit leads to has this history.</summary>
    private void Note(string log)
    {
        if (!_visits.TryGetValue(Sender, out var window)) return;
        _directory.Note(window, log);
        _navigation.ShowRooms();
    }

    private void Tell(object told)
    {
        if (InSight is { } visit) visit.Tell(told);
        else _output.Complain(VisitTexts.InNoRoom);
    }

    private void LeaveRoom()
    {
        Tell(VisitProtocol.Leave.Instance);
        if (_windows.InSight is { } room) _windows.Close(room);
        _navigation.Show();
    }

    /// <summary>
    /// From a question to the one before, and from where a room is chosen to the rooms.
    /// </summary>
    private void GoBack()
    {
        if (_windows.InSight is null && _destination.NeedsName) AskForRoom();
        else if (InSight is { } visit) visit.Tell(VisitProtocol.TakeBack.Instance);
        else _navigation.GoBack();
    }

    private void AskForRoom()
    {
        _destination.ForgetRoom();
        GoOn();
    }

    private void End(VisitProtocol.Ended ended)
    {
        _visits.Remove(Sender, out var window);
        _directory.Forget(window!);
        if (_quitting)
        {
            _output.Complain(ended.Complaints);
            if (_visits.Count == 0) _output.Tell(ViewProtocol.Close.Instance);
            return;
        }

        var asksForName = ended.Refusal?.IsAboutNickname() == true && window == _windows.InSight;
        _windows.Close(window!);
        if (asksForName)
        {
            _destination.AskForName(window!.Server);
            GoOn();
        }

        _navigation.Show();
        _output.Complain(ended.Complaints);
        if (ended.Refusal is { } refused)
            _output.Complain(VisitTexts.RoomRefused($"{window!.Server}", refused.Sentence()));
    }

    /// <summary>Asked twice, it does not wait for what is under way.</summary>
    private void Quit()
    {
        if (_quitting || _visits.Count == 0) _output.Tell(ViewProtocol.Close.Instance);
        else foreach (var visit in _visits.Keys) visit.Tell(VisitProtocol.Leave.Instance);
        _quitting = true;
    }

    private IActorRef? VisitIn(int window) => _visits.FirstOrDefault(visit => visit.Value.Id == window).Key;

    /// <summary>Where the history can't be asked, what is shown is all there is.</summary>
    private void Search(string? text)
    {
        _output.Tell(new ViewProtocol.Search(text));
        if (text is not null) InSight?.Tell(new VisitProtocol.Search(new SearchWords(text), ""));
    }

    private void Search(SearchWords words, string typed)
    {
        if (words.In is { } room && !_navigation.TryGoTo(room)) _output.Complain(SearchTexts.NotInThatRoom(room));
        else Tell(new VisitProtocol.Search(words, typed));
    }
}
