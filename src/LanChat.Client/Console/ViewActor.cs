using Akka.Actor;
using LanChat.Client.Discovery;

namespace LanChat.Client.Console;

/// <summary>
/// Owns the terminal: what stands on it and the line being typed. Decides nothing: it shows what it is told, and tells what was typed.
/// Whatever comes in one run through its mailbox is drawn as one frame.
/// </summary>
internal sealed class ViewActor : UntypedActor
{
    private sealed record Pressed(ConsoleKeyInfo Key);

    private sealed record Resized
    {
        public static readonly Resized Instance = new();
    }

    private sealed record Draw
    {
        public static readonly Draw Instance = new();
    }

    private readonly ITerminal _terminal;
    private readonly Ink _ink;
    private readonly Printing _printing;
    private readonly IActorRef _user;
    private readonly LiveRegion _region = new();
    private readonly LineEditor _editor = new();
    private readonly InputHistory _history = new();
    private readonly Completion _completion = new();
    private readonly List<string> _printed = [];
    private readonly List<ViewProtocol.WhenShown> _whenShown = [];
    private IReadOnlyList<ListedRoom>? _rooms;
    private string _prompt = "";
    private bool _drawing;
    private bool _closed;

    public ViewActor(ITerminal terminal, Ink ink, IActorRef user) =>
        (_terminal, _ink, _printing, _user) = (terminal, ink, new Printing(ink), user);

    /// <param name="terminal">Where to show.</param>
    /// <param name="ink">In which colours.</param>
    /// <param name="user">Who is told what was typed: see <see cref="ViewProtocol"/>.</param>
    public static Props Props(ITerminal terminal, Ink ink, IActorRef user) =>
        Akka.Actor.Props.Create(() => new ViewActor(terminal, ink, user));

    protected override void PreStart()
    {
        var self = Self;
        _terminal.Listen(key => self.Tell(new Pressed(key)), () => self.Tell(Resized.Instance));
    }

    /// <summary>Stopped without a word, as when the program is told to end: the screen is left in order all the same.</summary>
    protected override void PostStop() => CloseScreen();

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Draw: DrawNow(); break;
            case Pressed pressed: Press(pressed.Key); break;
            case ViewProtocol.ShowMessage show: Print(_printing.Message(show.Message, show.Own)); break;
            case ViewProtocol.ShowNotice show: Print(_printing.Notice(show.Text)); break;
            case ViewProtocol.ShowMembers show: Print(_printing.Members(show.Nicknames, show.Total)); break;
            case ViewProtocol.ShowEntered show: Print(_printing.Entered(show.Room, show.Address, show.Nickname)); break;
            case ViewProtocol.ShowRemark show: Print(_printing.Remark(show.Text)); break;
            case ViewProtocol.ShowProblem show: Print(_printing.Problem(show.Text)); break;
            case ViewProtocol.WhenShown then: _whenShown.Add(then); DrawSoon(); break;
            case ViewProtocol.ShowRooms show: _rooms = show.Rooms; DrawSoon(); break;
            case ViewProtocol.HideRooms: _rooms = null; DrawSoon(); break;
            case ViewProtocol.OfferNames offer: _completion.Names = offer.Names; break;
            case ViewProtocol.Prompt prompt: _prompt = TerminalText.OneLine(prompt.Text); DrawSoon(); break;
            case ViewProtocol.Close: CloseScreen(); _user.Tell(ViewProtocol.Closed.Instance); break;
            case Resized: DrawSoon(); break;
            default: Unhandled(message); break;
        }
    }

    private void Press(ConsoleKeyInfo key)
    {
        switch (KeyBindings.Apply(key, _editor, _history, _completion))
        {
            case KeyBindings.Outcome.Entered:
                _history.Add(_editor.Text);
                _user.Tell(new ViewProtocol.Typed(_editor.Text));
                _editor.Replace("");
                break;
            case KeyBindings.Outcome.Interrupted:
                _user.Tell(ViewProtocol.Interrupted.Instance);
                break;
        }

        DrawSoon();
    }

    private void Print(IReadOnlyList<string> lines)
    {
        _printed.AddRange(lines);
        DrawSoon();
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
        var width = _terminal.Width;
        var line = EditorLine.Of(_prompt, _editor.Text, _editor.Cursor, width);
        var completions = CompletionLines.Of(_completion, _ink, width - 1, Math.Max(_terminal.Height - 2, 0));
        var rooms = _rooms is null ? [] : RoomLines.Of(_rooms, _ink, width - 1, _terminal.Height - 2 - completions.Count);
        _terminal.Write(_region.Draw(_printed, [.. rooms, .. completions, RegionLine.Plain(line.Text)], line.Cursor, width));
        _printed.Clear();
        foreach (var then in _whenShown) then.Who.Tell(then.What);
        _whenShown.Clear();
    }

    private void CloseScreen()
    {
        if (_closed) return;
        _closed = true;
        _terminal.Write(_region.Erase(_printed, _terminal.Width));
    }
}
