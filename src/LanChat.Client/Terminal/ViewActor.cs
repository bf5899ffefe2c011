using Akka.Actor;
using LanChat.Client.Settings;
using LanChat.Client.Terminal.Devices;
using LanChat.Client.Terminal.Input;
using LanChat.Client.Terminal.Screens;
using LanChat.Client.Terminal.Windows;
using LanChat.Client.Views;
using LanChat.Texts;

namespace LanChat.Client.Terminal;

/// <summary>
/// Owns the terminal: what stands on it and what is being typed. Decides nothing: it shows what it is told, and tells what was typed.
/// Whatever comes in one run through its mailbox is drawn as one frame.
/// </summary>
internal sealed class ViewActor : UntypedActor, IWithUnboundedStash
{
    private sealed record Pressed(ConsoleKeyInfo Key);

    private sealed record Pasted(string Text);

    private sealed record Focused(bool IsFocused);

    private sealed record Resized
    {
        public static readonly Resized Instance = new();
    }

    private sealed record Restored
    {
        public static readonly Restored Instance = new();
    }

    private sealed record Scrolled(int Rows);

    private sealed record Draw
    {
        public static readonly Draw Instance = new();
    }

    private readonly ITerminal _terminal;
    private readonly IActorRef _user;
    private readonly Desk _desk;
    private readonly Attention _attention;
    private readonly Screen _screen = new();
    private readonly LastWords _lastWords;
    private readonly List<ViewProtocol.WhenShown> _whenShown = [];
    private bool _wishing;
    private bool _drawing;
    private bool _closed;

    public ViewActor(ITerminal terminal, Ink ink, ViewSettings settings, IActorRef user)
    {
        (_terminal, _user, _lastWords) = (terminal, user, new LastWords(ink));
        (_desk, _attention) = (new Desk(ink, settings), new Attention(settings));
    }

    public IStash Stash { get; set; } = null!;

    /// <param name="terminal">Where to show.</param>
    /// <param name="ink">In which colours.</param>
    /// <param name="settings">How much of the talk is kept, and how the user is called.</param>
    /// <param name="user">Who is told what was typed: see <see cref="ViewProtocol"/>.</param>
    public static Props Props(ITerminal terminal, Ink ink, ViewSettings settings, IActorRef user) =>
        Akka.Actor.Props.Create(() => new ViewActor(terminal, ink, settings, user));

    protected override void PreStart()
    {
        var self = Self;
        _terminal.Listen(new TerminalEvents(
            key => self.Tell(new Pressed(key)),
            text => self.Tell(new Pasted(text)),
            rows => self.Tell(new Scrolled(rows)),
            () => self.Tell(Resized.Instance),
            () => self.Tell(Restored.Instance),
            isFocused => self.Tell(new Focused(isFocused))));
    }

