using Akka.Actor;
using LanChat.Client.Settings;
using LanChat.Client.Terminal.Input;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.PlainText;

/// <summary>
/// Owns a terminal that can only print, or that a screen reader reads: prints a line per event
/// without moving the cursor, and reads lines of input. Makes no decisions, like the other view.
/// </summary>
internal sealed class PlainViewActor : UntypedActor
{
    private sealed record InputRead(int Count);

    private const string Bell = "\a";

    private readonly TextReader _input;
    private readonly TextWriter _output;
    private readonly ViewSettings _settings;
    private readonly IActorRef _user;
    private readonly TypedLineSplitter _lines;
    private readonly PlainRooms _rooms = new();
    private readonly PlainQuestion _question;
    private readonly Dictionary<int, string> _names = [];
    private readonly char[] _buffer = new char[4096];
    private int _active = ViewProtocol.JoinPrompt;
    private bool _showsJoinsAndLeaves;
    private bool _awaitsHandled;
    private bool _isReading;
    private bool _hasInputEnded;

    public PlainViewActor(
        TextReader input, TextWriter output, ViewSettings settings, Action<bool> setEcho, IActorRef user)
    {
        (_input, _output, _settings, _user) = (input, output, settings, user);
        _question = new PlainQuestion(setEcho);
        _showsJoinsAndLeaves = settings.Comings;
        _lines = new TypedLineSplitter(
            LineEditor.MaxLength, () => Print([PlainTexts.Problem(PlainTexts.LineTooLong(LineEditor.MaxLength))]));
    }

    /// <param name="input">Reads typed lines.</param>
    /// <param name="output">Prints the lines.</param>
    /// <param name="settings">Whether to ring the bell.</param>
    /// <param name="setEcho">Switches the echo of the terminal, for passwords.</param>
    /// <param name="user">Receives the input: see <see cref="ViewProtocol"/>.</param>
    public static Props Props(
        TextReader input, TextWriter output, ViewSettings settings, Action<bool> setEcho, IActorRef user) =>
        Akka.Actor.Props.Create(() => new PlainViewActor(input, output, settings, setEcho, user));

    protected override void PreStart() => ReadNext();

    protected override void PostStop() => _question.Close();

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case InputRead read: HandleInput(read.Count); break;
            case ViewProtocol.InputHandled: _awaitsHandled = false; ShowQuestion(); ReadNext(); break;
            case ViewProtocol.In show: Show(show.Window, show.Shown); break;
            case ViewProtocol.ShowWindows show: Activate(show.Active); break;
            case ViewProtocol.ShowRooms show: Print(_rooms.Show(show)); ShowQuestion(); break;
            case ViewProtocol.Search { Text: not null }: break; // the history search lists its results
            case ViewProtocol.Fold { What: Foldable.JoinsAndLeaves }: ToggleJoinsAndLeaves(); break;
            case ViewProtocol.Search or ViewProtocol.Scroll or ViewProtocol.Fold:
                Print([PlainTexts.Problem(PlainTexts.OnlyLines)]);
                break;
            case ViewProtocol.WhenShown then: then.Who.Tell(then.What); break;
            case ViewProtocol.Close: _user.Tell(ViewProtocol.Closed.Instance); break;
            default: Show(_active, message); break;
        }
    }

    /// <summary>
    /// Handles one line at a time: a line may switch the window for the next one.
    /// </summary>
    private void ReadNext()
    {
        if (_awaitsHandled) return;
        if (_lines.TryDequeue(out var line))
        {
            _awaitsHandled = true;
            _user.Tell(new ViewProtocol.LineEntered(line!));
        }
        else if (_hasInputEnded)
        {
            _user.Tell(ViewProtocol.Interrupted.Instance);
        }
        else if (!_isReading)
        {
            _isReading = true;
            Task.Run(() => _input.Read(_buffer)).PipeTo(
                Self, success: count => new InputRead(count), failure: _ => new InputRead(0));
        }
    }

    private void HandleInput(int count)
    {
        _isReading = false;
        _hasInputEnded = count == 0;
        _lines.Add(_buffer.AsSpan(0, count));
        ReadNext();
    }

    private void Show(int window, object shown)
    {
        switch (shown)
        {
            case ViewProtocol.ShowMessage { Message.Kind: MessageKind.Joined or MessageKind.Left }
                when !_showsJoinsAndLeaves:
                break;
            case ViewProtocol.Prompt prompt when prompt.IsQuestion: Print([PlainLines.OfQuestion(prompt.Text)]); break;
            case ViewProtocol.Call: if (_settings.Bell) Write(Bell); break;
            case ViewProtocol.Prompt prompt when window == ViewProtocol.JoinPrompt: SetQuestion(prompt); break;
            case ViewProtocol.ShowPlace { Place: { } place }: _names[window] = PlainLines.OnOneLine(place.Room); break;
            default:
                Print(PlainLines.Of(shown).Select(line => window == _active ? line : WithRoomName(window, line)));
                break;
        }
    }

    private void ToggleJoinsAndLeaves()
    {
        _showsJoinsAndLeaves = !_showsJoinsAndLeaves;
        Print([PlainTexts.Note(_showsJoinsAndLeaves ? ScreenTexts.ComingsShown : ScreenTexts.ComingsHidden)]);
    }

    private string WithRoomName(int window, string line) =>
        _names.TryGetValue(window, out var room) ? PlainTexts.InAnotherRoom(room, line) : line;

    /// <summary>
    /// Activates a window. The join prompt starts anew also if input led from it to itself.
    /// </summary>
    private void Activate(int window)
    {
        if (window == _active && !_awaitsHandled) return;
        if (window == ViewProtocol.JoinPrompt) ResetJoinPrompt();
        else if (window != _active && _names.TryGetValue(window, out var room)) Print([PlainTexts.NowIn(room)]);
        _active = window;
    }

    private void ResetJoinPrompt()
    {
        _rooms.Reset();
        _question.Reset();
    }

    private void SetQuestion(ViewProtocol.Prompt prompt)
    {
        _question.Set(prompt.Text, prompt.IsSecret);
        ShowQuestion();
    }

    private void ShowQuestion()
    {
        if (_awaitsHandled || _active != ViewProtocol.JoinPrompt) return;
        if (_question.Show() is { } line) Print([line]);
    }

    private void Print(IEnumerable<string> lines)
    {
        foreach (var line in lines) Write(line + "\n");
    }

    private void Write(string text)
    {
        _output.Write(text);
        _output.Flush();
    }
}
