using Akka.Actor;
using LanChat.Client.Settings;
using LanChat.Client.Terminal.Input;
using LanChat.Client.Views;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.PlainText;

/// <summary>
/// Owns a terminal that can only print, or one that is read aloud: prints a line for each event and
/// never moves the cursor, and takes lines as they are typed. Like the other view it decides
/// nothing.
/// </summary>
internal sealed class PlainViewActor : UntypedActor
{
    private sealed record InputRead(int Count);

    private const string Bell = "\a";

    private readonly TextReader _input;
    private readonly TextWriter _output;
    private readonly ViewSettings _settings;
    private readonly IActorRef _user;
    private readonly TypedLines _typed;
    private readonly PlainRooms _rooms = new();
    private readonly Dictionary<int, string> _names = [];
    private readonly char[] _buffer = new char[4096];
    private string _question = "";
    private int _inSight = ViewProtocol.JoinPrompt;
    private bool _showsComings;
    private bool _asked;
    private bool _wishing;
    private bool _reading;
    private bool _inputEnded;

    public PlainViewActor(TextReader input, TextWriter output, ViewSettings settings, IActorRef user)
    {
        (_input, _output, _settings, _user) = (input, output, settings, user);
        _showsComings = settings.Comings;
        _typed = new TypedLines(
            LineEditor.MaxLength, () => Print([PlainTexts.Problem(PlainTexts.LineTooLong(LineEditor.MaxLength))]));
    }

    /// <param name="input">Where lines are typed.</param>
    /// <param name="output">Where lines are printed.</param>
    /// <param name="settings">Whether it rings.</param>
    /// <param name="user">Who is told what was typed: see <see cref="ViewProtocol"/>.</param>
    public static Props Props(TextReader input, TextWriter output, ViewSettings settings, IActorRef user) =>
        Akka.Actor.Props.Create(() => new PlainViewActor(input, output, settings, user));

    protected override void PreStart() => GoOn();

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case InputRead read: Take(read.Count); break;
            case ViewProtocol.InputHandled: _wishing = false; Ask(); GoOn(); break;
            case ViewProtocol.In show: Show(show.Window, show.Shown); break;
            case ViewProtocol.ShowWindows show: GoTo(show.Active); break;
            case ViewProtocol.ShowRooms show: Print(_rooms.Show(show.Rooms, show.IsChoosing)); Ask(); break;
            case ViewProtocol.Search { Text: not null }: break; // what the history holds of it is listed
            case ViewProtocol.Fold { What: Foldable.JoinsAndLeaves }: FoldComings(); break;
            case ViewProtocol.Search or ViewProtocol.Scroll or ViewProtocol.Fold:
                Print([PlainTexts.Problem(PlainTexts.OnlyLines)]);
                break;
            case ViewProtocol.WhenShown then: then.Who.Tell(then.What); break;
            case ViewProtocol.Close: _user.Tell(ViewProtocol.Closed.Instance); break;
            default: Show(_inSight, message); break;
        }
    }

    /// <summary>A line at a time: the next one is for wherever this one leads.</summary>
    private void GoOn()
    {
        if (_wishing) return;
        if (_typed.TryTake(out var line))
        {
            _wishing = true;
            _user.Tell(new ViewProtocol.LineEntered(line!));
        }
        else if (_inputEnded)
        {
            _user.Tell(ViewProtocol.Interrupted.Instance);
        }
        else if (!_reading)
        {
            _reading = true;
            Task.Run(() => _input.Read(_buffer)).PipeTo(
                Self, success: count => new InputRead(count), failure: _ => new InputRead(0));
        }
    }

    private void Take(int count)
    {
        _reading = false;
        _inputEnded = count == 0;
        _typed.Add(_buffer.AsSpan(0, count));
        GoOn();
    }

    private void Show(int window, object shown)
    {
        switch (shown)
        {
            case ViewProtocol.ShowMessage { Message.Kind: MessageKind.Joined or MessageKind.Left } when !_showsComings:
                break;
            case ViewProtocol.Prompt prompt when prompt.IsQuestion: Print([PlainLines.OfQuestion(prompt.Text)]); break;
            case ViewProtocol.Call: if (_settings.Bell) Write(Bell); break;
            case ViewProtocol.Prompt prompt when window == ViewProtocol.JoinPrompt: TakeQuestion(prompt.Text); break;
            case ViewProtocol.ShowPlace { Place: { } place }: _names[window] = PlainLines.OnOneLine(place.Room); break;
            default:
                Print(PlainLines.Of(shown).Select(line => window == _inSight ? line : Elsewhere(window, line)));
                break;
        }
    }

    private void FoldComings()
    {
        _showsComings = !_showsComings;
        Print([PlainTexts.Note(_showsComings ? ScreenTexts.ComingsShown : ScreenTexts.ComingsHidden)]);
    }

    private string Elsewhere(int window, string line) =>
        _names.TryGetValue(window, out var room) ? PlainTexts.InAnotherRoom(room, line) : line;

    /// <summary>Somewhere else, or asked for where one is.</summary>
    private void GoTo(int window)
    {
        if (window == _inSight && !_wishing) return;
        if (window == ViewProtocol.JoinPrompt) ChooseAgain();
        else if (window != _inSight && _names.TryGetValue(window, out var room)) Print([PlainTexts.NowIn(room)]);
        _inSight = window;
    }

    private void ChooseAgain()
    {
        _rooms.TellAgain();
        _asked = false;
    }

    private void TakeQuestion(string question)
    {
        if (question != _question) _asked = false;
        _question = question;
        Ask();
    }

    /// <summary>Once, where it is to be answered, and after all that led there.</summary>
    private void Ask()
    {
        if (_asked || _wishing || _inSight != ViewProtocol.JoinPrompt || _question.Length == 0) return;
        _asked = true;
        Print([PlainLines.OfQuestion(_question)]);
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