    /// <summary>Stopped without a word, as when the program is told to end: the terminal is left in order all the same.</summary>
    protected override void PostStop() => CloseScreen();

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Draw: DrawNow(); return;
            case Pressed or Pasted when _wishing: Stash.Stash(); return;
            case Pressed pressed: Press(pressed.Key); break;
            case Pasted pasted: Paste(pasted.Text); break;
            case ViewProtocol.In show: ShowIn(show.Window, show.Shown); break;
            case ViewProtocol.Call call: _attention.Call(call.Room, call.Text); break;
            case ViewProtocol.WhenShown then: _whenShown.Add(then); break;
            case ViewProtocol.ShowWindows show: _desk.Arrange(show.Windows, show.InSight); break;
            case ViewProtocol.ShowRooms show: (_desk.Choice.Rooms, _desk.IsChoosing) = (show.Rooms, show.IsChoosing); break;
            case ViewProtocol.Search { Text: { } text }: _desk.Find(text); break;
            case ViewProtocol.Search: if (!_desk.FindOn()) Show(_desk.InSight, new ViewProtocol.ShowProblem(ScreenTexts.NothingSearched)); break;
            case ViewProtocol.Scroll scroll: _desk.Scroll(scroll.Pages); TellOfHole(); break;
            case ViewProtocol.Fold fold: Fold(fold.What); break;
            case ViewProtocol.Granted: TakeKeysAgain(); return;
            case ViewProtocol.Close: CloseScreen(); _user.Tell(ViewProtocol.Closed.Instance); return;
            case Focused focused: _attention.IsFocused = focused.IsFocused; _desk.Focus(focused.IsFocused); break;
            case Scrolled scrolled: _desk.Turn(scrolled.Rows); TellOfHole(); break;
            case Restored: _screen.Forget(); break;
            case Resized: break;
            default: Show(_desk.InSight, message); break;
        }

        DrawSoon();
    }

    private void ShowIn(int window, object shown)
    {
        if (shown is ViewProtocol.Call call) _attention.Call(call.Room, call.Text);
        else if (_desk.Find(window) is not { } there) return;
        else if (shown is ViewProtocol.GoTo place) _desk.GoTo(there, place);
        else Show(there, shown);
    }

    private void Show(Window window, object shown)
    {
        if (!window.Show(shown, window == _desk.InSight)) Unhandled(shown);
        else if (shown is ViewProtocol.ShowProblem problem) _lastWords.Add(problem.Text);
    }

    private void Press(ConsoleKeyInfo key)
    {
        _lastWords.Clear();
        if (WishKeys.Of(key) is { } wish)
        {
            Wish(wish);
            return;
        }

        var window = _desk.InSight;
        if (TryLeaf(window, key) || TryChooseRoom(window, key)) return;
        switch (KeyBindings.Apply(key, window.Editor, window.History, window.Completion))
        {
            case KeyBindings.Outcome.Entered: TakeTyped(window); break;
            case KeyBindings.Outcome.Interrupted: _user.Tell(ViewProtocol.Interrupted.Instance); break;
            case KeyBindings.Outcome.Suspended: _terminal.Suspend(); break;
            case KeyBindings.Outcome.PageUp: _desk.PageUp(); TellOfHole(); break;
            case KeyBindings.Outcome.PageDown: _desk.PageDown(); break;
            case KeyBindings.Outcome.ToTop: _desk.ToTop(); TellOfHole(); break;
            case KeyBindings.Outcome.ToEnd: window.Talk.ToEnd(); break;
            case KeyBindings.Outcome.ToUnread when _desk.Unread is { } unread: Wish(new ViewProtocol.SwitchTo(unread.Number)); break;
            case KeyBindings.Outcome.FoldRooms: _desk.FoldRooms(); break;
            case KeyBindings.Outcome.FoldMembers: _desk.FoldMembers(); break;
            case KeyBindings.Outcome.FindOlder: _desk.FindOlder(); break;
            case KeyBindings.Outcome.FindNewer: _desk.FindNewer(); break;
            case KeyBindings.Outcome.Escaped when window.Talk.Search is not null: _desk.Find(null); break;
            case KeyBindings.Outcome.Escaped: Wish(ViewProtocol.Back.Instance); break;
            case KeyBindings.Outcome.DrawAll: _screen.Forget(); break;
        }
    }

    /// <summary>Keys that are for what lies over the talk.</summary>
    private bool TryLeaf(Window window, ConsoleKeyInfo key)
    {
        if (window.Overlay is not { } overlay || window.Completion.IsOpen) return false;
        if (!OverlayKeys.TryApply(key, overlay, window.Editor.Text.Length == 0, _desk.Page, out var wish)) return false;
        if (overlay.IsClosed) window.Overlay = null;
        if (wish is not null) Wish(wish);
        return true;
    }

    /// <summary>Keys that choose a room, as long as nothing is typed.</summary>
    private bool TryChooseRoom(Window window, ConsoleKeyInfo key)
    {
        if (!_desk.IsChoosing || window.Editor.Text.Length > 0 || !RoomChoiceKeys.TryApply(key, _desk.Choice, out var wish)) return false;
        if (wish is not null) Wish(wish);
        return true;
    }

    private void TellOfHole()
    {
        if (_desk.Hole is { } hole) _user.Tell(hole);
    }

    private void Fold(Foldable what)
    {
        switch (what)
        {
            case Foldable.Rooms: _desk.FoldRooms(); break;
            case Foldable.Members: _desk.FoldMembers(); break;
            case Foldable.Comings: Show(_desk.InSight, new ViewProtocol.ShowRemark(_desk.FoldComings() ? ScreenTexts.ComingsShown : ScreenTexts.ComingsHidden)); break;
        }
    }

    private void TakeTyped(Window window)
    {
        var text = window.Editor.Text;
        window.Overlay = null;
        window.History.Add(text);
        window.Editor.Replace("");
        _desk.Find(null);
        Wish(new ViewProtocol.Typed(text));
    }

    /// <summary>The keys that follow are for the window the wish leads to.</summary>
    private void Wish(ViewProtocol.IWish wish)
    {
        _wishing = true;
        if (wish is ViewProtocol.Typed) _desk.InSight.Talk.ToEnd();
        _user.Tell(wish);
    }

    private void TakeKeysAgain()
    {
        _wishing = false;
        Stash.UnstashAll();
    }

    private void Paste(string text)
    {
        _desk.InSight.Completion.Close();
        if (!_desk.InSight.Editor.Insert(PastedText.Of(text)))
            Show(_desk.InSight, new ViewProtocol.ShowProblem(ScreenTexts.NothingPasted(LineEditor.Longest)));
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
        _terminal.Write(_screen.Draw(panes, cursor, width, height) + _attention.Take());
        foreach (var then in _whenShown) then.Who.Tell(then.What);
        _whenShown.Clear();
    }

    private void CloseScreen()
    {
        if (_closed) return;
        _closed = true;
        _terminal.Close();
        _lastWords.Write(_terminal);
    }
}
