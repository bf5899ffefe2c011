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
/// Owns the terminal: the screen, the windows and the text being typed. Decides nothing; it shows
/// what it is told and reports input. Draws a burst of messages as one frame.
/// </summary>
internal sealed class ViewActor : UntypedActor, IWithUnboundedStash
{
    private sealed record Pressed(ConsoleKeyInfo Key);

    private sealed record Pasted(string Text);

    private sealed record Focused(bool IsFocused);

    private sealed record Resized;

    private sealed record Restored;

    private sealed record Scrolled(int Rows);

    private sealed record Draw;

    private readonly ITerminal _terminal;
    private readonly IActorRef _user;
    private readonly WindowManager _windows;
    private readonly DesktopNotifier _notifier;
    private readonly Screen _screen = new();
    private readonly RecentProblems _recentProblems;
    private readonly List<ViewProtocol.WhenShown> _whenShown = [];
    private bool _awaitsHandled;
    private bool _drawing;
    private bool _closed;

    public ViewActor(ITerminal terminal, Theme theme, ViewSettings settings, IActorRef user)
    {
        (_terminal, _user, _recentProblems) = (terminal, user, new RecentProblems(theme));
        (_windows, _notifier) = (new WindowManager(theme, settings), new DesktopNotifier(settings));
    }

    public IStash Stash { get; set; } = null!;

    /// <param name="terminal">The terminal.</param>
    /// <param name="theme">The theme.</param>
    /// <param name="settings">Scrollback size and notifications.</param>
    /// <param name="user">Receives the input: see <see cref="ViewProtocol"/>.</param>
    public static Props Props(ITerminal terminal, Theme theme, ViewSettings settings, IActorRef user) =>
        Akka.Actor.Props.Create(() => new ViewActor(terminal, theme, settings, user));

    protected override void PreStart()
    {
        var self = Self;
        _terminal.Listen(new TerminalEvents(
            key => self.Tell(new Pressed(key)),
            text => self.Tell(new Pasted(text)),
            rows => self.Tell(new Scrolled(rows)),
            () => self.Tell(new Resized()),
            () => self.Tell(new Restored()),
            isFocused => self.Tell(new Focused(isFocused))));
    }

