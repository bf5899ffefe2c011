using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace LanChat.Client.Terminal.Devices;

/// <summary>The terminal this program was started in. However the program ends or is put aside, it is left in order.</summary>
/// <param name="takesWheel">Whether the terminal tells of its wheel; text is then marked with the mouse while Shift is held.</param>
internal sealed class SystemTerminal(bool takesWheel) : ITerminal, IDisposable
{
    /// <summary>
    /// A screen of its own, so that what stood on the terminal comes back; nothing wraps by itself, arrows are what they are on no screen of one's
    /// own, what is pasted comes marked as such, and the focus is told.
    /// </summary>
    private const string OwnScreen = "\e[?1049h\e[?7l\e[?1l\e>\e[?2004h\e[?1004h";
    private const string ScreenAsBefore = "\e[0m\e[?1004l\e[?2004l\e[?7h\e[?25h\e[?1l\e>\e[?1049l";
    private const string Wheel = "\e[?1000h\e[?1006h";
    private const string NoWheel = "\e[?1006l\e[?1000l";

    // Else a terminal sends arrows for its wheel, which would go through what was typed.
    private const string RememberArrows = "\e[?1007s";
    private const string NoArrows = "\e[?1007l";
    private const string ArrowsAsBefore = "\e[?1007r";
    private const int UsualWidth = 80;
    private const int UsualHeight = 24;

    private readonly Stream _output = Console.OpenStandardOutput();
    private readonly Lock _using = new();
    private readonly List<PosixSignalRegistration> _signals = [];
    private RawMode? _raw;
    private bool _open;
    private bool _suspended;

    public int Width => Size(() => Console.WindowWidth, UsualWidth);

    public int Height => Size(() => Console.WindowHeight, UsualHeight);

    public void Listen(TerminalEvents events)
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Close();
        AppDomain.CurrentDomain.UnhandledException += (_, _) => Close();
        var keys = new KeySequences(events);
        if (OperatingSystem.IsWindows())
        {
            Console.TreatControlCAsInput = true;
            Console.OutputEncoding = Encoding.UTF8;
            Open();
            Read(() => events.Pressed(Console.ReadKey(intercept: true)));
            return;
        }

        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => events.Resized()));
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTSTP, context => PutAside(context, events.Restored)));
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGCONT, context => TakeUp(context, events.Restored)));
        _ = Width; // .NET sets the terminal up when it is first asked for something: before, not after.
        Open();

        // Not .NET's own stream, which edits lines and shows what is typed by itself.
        var input = new FileStream(new SafeFileHandle(RawMode.StandardInput, ownsHandle: false), FileAccess.Read, bufferSize: 0);
        var decoder = Encoding.UTF8.GetDecoder();
        var (bytes, chars) = (new byte[4096], new char[4096]);
        Read(() =>
        {
            var count = input.Read(bytes);
            if (count == 0) throw new EndOfStreamException();
            keys.Read(chars.AsSpan(0, decoder.GetChars(bytes, 0, count, chars, 0)));
        });
    }

    public void Write(string text)
    {
        lock (_using)
        {
            if (!_suspended) WriteNow(text);
        }
    }

    public void Suspend()
    {
        if (!OperatingSystem.IsWindows()) JobControl.AskAll();
    }

    public void Close()
    {
        lock (_using)
        {
            if (!_open) return;
            _open = false;
            GiveBack();
        }
    }

    public void Dispose()
    {
        Close();
        foreach (var signal in _signals) signal.Dispose();
        _output.Dispose();
    }

    private void Open()
    {
        lock (_using)
        {
            _open = true;
            Try(() => WriteNow(RememberArrows));
            Take();
        }
    }

    private void PutAside(PosixSignalContext context, Action restored)
    {
        context.Cancel = true;
        lock (_using)
        {
            _suspended = true;
            if (_open) GiveBack();
        }

        JobControl.Stop();
        TakeUp(context, restored);
    }

    /// <summary>After a stop that nobody was asked about, too.</summary>
    private void TakeUp(PosixSignalContext context, Action restored)
    {
        context.Cancel = true;
        lock (_using)
        {
            _suspended = false;
            if (!_open) return;
            _raw?.Dispose();
            Take();
        }

        restored();
    }

    private void Take()
    {
        if (!OperatingSystem.IsWindows()) _raw = new RawMode();
        Try(() => WriteNow(OwnScreen + (takesWheel ? Wheel : NoArrows)));
    }

    private void GiveBack()
    {
        Try(() => WriteNow((takesWheel ? NoWheel : ArrowsAsBefore) + ScreenAsBefore));
        _raw?.Dispose();
    }

    private void WriteNow(string text)
    {
        _output.Write(Encoding.UTF8.GetBytes(text));
        _output.Flush();
    }

    /// <summary>Waiting for a key cannot be interrupted: a thread of its own that does not keep the program alive.</summary>
    private static void Read(Action readOnce) => new Thread(() => Try(() =>
    {
        while (true) readOnce();
    }))
    { IsBackground = true, Name = "keys" }.Start();

    /// <summary>A terminal that is gone takes and gives nothing any more; its hang-up ends the program.</summary>
    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (IOException)
        {
        }
    }

    private static int Size(Func<int> ask, int usual)
    {
        try
        {
            return ask() is > 0 and var size ? size : usual;
        }
        catch (IOException)
        {
            return usual;
        }
    }
}
