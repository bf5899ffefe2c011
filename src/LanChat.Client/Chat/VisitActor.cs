using Akka.Actor;
using LanChat.Client.Emoji;
using LanChat.Client.Sessions;
using LanChat.Client.Transfers;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// Owns one stay in one room, and the session there: shows in its window what the room lets be known, and asks of the room what was typed.
/// </summary>
internal sealed partial class VisitActor : UntypedActor
{
    private readonly int _window;
    private readonly ServerAddress _server;
    private readonly Func<IActorRef, Props> _open;
    private readonly IActorRef _view;
    private readonly Stay _stay;
    private readonly Unsaid _unsaid = new();
    private IActorRef _session = null!;
    private bool _left;

    public VisitActor(int window, ServerAddress server, Func<IActorRef, Props> open, IActorRef view, AtSign atSign) =>
        (_window, _server, _open, _view, _stay, _atSign) = (window, server, open, view, new Stay(server), atSign);

    /// <param name="window">Where the view shows it.</param>
    /// <param name="server">The room's address.</param>
    /// <param name="open">A <see cref="SessionActor"/> in that room, for the owner given.</param>
    /// <param name="view">What shows it.</param>
    /// <param name="atSign">Whether the user knows what it means.</param>
    public static Props Props(int window, ServerAddress server, Func<IActorRef, Props> open, IActorRef view, AtSign atSign) =>
        Akka.Actor.Props.Create(() => new VisitActor(window, server, open, view, atSign));