    /// <summary>Restores the terminal even without <see cref="ViewProtocol.Close"/>.</summary>
    protected override void PostStop() => CloseScreen();

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Draw: DrawNow(); return;
            case Pressed or Pasted when _awaitsHandled: Stash.Stash(); return;
            case Pressed pressed: Press(pressed.Key); break;
            case Pasted pasted: Paste(pasted.Text); break;
            case ViewProtocol.In show: ShowIn(show.Window, show.Shown); break;
            case ViewProtocol.Call call: _notifier.Notify(call.Room, call.Text); break;
            case ViewProtocol.WhenShown then: _whenShown.Add(then); break;
            case ViewProtocol.ShowWindows show: _windows.SetWindows(show.Windows, show.Active); break;
            case ViewProtocol.ShowRooms show: _windows.ShowRooms(show); break;
            case ViewProtocol.Search { Text: { } text }: _windows.Search(text); break;
            case ViewProtocol.Search:
                if (!_windows.ContinueSearch())
                    Show(_windows.Active, new ViewProtocol.ShowProblem(ScreenTexts.NothingSearched));
                break;
            case ViewProtocol.Scroll scroll: _windows.Scroll(scroll.Pages); ReportGap(); break;
            case ViewProtocol.Fold fold: Fold(fold.What); break;
            case ViewProtocol.InputHandled: ResumeInput(); return;
            case ViewProtocol.Close: CloseScreen(); _user.Tell(ViewProtocol.Closed.Instance); return;
            case Focused focused: _notifier.IsFocused = focused.IsFocused; _windows.Focus(focused.IsFocused); break;
            case Scrolled scrolled: _windows.TurnWheel(scrolled.Rows); ReportGap(); break;
            case Restored: _screen.Invalidate(); break;
            case Resized: break;
            default: Show(_windows.Active, message); break;
        }

        ScheduleDraw();
    }

    private void ShowIn(int window, object shown)
    {
        if (shown is ViewProtocol.Call call) _notifier.Notify(call.Room, call.Text);
        else if (_windows.Find(window) is not { } there) return;
        else if (!_windows.TryShow(there, shown)) Show(there, shown);
    }

    private void Show(Window window, object shown)
    {
        if (!window.Show(shown, window == _windows.Active)) Unhandled(shown);
        else if (shown is ViewProtocol.ShowProblem problem) _recentProblems.Add(problem.Text);
    }

    private void Press(ConsoleKeyInfo key)
    {
        _recentProblems.Clear();
        if (GlobalKeys.Of(key) is { } input)
        {
            Forward(input);
            return;
        }

        var window = _windows.Active;
        if (TryOverlayKey(window, key) || TrySelectRoom(window, key)) return;
        if (EditKeys.TryApply(key, window) || ReplyKeys.TryApply(key, _windows)) return;
        switch (KeyBindings.Apply(key, window.Editor, window.History, window.Completion))
        {
            case KeyBindings.Outcome.Entered: EnterLine(window); break;
            case KeyBindings.Outcome.Interrupted: _user.Tell(ViewProtocol.Interrupted.Instance); break;
            case KeyBindings.Outcome.Suspended: _terminal.Suspend(); break;
            case KeyBindings.Outcome.PageUp: _windows.PageUp(); ReportGap(); break;
            case KeyBindings.Outcome.PageDown: _windows.PageDown(); break;
            case KeyBindings.Outcome.ToTop: _windows.ToTop(); ReportGap(); break;
            case KeyBindings.Outcome.ToEnd: window.Transcript.ToEnd(); break;
            case KeyBindings.Outcome.ToUnread when _windows.Unread is { } unread:
                Forward(new ViewProtocol.SwitchTo(unread.Number));
                break;
            case KeyBindings.Outcome.ToggleRooms: _windows.ToggleRooms(); break;
            case KeyBindings.Outcome.ToggleMembers: _windows.ToggleMembers(); break;
            case KeyBindings.Outcome.FindOlder: _windows.FindOlder(); break;
            case KeyBindings.Outcome.FindNewer: _windows.FindNewer(); break;
            case KeyBindings.Outcome.Escaped when window.Transcript.Search is not null: _windows.Search(null); break;
            case KeyBindings.Outcome.Escaped: Forward(ViewProtocol.Back.Instance); break;
            case KeyBindings.Outcome.DrawAll: _screen.Invalidate(); break;
        }
    }

    /// <summary>Handles keys for the overlay.</summary>
    private bool TryOverlayKey(Window window, ConsoleKeyInfo key)
    {
        if (window.Overlay is not { } overlay || window.Completion.IsOpen) return false;
        if (!OverlayKeys.TryApply(key, overlay, window.Editor.Text.Length == 0, _windows.Page, out var input))
            return false;
        if (overlay.IsClosed) window.Overlay = null;
        if (input is not null) Forward(input);
        return true;
    }

    /// <summary>Handles keys of the join prompt while nothing is typed.</summary>
    private bool TrySelectRoom(Window window, ConsoleKeyInfo key)
    {
        if (!_windows.IsChoosing || window.Editor.Text.Length > 0) return false;
        if (!RoomSelectionKeys.TryApply(key, _windows.Selection, out var input)) return false;
        if (input is not null) Forward(input);
        return true;
    }

    private void ReportGap()
    {
        if (_windows.Gap is { } gap) _user.Tell(gap);
    }

    private void Fold(Foldable what)
    {
        switch (what)
        {
            case Foldable.Rooms: _windows.ToggleRooms(); break;
            case Foldable.Members: _windows.ToggleMembers(); break;
            case Foldable.JoinsAndLeaves:
                var remark = _windows.ToggleJoinsAndLeaves() ? ScreenTexts.ComingsShown : ScreenTexts.ComingsHidden;
                Show(_windows.Active, new ViewProtocol.ShowRemark(remark));
                break;
        }
    }

    private void EnterLine(Window window)
    {
        var entered = window.TakeLine();
        _windows.Search(null);
        if (entered is not null) Forward(entered);
    }

    /// <summary>
    /// Forwards input and stashes further keys until it is handled: it may switch the window.
    /// </summary>
    private void Forward(ViewProtocol.IUserInput input)
    {
        _awaitsHandled = true;
        if (input is ViewProtocol.LineEntered) _windows.Active.Transcript.ToEnd();
        _user.Tell(input);
    }

    private void ResumeInput()
    {
        _awaitsHandled = false;
        Stash.UnstashAll();
    }

    private void Paste(string text)
    {
        _windows.Active.Completion.Close();
        if (!_windows.Active.Editor.Insert(PastedText.Of(text)))
            Show(_windows.Active, new ViewProtocol.ShowProblem(ScreenTexts.NothingPasted(LineEditor.MaxLength)));
    }

    /// <summary>Schedules one redraw behind the messages that are already in the mailbox.</summary>
    private void ScheduleDraw()
    {
        if (_drawing) return;
        _drawing = true;
        Self.Tell(new Draw());
    }

    private void DrawNow()
    {
        _drawing = false;
        if (_closed) return;
        var (width, height) = (_terminal.Width, _terminal.Height);
        var (widgets, cursor) = _windows.Render(width, height);
        _terminal.Write(_screen.Draw(widgets, cursor, width, height) + _notifier.Flush());
        foreach (var then in _whenShown) then.Who.Tell(then.What);
        _whenShown.Clear();
    }

    private void CloseScreen()
    {
        if (_closed) return;
        _closed = true;
        _terminal.Close();
        _recentProblems.Write(_terminal);
    }
}
