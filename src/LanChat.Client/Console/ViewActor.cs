using Akka.Actor;
using LanChat.Client.Console.Panes;
using LanChat.Client.Console.Screens;
using LanChat.Client.Settings;

namespace LanChat.Client.Console;

/// <summary>
/// Owns the terminal: what stands on it and what is being typed. Decides nothing: it shows what it is told, and tells what was typed.
/// Whatever comes in one run through its mailbox is drawn as one frame.
/// </summary>
internal sealed class ViewActor : UntypedActor
{
    private sealed record Pressed(ConsoleKeyInfo Key);

    private sealed record Pasted(string Text);

    private sealed record Resized
    {
        public static readonly Resized Instance = new();
    }

    private sealed record Draw
    {
        public static readonly Draw Instance = new();
    }

    private const string Bell = "\a";

    private readonly ITerminal _terminal;
    private readonly IActorRef _user;
    private readonly Ink _ink;
    private readonly ViewSettings _settings;
    private readonly Printing _printing;
    private readonly Desk _desk;
    private readonly Screen _screen = new();
    private readonly InputHistory _history = new();
    private readonly List<Entry> _lastWords = [];
    private readonly List<ViewProtocol.WhenShown> _whenShown = [];
    private bool _drawing;
    private bool _ringing;
    private bool _closed;

    public ViewActor(ITerminal terminal, Ink ink, ViewSettings settings, IActorRef user)
    {
        (_terminal, _ink, _settings, _user) = (terminal, ink, settings, user);
        (_printing, _desk) = (new Printing(ink), new Desk(ink, settings.Scrollback));
    }

    /// <param name="terminal">Where to show.</param>
    /// <param name="ink">In which colours.</param>
    /// <param name="settings">How much of the talk is kept, and whether it rings.</param>
    /// <param name="user">Who is told what was typed: see <see cref="ViewProtocol"/>.</param>
    public static Props Props(ITerminal terminal, Ink ink, ViewSettings settings, IActorRef user) =>
        Akka.Actor.Props.Create(() => new ViewActor(terminal, ink, settings, user));

    protected override void PreStart()
    {
        var self = Self;
        _terminal.Listen(
            key => self.Tell(new Pressed(key)),
            text => self.Tell(new Pasted(text)),
            () => self.Tell(Resized.Instance));
    }

    /// <summary>Stopped without a word, as when the program is told to end: the terminal is left in order all the same.</summary>
    protected override void PostStop() => CloseScreen();

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Draw: DrawNow(); return;
            case Pressed pressed: Press(pressed.Key); break;
            case Pasted pasted: Paste(pasted.Text); break;
            case ViewProtocol.ShowMessage show: _desk.Talk.Add(_printing.Message(show.Message, show.Own, show.ForMe)); break;
            case ViewProtocol.Ring: _ringing = _settings.Bell; break;
            case ViewProtocol.ShowNotice show: ShowNotice(show.Text); break;
            case ViewProtocol.ShowMembers show: _desk.Talk.Add(_printing.Members(show.Nicknames, show.Total)); break;
            case ViewProtocol.ShowEntered show: _desk.Talk.Add(_printing.Entered(show.Room, show.Address, show.Nickname)); break;
            case ViewProtocol.ShowRemark show: _desk.Talk.Add(_printing.Remark(show.Text)); break;
            case ViewProtocol.ShowProblem show: ShowProblem(show.Text); break;
            case ViewProtocol.WhenShown then: _whenShown.Add(then); break;
            case ViewProtocol.ShowRooms show: (_desk.Rooms, _desk.IsChoosing) = (show.Rooms, show.IsChoosing); break;
            case ViewProtocol.ShowPlace show: _desk.GoTo(show.Place); break;
            case ViewProtocol.ShowPresent show: (_desk.Completion.Names, _desk.Away) = (show.Names, show.Away); break;
            case ViewProtocol.Prompt prompt: _desk.Prompt = TerminalText.OneLine(prompt.Text); break;
            case ViewProtocol.Close: CloseScreen(); _user.Tell(ViewProtocol.Closed.Instance); return;
            case Resized: break;
            default: Unhandled(message); return;
        }

        DrawSoon();
    }

    private void Press(ConsoleKeyInfo key)
    {
        _lastWords.Clear();
        switch (KeyBindings.Apply(key, _desk.Editor, _history, _desk.Completion))
        {
            case KeyBindings.Outcome.Entered: TakeTyped(_desk.Editor.Text); break;
            case KeyBindings.Outcome.Interrupted: _user.Tell(ViewProtocol.Interrupted.Instance); break;
            case KeyBindings.Outcome.PageUp: _desk.PageUp(); break;
            case KeyBindings.Outcome.PageDown: _desk.PageDown(); break;
            case KeyBindings.Outcome.ToTop: _desk.ToTop(); break;
            case KeyBindings.Outcome.ToEnd: _desk.Talk.ToEnd(); break;
            case KeyBindings.Outcome.DrawAll: _screen.Forget(); break;
        }
    }

    private void TakeTyped(string text)
    {
        _history.Add(text);
        _user.Tell(new ViewProtocol.Typed(text));
        _desk.Editor.Replace("");
        _desk.Talk.ToEnd();
    }

    private void Paste(string text)
    {
        _desk.Completion.Close();
        if (!_desk.Editor.Insert(PastedText.Of(text))) ShowProblem($"Nothing was pasted: more than {LineEditor.Longest} characters can't be said at once.");
    }

    private void ShowNotice(string text)
    {
        _desk.Notice = text;
        _desk.Talk.Add(_printing.Notice(text));
    }

    private void ShowProblem(string text)
    {
        var problem = _printing.Problem(text);
        _desk.Talk.Add(problem);
        _lastWords.Add(problem);
    }

    /// <summary>What is in the mailbox already comes before, and is drawn with it.</summary>
    private void DrawSoon()
    {
        if (_drawing) return;
        _drawing = true;
        Self.Tell(Draw.Instance);
    }

    private void DrawNow()
    {
        _drawing = false;
        if (_closed) return;
        var (width, height) = (_terminal.Width, _terminal.Height);
        var (panes, cursor) = _desk.Lay(width, height);
        _terminal.Write(_screen.Draw(panes, cursor, width, height) + (_ringing ? Bell : ""));
        _ringing = false;
        foreach (var then in _whenShown) then.Who.Tell(then.What);
        _whenShown.Clear();
    }

    /// <summary>What went wrong since the last key was pressed is said on the screen that stays.</summary>
    private void CloseScreen()
    {
        if (_closed) return;
        _closed = true;
        _terminal.Close();
        var rows = _lastWords.SelectMany(entry => entry.Rows(Math.Max(_terminal.Width, 1), _ink)).ToArray();
        if (rows.Length > 0) _terminal.Write(string.Concat(rows.Select(row => row.ToAnsi() + "\r\n")));
    }
}