    protected override void PreStart()
    {
        Show(new ViewProtocol.ShowRemark(VisitTexts.Entering($"{_server}")));
        Show(new ViewProtocol.Prompt("… > "));
        ShowPlace();
        _session = Context.ActorOf(_open(Self));
        _session.Tell(SessionProtocol.Measure.Instance);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case VisitProtocol.Say say: Say(say.Text, say.Typed); break;
            case VisitProtocol.TakeBack: TakeBack(); break;
            case VisitProtocol.Ask ask: Ask(ask.Wish, ask.Typed); break;
            case SessionProtocol.Heard heard: Hear(heard); break;
            case SessionProtocol.Measured measured: Note(measured.RoundTrip); break;
            case SessionProtocol.Lost lost: Lose(lost); break;
            case SessionProtocol.Declined declined: Decline(declined); break;
            case VisitProtocol.FillHole hole: FillHole(hole); break;
            case VisitProtocol.Search search: Search(search); break;
            case VisitProtocol.SearchOn on: SearchOn(on.Typed); break;
            case VisitProtocol.ShowFound found: ShowAround(found); break;
            case VisitProtocol.ShareFile share: Share(share); break;
            case VisitProtocol.SaveFile save: Save(save); break;
            case VisitProtocol.CancelFiles: CancelFiles(); break;
            case FileRead read: Share(read.File, read.Typed); break;
            case TransferProtocol.Moved moved: Show(moved.Transfer); break;
            case TransferProtocol.Ended over: End(over); break;
            case VisitProtocol.ShowNotice: Show(_stay.NoticeAgain); break;
            case VisitProtocol.Leave: Leave(); break;
            case SessionProtocol.Ended ended: End(ended); break;
            default: Unhandled(message); break;
        }
    }

    private void Ask(ClientMessage wish, string typed)
    {
        switch (wish)
        {
            case ClientMessage.Say { Text: var text } when string.IsNullOrWhiteSpace(text): break;
            case ClientMessage.Tell { Text: var text } when string.IsNullOrWhiteSpace(text):
            case ClientMessage.Bad: Complain(Commands.HowToTell); break;
            default: Send(new Line(EmojiText.In(wish), typed)); break;
        }
    }

    private void Send(Line line)
    {
        if (!_stay.IsConnected) Wait(line);
        _session.Tell(new SessionProtocol.Ask(line));
    }

    private void Wait(Line line)
    {
        _unsaid.Add(line);
        Show(new ViewProtocol.ShowWaiting(_unsaid.Texts, VisitTexts.Kept(line.Text)));
    }

    private void Settle(IEnumerable<Line> lines)
    {
        if (_unsaid.Remove(lines)) Show(new ViewProtocol.ShowWaiting(_unsaid.Texts));
    }

    /// <summary>A session that was left is shown no more, but may still wait for its last lines to come back and need to read on.</summary>
    private void Hear(SessionProtocol.Heard heard)
    {
        var events = heard.Events;
        if (_left)
        {
            _session.Tell(SessionProtocol.Continue.Instance);
            return;
        }

        if (events.OfType<RoomEvent.NameChanged>().LastOrDefault() is { } changed)
            Context.Parent.Tell(new VisitProtocol.Renamed(changed.You.Nickname));
        if (events.OfType<RoomEvent.Welcomed>().LastOrDefault() is { } welcome) Enter(welcome, heard.Ip);
        foreach (var known in events) _files.Note(known);
        foreach (var shown in events.SelectMany(Shown)) Show(shown);
        Settle(heard.Answered);
        ShowPlace();
        _view.Tell(new ViewProtocol.WhenShown(_session, SessionProtocol.Continue.Instance));
    }

    private void Enter(RoomEvent.Welcomed welcome, string? ip)
    {
        if (welcome.Log is { } log) Context.Parent.Tell(new VisitProtocol.Entered(log));
        Open(welcome.Files, ip);
    }

    private void Note(TimeSpan latency)
    {
        _stay.Latency = latency;
        ShowPlace();
    }

    private void Lose(SessionProtocol.Lost lost)
    {
        foreach (var shown in _stay.Lose(lost.Why, lost.Pause)) Show(shown);
        ShowPlace();
        _unsaid.AddAgain(lost.Again);
        foreach (var line in lost.Again) Show(new ViewProtocol.ShowWaiting(_unsaid.Texts, VisitTexts.SentAgain(line.Text)));
        Settle(lost.Doubtful);
        foreach (var line in lost.Doubtful.Where(line => !IsLookup(line))) Complain(Doubt(line));
        GiveUpLookups();
        Reach(null);
    }

    private void Decline(SessionProtocol.Declined declined)
    {
        Settle([declined.Line]);
        Complain(WhyNot(declined.Line, declined.Why));
        if (declined.Line.Wish.IsSaidOnce()) Show(new ViewProtocol.GiveBack(declined.Line.Text));
        if (declined.Line.Wish is ClientMessage.Look) GiveUpLookups();
    }

    private void Leave()
    {
        if (_left) return;
        _left = true;
        foreach (var upload in _transfers.Actors) upload.Tell(TransferProtocol.Cancel.Instance);
        _session.Tell(SessionProtocol.Leave.Instance);
    }

    private void End(SessionProtocol.Ended ended)
    {
        var unsent = ended.Unsent.Where(line => !IsLookup(line)).Select(line => VisitTexts.NotSent(line.Text));
        Context.Parent.Tell(new VisitProtocol.Ended(ended.Refused, [.. ended.Doubtful.Where(line => !IsLookup(line)).Select(Doubt), .. unsent, .. FilesLeft]));
        Context.Stop(Self);
    }

    private static string WhyNot(Line line, string why) => line.Wish switch
    {
        ClientMessage.Tell tell => VisitTexts.NotSentTo(tell.To, why, line.Text),
        ClientMessage.Say or ClientMessage.Act or ClientMessage.Share => VisitTexts.NotSentBecause(why, line.Text),
        _ => VisitTexts.NotDone(why, line.Text),
    };

    private static string Doubt(Line line) => VisitTexts.MayNotHaveArrived(line.Text);

    /// <summary>Of a room that was left, only this is said, wherever the user is by now.</summary>
    private void Complain(string text)
    {
        var problem = new ViewProtocol.ShowProblem(text);
        if (_left) _view.Tell(problem);
        else Show(problem);
    }

    private void ShowPlace() => Show(new ViewProtocol.ShowPlace(_stay.Place));

    private void Show(object shown)
    {
        if (!_left) _view.Tell(new ViewProtocol.In(_window, shown));
    }
}
